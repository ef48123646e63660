import type { VerdictCode } from '../../../../src/analysis/index.js';
import type { Random } from './random.js';
import type { Line, Run } from './run.js';
import { followed, restarts } from './schedules.js';
import { curve, range, type Shape } from './shapes.js';
import { byEpoch, byStep, changed } from './soundRuns.js';

/** A kind of run with one fault, and the verdict that has to be raised for it, from this x on. */
export interface SickKind {
  readonly title: string;
  readonly finds: VerdictCode;
  make(random: Random): { readonly run: Run; readonly onset: number };
}

type Sick = ReturnType<SickKind['make']>;

/** Validation turns after a third of the run and climbs by a third or more of its way down. */
function overfit(random: Random, run: Run): Sick {
  const val = run.lines[1];
  const length = val?.x.length ?? 0;
  const turns = Math.floor(length * random.between(0.25, 0.4));
  const onset = val?.x[turns] ?? 0;
  const top = val?.y[0] ?? 0;
  const best = val?.y[turns] ?? 0;
  const rise = random.between(0.3, 1) * Math.abs(top - best);
  const turned = (y: number, i: number) =>
    i < turns ? y : y + (rise * (i - turns)) / (length - turns) + (best - y) * 0.5;
  return {
    onset,
    run: {
      ...run,
      lines: run.lines.map((line) => (line === val ? { ...line, y: line.y.map(turned) } : line)),
    },
  };
}

/** Both curves climb from two thirds of the run on, to beyond where they began. */
function diverged(random: Random, run: Run): Sick {
  const train = run.lines.find(({ name }) => name !== 'lr' && !name.startsWith('val'));
  const last = train?.x.at(-1) ?? 0;
  const onset = last * random.between(0.4, 0.6);
  const from = train?.y[0] ?? 0;
  const way = Math.abs(from - (train?.y.at(-1) ?? 0));
  const height = random.between(1, 3) * way;
  const risen = (x: number, y: number) =>
    x < onset ? y : y + height * Math.min(1, (3 * (x - onset)) / (last - onset));
  const lines = run.lines.map((line) => ({
    ...line,
    y: line.name === 'lr' ? line.y : line.y.map((y, i) => risen(line.x[i] ?? 0, y)),
  }));
  return { onset, run: { ...run, lines } };
}

/** Train rests at the noise of its labels from early on, validation falls by a fifth or more in each half. */
function noisyLabels(random: Random): Sick {
  const epochs = random.whole(60, 200);
  const level = random.between(0.7, 3);
  const noise = level * random.between(0.002, 0.01);
  const quick = random.between(0.03, 0.1);
  const fall = -2 * Math.log(1 - random.between(0.2, 0.4));
  const grid = { count: epochs, length: epochs };
  const train: Shape = (part) => level * (1 + 0.3 * Math.exp(-part / quick));
  const val: Shape = (part) => level * (0.2 + 0.9 * Math.exp(-fall * part));
  const lines: Line[] = [
    { ...curve('loss', train, grid, () => noise * random.gauss()), split: 'train' },
    curve('val_loss', val, grid, () => noise * random.gauss()),
  ];
  return { onset: 0, run: { xUnit: 'epoch', lines } };
}

/** Nothing moves but noise. */
function dead(random: Random, level = random.between(0.5, 7)): Sick {
  const epochs = random.whole(60, 120);
  const x = range(epochs, (i) => i + 1);
  const y = () => x.map(() => level + 0.003 * level * random.gauss());
  return {
    onset: 0,
    run: {
      xUnit: 'epoch',
      lines: [
        { name: 'loss', split: 'train', x, y: y() },
        { name: 'val_loss', x, y: y() },
      ],
    },
  };
}

const scaled = ({ run, onset }: Sick, of: (y: number) => number): Sick => ({
  onset,
  run: changed(run, of),
});

/** The same faults in the units and rhythms in which sound runs are made. */
const UNITS: readonly [string, (y: number) => number][] = [
  ['as they are', (y) => y],
  ['of about 1e-6', (y) => 1e-6 * y],
  ['of about 1e6', (y) => 1e6 * y],
  ['far below zero', (y) => y - 50],
];

export const SICK: readonly SickKind[] = [
  ...UNITS.flatMap(([title, unit]): SickKind[] => [
    {
      title: `overfitting by epoch, losses ${title}`,
      finds: 'overfitting',
      make: (random) => scaled(overfit(random, byEpoch(random)), unit),
    },
    {
      title: `overfitting by step, losses ${title}`,
      finds: 'overfitting',
      make: (random) => scaled(overfit(random, byStep(random)), unit),
    },
    {
      title: `divergence by epoch, losses ${title}`,
      finds: 'diverging',
      make: (random) => scaled(diverged(random, byEpoch(random)), unit),
    },
    {
      title: `divergence by step, losses ${title}`,
      finds: 'diverging',
      make: (random) => scaled(diverged(random, byStep(random)), unit),
    },
    {
      title: `a dead network, losses ${title}`,
      finds: 'not-learning',
      make: (random) => scaled(dead(random), unit),
    },
  ]),
  {
    title: 'divergence under a logged cosine',
    finds: 'diverging',
    make: (random) => diverged(random, followed(random, restarts(1), true)),
  },
  {
    title: 'divergence between restarts that are logged',
    finds: 'diverging',
    make: (random) => diverged(random, followed(random, restarts(4), true)),
  },
  {
    title: 'divergence between restarts that no log tells',
    finds: 'diverging',
    make: (random) => diverged(random, followed(random, restarts(4), false)),
  },
  { title: 'noisy train labels', finds: 'suspect-data', make: noisyLabels },
  {
    title: 'overfitting seen by perplexity',
    finds: 'overfitting',
    make: (random) =>
      scaled(overfit(random, byEpoch(random, ['train_ppl', 'val_ppl'])), (y) =>
        Math.exp(Math.min(y, 8)),
      ),
  },
  {
    title: 'overfitting seen every 10th epoch',
    finds: 'overfitting',
    make: (random) => {
      const every10th = byEpoch(random);
      const long = {
        ...every10th,
        lines: every10th.lines.map((line) => ({ ...line, x: line.x.map((x) => 10 * x) })),
      };
      return overfit(random, long);
    },
  },
];
