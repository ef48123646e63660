import { medianOfLast } from './runningMedian.js';

/**
 * Theil-Sen slope a step: the median of the slopes between all pairs of values. A quarter of the values
 * may be wild without moving it. NaN below 2 values. O(n^2), so feed it blocks, not points.
 *
 * @source Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
 */
export function theilSen(values: readonly number[]): number {
  const slopes = values.flatMap((value, later) =>
    values.slice(0, later).map((earlier, index) => (value - earlier) / (later - index)),
  );
  return medianOfLast(slopes, slopes.length);
}
