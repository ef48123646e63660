import { AskedAt } from './askedAt.js';
import { LIMITS, type Limits, limitsOf } from './limits.js';
import type { Rule } from './rules/rule.js';
import { type RuleSettings, rulesAsSet } from './rules/ruleSettings.js';

/** The rules as somebody set them, sorted out once for all runs that are judged by them. */
export interface RuleBook {
  readonly limits: Limits;
  readonly alarms: readonly Rule[];
  readonly states: readonly Rule[];
  readonly alarmsAt: AskedAt;
  /** The states that have to be earned: all but the one a run begins in. */
  readonly statesAt: AskedAt;
}

/** Thousands of runs are judged by the same settings: a book for each would outweigh their points. */
const books = new WeakMap<RuleSettings, RuleBook>();

export function ruleBookOf(settings: RuleSettings): RuleBook {
  const known = books.get(settings);
  if (known) return known;
  const book = newBook(settings);
  books.set(settings, book);
  return book;
}

function newBook(settings: RuleSettings): RuleBook {
  const limits = limitsOf(settings.limits);
  const rules = rulesAsSet(settings).map((rule) => patient(rule, limits.patience));
  const alarms = rules.filter(({ kind }) => kind === 'alarm');
  const states = rules.filter(({ kind }) => kind === 'state');
  const [alarmsAt, statesAt] = [new AskedAt(alarms), new AskedAt(states.slice(0, -1))];
  return { limits, alarms, states, alarmsAt, statesAt };
}

/** A rule that speaks at once still does; the others wait longer or less long, all by the same. */
function patient(rule: Rule, patience: number): Rule {
  if (rule.steadyFor === 1) return rule;
  const steadyFor = Math.max(1, rule.steadyFor + patience - LIMITS.patience.fallback);
  return { ...rule, steadyFor };
}
