/**
 * Mann-Kendall z of a short sequence: below -3.29 it falls, above 3.29 it rises (p < 0.001, two-sided).
 * Distribution-free; ties count as neither. 0 below 4 values. O(n^2), so feed it blocks, not points.
 *
 * @source Mann, "Nonparametric tests against trend", Econometrica 13 (1945).
 */
export function mannKendall(values: readonly number[]): number {
  const n = values.length;
  if (n < 4) return 0;
  let score = 0;
  for (let later = 1; later < n; later++) {
    const value = values[later] ?? 0;
    for (let earlier = 0; earlier < later; earlier++)
      score += Math.sign(value - (values[earlier] ?? 0));
  }
  const sigma = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  return (score - Math.sign(score)) / sigma;
}

/** Significance used throughout: p < 0.001, two-sided. */
export const CLEAR_TREND = 3.29;
