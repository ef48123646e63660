import type { Trace } from './trace.js';

export interface Pair {
  readonly train: Trace | undefined;
  readonly val: Trace | undefined;
}

/**
 * The curves by which a run is judged: train and validation of one loss. "loss" first, else the first
 * loss that has both splits, else whatever stands alone. Curves without a split (adversarial losses,
 * rewards) and metrics whose higher values are better are never judged as losses.
 */
export function choosePair(traces: readonly Trace[]): Pair {
  const losses = traces.filter(isLoss);
  const trains = losses.filter(({ info }) => info.role === 'train');
  const vals = losses.filter(({ info }) => info.role === 'val');
  const partner = (train: Trace) => vals.find((val) => val.info.metric === train.info.metric);

  const paired = [...trains].sort(byName).find(partner);
  if (paired) return { train: paired, val: partner(paired) };
  const train = [...trains].sort(byName)[0];
  const val = [...vals].sort(byName)[0];
  // Two losses of different names may measure different things; alone in their split they belong together.
  return train && val && (trains.length > 1 || vals.length > 1)
    ? { train, val: undefined }
    : { train, val };
}

function isLoss({ info }: Trace): boolean {
  return info.better === 'min' && (info.kind === 'loss' || info.kind === 'error');
}

/** Stable: losses before error measures, "loss" before all others. */
function byName(a: Trace, b: Trace): number {
  return rank(a) - rank(b);
}

function rank({ info }: Trace): number {
  if (info.metric === 'loss') return 0;
  return info.kind === 'loss' ? 1 : 2;
}
