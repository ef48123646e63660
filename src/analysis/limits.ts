/** A number that a rule compares with, as the user may set it. */
export interface LimitRow {
  /** The measured value; what was measured stands at the rule. */
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
  /** `percent` is set as 3 and read as 0.03. */
  readonly unit: 'percent' | 'sigma' | 'factor' | 'points' | 'seconds' | 'intervals';
}

/** Every threshold that can be set, by its rule; whole numbers where the unit counts something. */
export const LIMITS = {
  /** Answers in a row before a verdict is said or taken back; rules that speak at once still do. */
  patience: { fallback: 3, least: 1, most: 50, unit: 'points' },
  'diverging.factor': { fallback: 1.5, least: 1.05, most: 100, unit: 'factor' },
  'diverging.sigmas': { fallback: 6, least: 1, most: 50, unit: 'sigma' },
  'val-never-improved.trainFellPercent': { fallback: 20, least: 1, most: 99, unit: 'percent' },
  'not-learning.movedPercent': { fallback: 2, least: 0.1, most: 50, unit: 'percent' },
  'overfitting.risePercent': { fallback: 3, least: 0.1, most: 100, unit: 'percent' },
  'overfitting.clearRisePercent': { fallback: 5, least: 0.1, most: 500, unit: 'percent' },
  'overfitting.sigmas': { fallback: 3, least: 0.5, most: 50, unit: 'sigma' },
  'stalled-log.seconds': { fallback: 60, least: 5, most: 86_400, unit: 'seconds' },
  'stalled-log.intervals': { fallback: 10, least: 2, most: 1000, unit: 'intervals' },
  'spike.sigmas': { fallback: 7, least: 2, most: 100, unit: 'sigma' },
  'oscillating.ofLevelPercent': { fallback: 40, least: 5, most: 500, unit: 'percent' },
  'too-slow.fellPercent': { fallback: 5, least: 0.1, most: 50, unit: 'percent' },
  'val-below-train.belowPercent': { fallback: 10, least: 1, most: 90, unit: 'percent' },
  'suspect-data.fellPercent': { fallback: 5, least: 0.5, most: 90, unit: 'percent' },
  'plateau.restPercent': { fallback: 1, least: 0.05, most: 20, unit: 'percent' },
  'generalisation-stalled.validations': { fallback: 10, least: 3, most: 10_000, unit: 'points' },
  'converged.stillPercent': { fallback: 3, least: 0.05, most: 20, unit: 'percent' },
} as const satisfies Readonly<Record<string, LimitRow>>;

export type LimitKey = keyof typeof LIMITS;

/** As rules compare with them: percentages as fractions. */
export type Limits = Readonly<Record<LimitKey, number>>;

/** The limits with some of them set otherwise (in their own unit); what was not set is as measured. */
export function limitsOf(set: Readonly<Partial<Record<LimitKey, number>>> = {}): Limits {
  const rows = Object.entries<LimitRow>(LIMITS).map(([key, { fallback, unit }]) => {
    const value = set[key as LimitKey] ?? fallback;
    return [key, unit === 'percent' ? value / 100 : value];
  });
  return Object.fromEntries(rows) as Limits;
}

export const MEASURED = limitsOf();
