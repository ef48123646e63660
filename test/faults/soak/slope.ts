/** A number with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** What `y` gains for each unit of `x`, by least squares; its error is that of independent residuals. */
export function slope(x: readonly number[], y: readonly number[]): Estimate {
  const along = fromMean(x);
  const gains = fromMean(y);
  const spread = dot(along, along);
  const value = dot(along, gains) / spread;
  const rest = gains.map((gain, at) => gain - value * (along[at] ?? 0));
  return { value, error: Math.sqrt(dot(rest, rest) / (x.length - 2) / spread) };
}

function fromMean(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
