import type { Random } from './random.js';
import type { Line, Run } from './run.js';
import { curve, descent, type Shape, withY } from './shapes.js';

/** A kind of run in which nothing is wrong. */
export interface Kind {
  readonly title: string;
  make(random: Random): Run;
}

/** Train and validation by the epoch, both falling; validation above train and noisier. */
export function byEpoch(random: Random, names = ['loss', 'val_loss'], every = 1): Run {
  const epochs = random.whole(20, 150);
  const from = random.between(0.7, 7);
  const shape = descent(random, from);
  const gap = random.between(0, 0.1) * from;
  const noise = 0.01 * random.between(0.1, 1) * from;
  const [train = '', val = ''] = names;
  const answered: Shape = (part) => shape(part) + gap * Math.min(1, 3 * part);
  const grid = { count: epochs, length: epochs };
  const sparse = { count: Math.floor(epochs / every), first: every, every, length: epochs };
  return {
    xUnit: 'epoch',
    lines: [
      { ...curve(train, shape, grid, () => 0.5 * noise * random.gauss()), split: 'train' },
      { ...curve(val, answered, sparse, () => noise * random.gauss()), split: 'val' },
    ],
  };
}

/** Train by the step with the noise of batches, validation every `every` steps. */
export function byStep(random: Random, shape = descent(random), every = 50): Run {
  const steps = random.whole(600, 2500);
  const size = Math.abs(shape(0) - shape(1));
  const batch = random.between(0.02, 0.12);
  const gap = random.between(0, 0.05) * size;
  const train = curve('loss', shape, { count: steps, length: steps });
  const valGrid = { count: Math.floor(steps / every), first: every, every, length: steps };
  return {
    xUnit: 'step',
    lines: [
      { ...withY(train, (y) => y + batch * noiseScale(y, size) * random.gauss()), split: 'train' },
      curve(
        'val_loss',
        (part) => shape(part) + gap,
        valGrid,
        () => 0.01 * size * random.gauss(),
      ),
    ],
  };
}

/** Batches scatter with the loss, down to a tenth of the way come. */
function noiseScale(y: number, size: number): number {
  return Math.max(0.1 * size, Math.min(size, Math.abs(y)));
}

export function changed(run: Run, of: (y: number) => number): Run {
  const change = (lines: readonly Line[]) =>
    lines.map((line) => (line.name === 'lr' ? line : withY(line, of)));
  return {
    ...run,
    lines: change(run.lines),
    ...(run.attempts && { attempts: run.attempts.map(change) }),
  };
}

const scales: readonly Kind[] = [1e-6, 1e6].flatMap((factor) => [
  {
    title: `losses of about ${factor}, by epoch`,
    make: (random) => changed(byEpoch(random), (y) => factor * y),
  },
  {
    title: `losses of about ${factor}, by step`,
    make: (random) => changed(byStep(random), (y) => factor * y),
  },
]);

const belowZero: readonly Kind[] = [
  { title: 'losses that cross zero', make: (random) => changed(byEpoch(random), (y) => y - 1) },
  {
    title: 'losses that cross zero, by step',
    make: (random) => changed(byStep(random), (y) => y - 1),
  },
  { title: 'losses far below zero', make: (random) => changed(byEpoch(random), (y) => y - 50) },
  {
    title: 'a negative log-likelihood of a density',
    make: (random) => byStep(random, descent(random, random.between(0, 3), -random.between(3, 9))),
  },
];

const rhythms: readonly Kind[] = [
  { title: 'train and validation by epoch', make: (random) => byEpoch(random) },
  { title: 'train by step, validation by epoch', make: (random) => byStep(random) },
  { title: 'train by step alone', make: (random) => only(byStep(random), 'loss') },
  { title: 'validation every 10th epoch', make: (random) => byEpoch(random, undefined, 10) },
  {
    title: 'validation by step, train by epoch',
    make: (random) => {
      const { xUnit, lines } = byStep(random);
      const [loss, val] = lines;
      return { xUnit, lines: renamedLines([val, loss], ['loss', 'val_loss']) };
    },
  },
  {
    title: 'a few points',
    make: (random) => {
      const { lines } = byEpoch(random);
      const few = random.whole(1, 9);
      return { xUnit: 'epoch', lines: lines.map((line) => first(line, few)) };
    },
  },
];

function renamedLines(lines: readonly (Line | undefined)[], names: readonly string[]): Line[] {
  return lines.flatMap((line, i) => {
    const name = names[i];
    if (!line || name === undefined) return [];
    return [
      { ...line, name, split: name.startsWith('val') ? ('val' as const) : ('train' as const) },
    ];
  });
}

function first(line: Line, count: number): Line {
  return { ...line, x: line.x.slice(0, count), y: line.y.slice(0, count) };
}

function only(run: Run, name: string): Run {
  return { ...run, lines: run.lines.filter((line) => line.name === name) };
}

const names: readonly Kind[] = [
  {
    title: 'perplexities',
    make: (random) =>
      changed(byEpoch(random, ['train_ppl', 'val_ppl']), (y) => Math.exp(Math.min(y, 8))),
  },
  {
    title: 'error rates',
    make: (random) => changed(byEpoch(random, ['train_wer', 'val_wer']), (y) => 10 * y),
  },
  {
    title: 'a box, a class and a total loss',
    make: (random) => {
      const run = byEpoch(random, ['train/total_loss', 'val/total_loss']);
      const [total, val] = run.lines;
      if (!total || !val) return run;
      const box = withY(total, (y) => 0.3 * y);
      const cls = withY(total, (y, i) => 0.7 * y + 0.02 * random.gauss() * (y / (1 + i)));
      return {
        ...run,
        lines: [{ ...box, name: 'train/box_loss' }, { ...cls, name: 'train/cls_loss' }, total, val],
      };
    },
  },
  {
    title: 'an adversarial pair',
    make: (random) => ({ xUnit: 'step', lines: adversaries(random, ['loss_G', 'loss_D']) }),
  },
  {
    title: 'an adversarial pair on lines that say train',
    make: (random) => ({
      xUnit: 'step',
      lines: adversaries(random, ['g_loss', 'd_loss']).map((line) => ({ ...line, split: 'train' })),
    }),
  },
  {
    title: 'losses of reinforcement learning on lines that say train',
    make: (random) => {
      const count = random.whole(100, 600);
      const rise = random.between(1, 30);
      const grid = { count, length: count };
      const value: Shape = (part) => 0.2 + rise * part ** 2 * (1 + 0.3 * random.gauss());
      return {
        xUnit: 'step',
        lines: [
          curve(
            'rollout/ep_rew_mean',
            (p) => 200 * p,
            grid,
            () => 30 * random.gauss(),
          ),
          { ...curve('train/value_loss', value, grid), split: 'train' },
          {
            ...curve(
              'train/policy_loss',
              () => -0.01,
              grid,
              () => 0.01 * random.gauss(),
            ),
            split: 'train',
          },
          { ...curve('train/loss', value, grid, () => 0.1 * random.gauss()), split: 'train' },
        ],
      };
    },
  },
  {
    title: 'rewards and their noise',
    make: (random) => {
      const count = random.whole(100, 1000);
      const rises: Shape = (part) => -200 + 400 * part ** random.between(0.5, 2);
      const grid = { count, length: count };
      return {
        xUnit: 'index',
        lines: [curve('episode_reward', rises, grid, () => 80 * random.gauss())],
      };
    },
  },
  {
    title: 'accuracies alone',
    make: (random) => accuracies(random),
  },
];

function adversaries(random: Random, given: readonly string[]): Line[] {
  const count = random.whole(200, 1500);
  const grid = { count, length: count };
  const rise = random.between(0, 4);
  const wave = random.between(0.1, 0.5);
  const g: Shape = (part) => 0.7 + rise * part + wave * Math.sin(40 * part);
  const d: Shape = (part) => 0.69 * Math.exp(-2 * rise * part) + 0.1 * wave * Math.cos(40 * part);
  return [
    curve(given[0] ?? '', g, grid, () => 0.2 * random.gauss()),
    curve(given[1] ?? '', d, grid, () => 0.05 * random.gauss()),
  ];
}

/** Accuracies of train and validation that rise and come to rest, of 1 or of 100. */
export function accuracies(random: Random, whole = random.whole(0, 1) === 0 ? 1 : 100): Run {
  const run = byEpoch(random, ['train_acc', 'val_acc']);
  const top = random.between(0.6, 1);
  const from = Math.max(...run.lines.flatMap(({ y }) => y));
  return changed(run, (y) => whole * Math.min(1, Math.max(0, top * (1 - y / from))));
}

/** Stopped after a half or more, gone on with from a checkpoint a little before that. */
const resumes: readonly Kind[] = [
  {
    title: 'a resume that goes back, by epoch',
    make: (random) => resumed(random, byEpoch(random)),
  },
  {
    title: 'a resume that goes back, by step',
    make: (random) => resumed(random, byStep(random)),
  },
];

/** The optimiser has forgotten its state: the loss is up by a tenth of the way come, and comes back. */
function resumed(random: Random, { xUnit, lines }: Run): Run {
  const last = lines[0]?.x.at(-1) ?? 0;
  const stopped = last * random.between(0.5, 0.8);
  const back = stopped - last * random.between(0.02, 0.3);
  const part = ({ x, y, ...line }: Line, is: (at: number) => boolean): Line => ({
    ...line,
    x: x.filter(is),
    y: y.filter((_, i) => is(x[i] ?? 0)),
  });
  const before = lines.map((line) => part(line, (at) => at <= stopped));
  const after = lines.map((line) => part(line, (at) => at > back));
  const up = lines.map(({ y }) => 0.1 * Math.abs((y[0] ?? 0) - (y.at(-1) ?? 0)));
  const upset = after.map((line, at) =>
    withY(line, (y, i) => y + (up[at] ?? 0) * Math.exp(-i / (0.03 * line.x.length))),
  );
  return { xUnit, lines: before, attempts: [upset] };
}

/** Nothing moves: what an unused term of a loss prints. */
const constants: readonly Kind[] = [
  {
    title: 'a term of the loss that is 0 for ever',
    make: (random) => {
      const run = byEpoch(random);
      const [loss] = run.lines;
      if (!loss) return run;
      return { ...run, lines: [{ ...withY(loss, () => 0), name: 'kl_loss' }, ...run.lines] };
    },
  },
];

export const SOUND: readonly Kind[] = [
  ...rhythms,
  ...scales,
  ...belowZero,
  ...names,
  ...resumes,
  ...constants,
];
