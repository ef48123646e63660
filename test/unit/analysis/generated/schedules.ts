import type { Random } from './random.js';
import type { Line, Run } from './run.js';
import { range } from './shapes.js';
import type { Kind } from './soundRuns.js';

/** Learning rate after this part (0 to 1) of a run, from 0 to 1 of its peak. */
type Schedule = (part: number) => number;

/**
 * A loss as it follows its learning rate: a part falls with the rate spent so far, and a part stands
 * as high as the rate is now (the noise of large steps), reached within a few hundredths of the run.
 */
export function followed(random: Random, schedule: Schedule, isLogged: boolean, ofRate = 0.4): Run {
  const epochs = random.whole(60, 160);
  const from = random.between(0.7, 5);
  const floor = from * random.between(0.05, 0.2);
  const stands = from * ofRate * random.between(0.3, 1);
  const noise = from * random.between(0.002, 0.01);
  const speed = random.between(4, 10);
  const x = range(epochs, (i) => i + 1);
  const rates = x.map((at) => schedule((at - 1) / epochs));
  let spent = 0;
  let high = 0;
  const loss = rates.map((rate) => {
    spent += rate / epochs;
    high += (stands * Math.sqrt(rate) - high) * 0.5;
    return floor + (from - floor) * Math.exp(-speed * spent) + high;
  });
  const gap = random.between(0.02, 0.1) * from;
  const lines: Line[] = [
    { name: 'loss', split: 'train', x, y: loss.map((y) => y + 0.5 * noise * random.gauss()) },
    { name: 'val_loss', x, y: loss.map((y) => y + gap + noise * random.gauss()) },
  ];
  const lr: Line = { name: 'lr', x, y: rates.map((rate) => 0.1 * rate) };
  return { xUnit: 'epoch', lines: isLogged ? [lr, ...lines] : lines };
}

/** Whole restarts of a cosine, `cycles` of them. */
export const restarts =
  (cycles: number): Schedule =>
  (part) =>
    0.5 * (1 + Math.cos(Math.PI * ((part * cycles) % 1)));

/** Restarts after which each cycle lasts twice as long. */
const doubling: Schedule = (part) => {
  const at = 7 * part;
  const within = at < 1 ? at : at < 3 ? (at - 1) / 2 : (at - 3) / 4;
  return 0.5 * (1 + Math.cos(Math.PI * within));
};

export const drops =
  (at: readonly number[], by = 0.1): Schedule =>
  (part) =>
    by ** at.filter((one) => part >= one).length;

const triangles =
  (cycles: number): Schedule =>
  (part) =>
    0.05 + 0.95 * (1 - Math.abs(2 * ((part * cycles) % 1) - 1));

const warm =
  (schedule: Schedule, warming: number): Schedule =>
  (part) =>
    part < warming ? (part + 0.01) / (warming + 0.01) : schedule(part);

const SHAPES: readonly [string, (random: Random) => Schedule][] = [
  ['a cosine', () => restarts(1)],
  ['warm-up and cosine', (random) => warm(restarts(1), random.between(0.03, 0.15))],
  ['step drops', (random) => drops([random.between(0.3, 0.5), random.between(0.65, 0.8)])],

  ['warm restarts', (random) => restarts(random.whole(3, 5))],
  ['warm restarts of doubling length', () => doubling],
  ['a cyclic rate', (random) => triangles(random.whole(3, 8))],
];

/** The loss gives back nearly all of its way: no curve tells that from divergence, the rate does. */
const strong: readonly Kind[] = SHAPES.filter(([title]) => !title.startsWith('warm-up')).map(
  ([title, schedule]) => ({
    title: `${title}, rate logged and the loss far up with it`,
    make: (random) => followed(random, schedule(random), true, 0.9),
  }),
);

export const SCHEDULED: readonly Kind[] = [
  ...SHAPES.flatMap(([title, schedule]) =>
    [true, false].map((isLogged) => ({
      title: `${title}, rate ${isLogged ? 'logged' : 'not logged'}`,
      make: (random: Random) => followed(random, schedule(random), isLogged),
    })),
  ),
  ...strong,
];
