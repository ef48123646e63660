import { LIMITS, type LimitKey, type LimitRow } from '../limits.js';
import type { Phrase, Severity, VerdictCode } from '../model.js';
import { phrase } from '../phrase.js';
import { RULES } from './index.js';
import type { Rule } from './rule.js';

/** How loud a rule is. `default`: as it judges itself. */
export type Loudness = 'default' | 'off' | Severity;

const LOUDNESS: readonly Loudness[] = ['default', 'off', 'info', 'hint', 'warning', 'error'];

/** What the user set otherwise; nothing set is what was measured. Plain data: it travels as it is. */
export interface RuleSettings {
  readonly loudness: Readonly<Partial<Record<VerdictCode, Loudness>>>;
  readonly limits: Readonly<Partial<Record<LimitKey, number>>>;
}

export const NOTHING_SET: RuleSettings = { loudness: {}, limits: {} };

/** The rules whose loudness can be set: all but the state a run begins in. */
export const SETTABLE: readonly Rule[] = RULES.slice(0, -1);

/** Every name that can be set, with its measured value, in the order of RULES. */
export function settableNames(): readonly (readonly [name: string, fallback: string | number])[] {
  const limits = Object.entries<LimitRow>(LIMITS);
  const general = limits.filter(([key]) => !key.includes('.'));
  const ofRule = ({ code }: Rule) => [
    [`${code}.severity`, 'default'] as const,
    ...limits
      .filter(([key]) => key.startsWith(`${code}.`))
      .map(([key, { fallback }]) => [key, fallback] as const),
  ];
  return [
    ...general.map(([key, { fallback }]) => [key, fallback] as const),
    ...SETTABLE.flatMap(ofRule),
  ];
}

/** A setting as somebody wrote it: `overfitting.risePercent` and its value. */
export type RulePair = readonly [name: string, value: unknown];

export interface ReadSettings {
  readonly settings: RuleSettings;
  /** One clear line for each value that cannot be used; the measured one stands in its place. */
  readonly wrong: readonly Phrase[];
}

/** Reads pairs such as `overfitting.risePercent: 4` and `spike.severity: 'off'`, whoever wrote them. */
export function readRuleSettings(pairs: Iterable<RulePair>): ReadSettings {
  const loudness: Partial<Record<VerdictCode, Loudness>> = {};
  const limits: Partial<Record<LimitKey, number>> = {};
  const wrong: Phrase[] = [];
  for (const [name, value] of pairs) {
    const rule = SETTABLE.find(({ code }) => name === `${code}.severity`);
    if (rule) {
      const level = LOUDNESS.find((known) => known === value);
      if (level) loudness[rule.code] = level;
      else wrong.push(phrase('{0} takes {1}, not {2}.', name, LOUDNESS.join(', '), written(value)));
    } else if (isLimit(name)) {
      const { least, most, unit }: LimitRow = LIMITS[name];
      if (isBetween(value, least, most)) limits[name] = value;
      else wrong.push(outside(name, least, most, unit, value));
    } else wrong.push(phrase('There is no setting {0} of the rules.', name));
  }
  return { settings: { loudness, limits }, wrong };
}

/** The rules as set: without those that are off, each as loud as it was told to be. */
export function rulesAsSet({ loudness }: RuleSettings): readonly Rule[] {
  return RULES.flatMap((rule) => {
    const level = loudness[rule.code] ?? 'default';
    if (level === 'default') return [rule];
    return level === 'off' ? [] : [{ ...rule, loudness: level }];
  });
}

function isLimit(name: string): name is LimitKey {
  return Object.hasOwn(LIMITS, name);
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function outside(
  name: string,
  least: number,
  most: number,
  unit: LimitRow['unit'],
  value: unknown,
): Phrase {
  const not = written(value);
  switch (unit) {
    case 'percent':
      return phrase('{0} takes {1} to {2} percent, not {3}.', name, least, most, not);
    case 'seconds':
      return phrase('{0} takes {1} to {2} seconds, not {3}.', name, least, most, not);
    default:
      return phrase('{0} takes a number from {1} to {2}, not {3}.', name, least, most, not);
  }
}

/** Short: a value of a settings file may be anything. */
function written(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
