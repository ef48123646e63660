import type { Trace } from './trace.js';

export interface Pair {
  readonly train: Trace | undefined;
  readonly val: Trace | undefined;
}

/**
 * The curves by which a run is judged: train and validation of one loss. "loss" first, else the first
 * loss that has both splits, else whatever stands alone. Curves without a split
 * and losses whose target moves while they are trained are never judged. Metrics whose higher values
 * are better are judged where the run has no such loss.
 */
export function choosePair(traces: readonly Trace[]): Pair {
  const losses = traces.filter(isLoss);
  const trains = losses.filter(({ info }) => info.role === 'train');
  const vals = losses.filter(({ info }) => info.role === 'val');
  const partner = (train: Trace) => vals.find((val) => val.info.metric === train.info.metric);

  const paired = [...trains].sort(byName).find(partner);
  if (paired) return { train: paired, val: partner(paired) };
  const isLone = trains.length + vals.length > 0 && !traces.some(hasMovingTarget);
  return isLone ? lonePair(trains, vals) : risingPair(traces);
}

function lonePair(trains: readonly Trace[], vals: readonly Trace[]): Pair {
  const train = [...trains].sort(byName)[0];
  const val = [...vals].sort(byName)[0];
  // Two losses of different names may measure different things; alone in their split they belong together.
  return train && val && (trains.length > 1 || vals.length > 1)
    ? { train, val: undefined }
    : { train, val };
}

function isLoss(trace: Trace): boolean {
  const { better, kind } = trace.info;
  return better === 'min' && (kind === 'loss' || kind === 'error') && !hasMovingTarget(trace);
}

/** Words of a metric's name. The single letters are generator, discriminator and action value. */
const MOVING =
  /(?:^|_)(?:g|d|gen|generator|disc|discriminator|gan|adv|adversarial|critic|actor|policy|value_loss|pg|vf|td|qf\d?|q\d?)(?:_|$)/;

/**
 * The loss of one of two players (GAN), or of a policy and its value function: what it is measured
 * against is trained as well, so that a rise or a rest means nothing. A sum that stands beside it
 * ("loss") has the same fault, unless it is validated: then it is that of a supervised model.
 */
function hasMovingTarget({ info }: Trace): boolean {
  return (info.kind === 'loss' || info.kind === 'error') && MOVING.test(info.metric);
}

/**
 * Of a run without such a loss: train and validation of one accuracy, "acc" first; a reward, which needs no
 * split; any other measure of which more is better. They are judged by what is known of such curves.
 */
function risingPair(traces: readonly Trace[]): Pair {
  const rising = traces.filter(({ rises }) => rises).sort(byAccuracy);
  const of = (role: string) => rising.filter(({ info }) => info.role === role);
  const vals = of('val');
  const partner = (train: Trace) => vals.find((val) => val.info.metric === train.info.metric);
  const paired = of('train').find(partner);
  if (paired) return { train: paired, val: partner(paired) };
  const val = vals[0];
  if (val) return { train: undefined, val };
  return { train: of('train')[0] ?? rising.find(isReward), val: undefined };
}

function isReward({ info }: Trace): boolean {
  return info.kind === 'reward';
}

function byAccuracy(a: Trace, b: Trace): number {
  return Number(b.info.metric === 'acc') - Number(a.info.metric === 'acc');
}

/** Stable: losses before error measures, "loss" before all others. */
function byName(a: Trace, b: Trace): number {
  return rank(a) - rank(b);
}

function rank({ info }: Trace): number {
  if (info.metric === 'loss') return 0;
  return info.kind === 'loss' ? 1 : 2;
}
