/** A number with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * Ordinary least squares: what `y` gains for each unit of each cause, beside a constant. The errors
 * are those of independent residuals.
 */
export function slopes(
  y: readonly number[],
  causes: readonly (readonly number[])[],
): readonly Estimate[] {
  const deviations = causes.map(fromMean);
  const gains = fromMean(y);
  const products = deviations.map((a) => deviations.map((b) => dot(a, b)));
  const inverse = inverted(products);
  const weights = deviations.map((a) => dot(a, gains));
  const values = inverse.map((row) => dot(row, weights));
  const rest = gains.map(
    (gain, at) =>
      gain - values.reduce((sum, value, k) => sum + value * (deviations[k]?.[at] ?? 0), 0),
  );
  const variance = dot(rest, rest) / (y.length - causes.length - 1);
  return values.map((value, k) => ({
    value,
    error: Math.sqrt(variance * (inverse[k]?.[k] ?? Number.NaN)),
  }));
}

function fromMean(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Of one or two causes: more are not asked for. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const [[a = 0, b = 0] = [], second] = matrix;
  if (!second) return [[1 / a]];
  const d = second[1] ?? 0;
  const determinant = a * d - b * b;
  return [
    [d / determinant, -b / determinant],
    [-b / determinant, a / determinant],
  ];
}
