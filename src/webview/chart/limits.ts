import type { Curve } from '../cards.js';

/** Ends of the y axis, and the largest value that they cut off. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly clippedUpTo: number | undefined;
}

/** The start of a training is steep: this part of the window does not decide what is an outlier. */
const START = 0.03;
/** A value is an outlier when it is this much above the level that 97 of 100 points stay under. */
const QUANTILE = 0.97;
const ROOM = 1.15;

/**
 * Limits of the y axis for what lies between `from` and `to`. With `isClipped` a few huge values
 * (the first steps, a spike, an explosion) do not flatten everything else; the card says so.
 */
export function limitsOf(
  curves: readonly Curve[],
  from: number,
  to: number,
  { isLog, isClipped }: { readonly isLog: boolean; readonly isClipped: boolean },
): Limits {
  const seen: number[] = [];
  const late: number[] = [];
  let min = Number.POSITIVE_INFINITY;
  for (const { data, line } of curves) {
    for (let index = 0; index < data.x.length; index++) {
      const x = data.x[index] ?? Number.NaN;
      const y = data.y[index] ?? Number.NaN;
      if (!(x >= from && x <= to) || !Number.isFinite(y) || (isLog && y <= 0)) continue;
      seen.push(y);
      if (y < min) min = y;
      const level = line[index] ?? Number.NaN;
      if (x >= from + START * (to - from) && Number.isFinite(level)) late.push(level);
    }
  }
  if (seen.length === 0) return { min: isLog ? 0.1 : 0, max: 1, clippedUpTo: undefined };
  const largest = seen.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const cut = isClipped && !isLog && late.length >= 20 ? quantile(late, QUANTILE) : largest;
  const roof = min + ROOM * (cut - min) + 0.15 * Math.abs(cut);
  const isCut = largest > min + 1.35 * (roof - min);
  const max = isCut ? roof : largest;
  return { ...pad(min, max, isLog), clippedUpTo: isCut ? largest : undefined };
}

/** A floor at zero where it is near; otherwise a little air on both sides. */
function pad(min: number, max: number, isLog: boolean): { min: number; max: number } {
  if (isLog) return { min: min / 1.3, max: max * 1.3 };
  const span = max - min || Math.abs(max) || 1;
  const floor = min >= 0 && min < 0.6 * span ? 0 : min - 0.06 * span;
  const roof = max <= 0 && -max < 0.2 * span ? 0 : max + 0.04 * span;
  return { min: floor, max: max === min ? max + span / 2 : roof };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
