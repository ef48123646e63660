import type { PairReading, Verdict } from '../../src/analysis/index.js';
import { phrase } from '../../src/analysis/index.js';
import type {
  Frame,
  FrameSeries,
  Mark,
  PointAt,
  RunSummary,
  SeriesSummary,
} from '../../src/protocol.js';

/** A seeded generator with a normal law: the same picture every time. */
export function noise(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

export interface Plan {
  readonly name: string;
  readonly metric: string;
  readonly split: SeriesSummary['split'];
  readonly kind: SeriesSummary['kind'];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Kind {
  readonly name: string;
  readonly plans: readonly Plan[];
  readonly verdicts: readonly Verdict[];
  readonly marks: readonly Mark[];
  readonly pair?: PairReading;
  readonly stepsPerEpoch: number;
  readonly state?: RunSummary['state'];
  readonly epochs?: number;
}

/** A frame as the engine sends it, from plain columns. */
export function frameOf(kind: Kind, smoothing = 0.97): Frame {
  const series = kind.plans.map((plan, id) => seriesOf(plan, id, kind, smoothing));
  const xs = kind.plans.flatMap(({ x }) => x);
  const run = runOf(kind, series);
  return {
    run,
    axis: 'step',
    min: Math.min(...xs),
    max: Math.max(...xs),
    series,
    marks: [...kind.marks, ...series.flatMap((one, id) => bestMark(one, id, kind.plans[id]))],
  };
}

function bestMark({ best }: FrameSeries, id: number, plan: Plan | undefined): Mark[] {
  if (!best || !plan || plan.kind === 'lr' || plan.kind === 'other') return [];
  const { x, y, epoch, line } = best;
  const value = Number(y.toPrecision(3));
  const label = phrase('Best {0}: {1} at {2}.', plan.name, value, `step ${x} (epoch ${epoch})`);
  return [{ kind: 'best', x, y, series: id, line, label }];
}

function seriesOf(
  { x, y, kind }: Plan,
  id: number,
  { stepsPerEpoch }: Kind,
  smoothing: number,
): FrameSeries {
  const finite = x.map((_, index) => index).filter((index) => Number.isFinite(y[index]));
  const odd = x.map((_, index) => index).filter((index) => !Number.isFinite(y[index]));
  const pick = (from: readonly number[], which: readonly number[]) =>
    Float64Array.from(which, (index) => from[index] ?? Number.NaN);
  const ys = pick(y, finite);
  const isUp = kind === 'accuracy';
  const at = finite.reduce(
    (best, index) => ((y[index] ?? 0) > (y[best] ?? 0) === isUp ? index : best),
    finite[0] ?? 0,
  );
  return {
    id,
    x: pick(x, finite),
    y: ys,
    smooth: smoothing > 0 && ys.length > 200 ? smoothed(ys, smoothing) : undefined,
    line: Float64Array.from(finite, (index) => index + 2),
    epoch: Float64Array.from(finite, (index) => Math.floor((x[index] ?? 0) / stepsPerEpoch)),
    oddX: pick(x, odd),
    oddY: pick(y, odd),
    oddLine: Float64Array.from(odd, (index) => index + 2),
    best: {
      x: x[at] ?? 0,
      y: y[at] ?? 0,
      epoch: Math.floor((x[at] ?? 0) / stepsPerEpoch),
      line: at + 2,
    },
  };
}

function smoothed(y: Float64Array, weight: number): Float64Array {
  let sum = 0;
  let total = 0;
  return y.map((value) => {
    sum = weight * sum + (1 - weight) * value;
    total = weight * total + (1 - weight);
    return sum / total;
  });
}

function runOf(kind: Kind, frames: readonly FrameSeries[]): RunSummary {
  const last = Math.max(...kind.plans.flatMap(({ x }) => x.slice(-1)));
  const points = kind.plans.reduce((sum, { x }) => sum + x.length, 0);
  return {
    id: kind.name,
    name: kind.name,
    file: `/logs/${kind.name}/train.log`,
    format: 'text',
    state: kind.state ?? 'live',
    attempts: 1,
    series: kind.plans.map((plan, id) => summaryOf(plan, id, frames[id]?.best)),
    points,
    progress: {
      epoch: Math.floor(last / kind.stepsPerEpoch),
      epochs: kind.epochs,
      step: last,
      elapsed: 4320,
      remaining: kind.epochs ? 4860 : undefined,
    },
    axes: ['step', 'epoch', 'time'],
    verdicts: kind.verdicts,
    pair: kind.pair,
    seq: points,
    changedAt: 0,
  };
}

function summaryOf(plan: Plan, id: number, best: PointAt | undefined): SeriesSummary {
  const { name, metric, split, kind, x, y } = plan;
  const index = x.length - 1;
  const role = kind === 'lr' ? 'lr' : split;
  const last = { x: x[index] ?? 0, y: y[index] ?? 0, line: index + 2 };
  return {
    id,
    name,
    metric,
    split,
    kind,
    role,
    better: kind === 'lr' || kind === 'other' ? undefined : kind === 'accuracy' ? 'max' : 'min',
    xUnit: 'step',
    count: x.length,
    last,
    best,
  };
}
