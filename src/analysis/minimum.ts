/**
 * Finite points below which nothing is said of a curve (NaN apart). Validation: 10, from
 * OverfitGuard's and our own runs; train without validation has to make up for its noise.
 */
export const MINIMUM = { val: 10, train: 20 } as const;
