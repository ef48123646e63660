import {
  createDiagnosis,
  type SeriesInfo,
  type Verdict,
  type XUnit,
} from '../../../src/analysis/index.js';

export interface Curves {
  readonly train?: readonly number[];
  readonly val?: readonly number[];
  readonly rate?: readonly number[];
  readonly xUnit?: XUnit;
}

/** A change of what is said: at which point of the run, and which verdict. "-" before it: taken back. */
export type Said = readonly [x: number, code: string];

export interface Told {
  readonly said: readonly Said[];
  /** The verdicts of those changes, in the words of that moment. */
  readonly changes: readonly Verdict[];
  readonly active: readonly Verdict[];
}

const LR = {
  name: 'lr',
  metric: 'lr',
  split: 'other',
  kind: 'lr',
  role: 'lr',
  better: undefined,
} as const;

export function lossOf(name: string, split: 'train' | 'val', metric = 'loss'): SeriesInfo {
  return { name, metric, split, kind: 'loss', role: split, better: 'min' };
}

/** The one helper that knows the API: curves in, everything that was said while they grew out. */
export function verdictsOf({ train, val, rate, xUnit = 'epoch' }: Curves): Told {
  const diagnosis = createDiagnosis();
  const curves = [
    { info: lossOf('loss', 'train'), y: train },
    { info: lossOf('val_loss', 'val'), y: val },
    { info: LR, y: rate },
  ].flatMap(({ info, y }) => (y ? [{ id: diagnosis.addSeries(info, xUnit), y }] : []));
  const said: Said[] = [];
  const changes: Verdict[] = [];
  const length = Math.max(0, ...curves.map(({ y }) => y.length));
  for (let x = 0; x < length; x++) {
    for (const { id, y } of [...curves].reverse()) {
      const value = y[x];
      if (value === undefined) continue;
      for (const { change, verdict } of diagnosis.push(id, { x, y: value })) {
        changes.push(verdict);
        said.push([x, change === 'raised' ? verdict.code : `-${verdict.code}`]);
      }
    }
  }
  return { said, changes, active: diagnosis.active() };
}
