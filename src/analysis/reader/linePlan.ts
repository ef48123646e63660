import type { Draft, Pair } from './draft.js';
import { findClock, type LineClock, readClock } from './lineClock.js';
import { beginOf, endOf, type Numbers, numberOf } from './lineNumbers.js';
import * as field from './planFields.js';
import { isSeconds } from './recordDraft.js';
import type { Understood } from './understood.js';

/** A number that the meaning of the line hangs on ("rank 0", a name with an index): it must be this one. */
interface Guard {
  readonly slot: number;
  readonly value: number;
}

/** Which number of the line a field is, and whether a minus stands before it. */
interface Source {
  readonly slot: number;
  readonly sign: 1 | -1;
}

/** How the lines of one shape are read: which number of the line is what. */
export interface LinePlan {
  readonly guards: readonly Guard[];
  /** What one line of the shape said; the numbers of `sources` take the place of its own. */
  readonly said: Understood;
  readonly sources: readonly (Source | undefined)[];
  readonly clock: LineClock | undefined;
}

/** The numbers of a text of one byte a character, with the same shape as the line. */
type Scan = (codes: Uint8Array) => Numbers | undefined;
type Understand = (text: string) => Understood;

/** What each digit of a number is turned into, to see what hangs on it. */
const VARIANTS: readonly ((digit: number) => number)[] = [
  (digit) => (digit + 3) % 10,
  (digit) => (digit + 6) % 10,
  () => 0,
];
const PLANNED: ReadonlySet<Understood['says']> = new Set([
  'nothing',
  'metrics',
  'position',
  'section',
]);
/** A line that hangs on more of its numbers is read anew each time. */
const MOST_GUARDS = 3;

/**
 * Finds out how a line is read by reading it again with other digits: what follows a number comes
 * from there, what stays belongs to the shape. Undefined where a value is neither (a sum, a grouped
 * thousand): such lines are read in full each time. Costs three readings a number, once a shape.
 */
export function learnPlan(text: string, scan: Scan, understand: Understand): LinePlan | undefined {
  const said = understand(text);
  const numbers = PLANNED.has(said.says) ? scan(codesOf(text)) : undefined;
  if (!numbers) return undefined;
  const fields = field.fieldsOf(said);
  const sources: (Source | undefined)[] = fields.map(() => undefined);
  const time = fields[field.TIME];
  const clock = time === undefined ? undefined : findClock(text, time, numbers);
  const guards: Guard[] = [];
  for (let slot = 0; slot < numbers.count; slot++) {
    const from = beginOf(numbers, slot) - numbers.start;
    const to = endOf(numbers, slot) - numbers.start;
    const followers = followersOf(text, from, to, { said, fields, understand, clock });
    if (followers === 'unknown') return undefined;
    if (followers === 'all') guards.push({ slot, value: numberOf(numbers, slot) });
    else
      for (const { index, sign } of followers) {
        if (sources[index]) return undefined;
        sources[index] = { slot, sign };
      }
  }
  if (guards.length > MOST_GUARDS || (time !== undefined && !clock && !sources[field.TIME]))
    return undefined;
  return { guards, said, sources, clock };
}

interface Known {
  readonly said: Understood;
  readonly fields: readonly (number | undefined)[];
  readonly understand: Understand;
  readonly clock: LineClock | undefined;
}

interface Follower {
  readonly index: number;
  readonly sign: 1 | -1;
}

/** The fields that follow one number; 'all': what the line says changes with it. */
function followersOf(
  text: string,
  from: number,
  to: number,
  known: Known,
): readonly Follower[] | 'all' | 'unknown' {
  const printed = text.slice(from, to);
  const tries = VARIANTS.map((variant) => withDigits(printed, variant)).filter(
    (other) => other !== printed,
  );
  const nexts: (readonly (number | undefined)[])[] = [];
  for (const other of tries) {
    const now = known.understand(text.slice(0, from) + other + text.slice(to));
    if (!field.isAlike(known.said, now)) return 'all';
    nexts.push(field.fieldsOf(now));
  }
  const followers: Follower[] = [];
  for (const [index, value] of known.fields.entries()) {
    const changed = nexts.filter((next) => !Object.is(next[index], value));
    if (changed.length === 0 || (index === field.TIME && known.clock)) continue;
    const sign = signOf(value, Number(printed));
    const follows = nexts.every((next, i) =>
      isFollower(index, next[index], sign * Number(tries[i])),
    );
    if (!follows || sign === 0) return 'unknown';
    followers.push({ index, sign });
  }
  return followers;
}

function signOf(value: number | undefined, printed: number): 1 | -1 | 0 {
  if (value === undefined) return 0;
  if (Object.is(value, -printed)) return -1;
  return value === printed ? 1 : 0;
}

/** A time that is none of this century is no time. */
function isFollower(index: number, now: number | undefined, expected: number): boolean {
  return (
    now === expected ||
    (index === field.TIME && now === undefined && isSeconds(expected) === undefined)
  );
}

function withDigits(printed: string, variant: (digit: number) => number): string {
  const mantissa = /^[\d.]*/.exec(printed)?.[0] ?? '';
  return (
    mantissa.replace(/\d/g, (digit) => String(variant(Number(digit)))) +
    printed.slice(mantissa.length)
  );
}

/** One code a character: all that is not ASCII is alike. */
function codesOf(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = Math.min(128, text.charCodeAt(i));
  return codes;
}

/** Whether the plan fits a line with these numbers. */
export function fits({ guards }: LinePlan, numbers: Numbers): boolean {
  return guards.every(({ slot, value }) => numberOf(numbers, slot) === value);
}

/** What the line says: the plan with the numbers of the line. */
export function followPlan(
  plan: LinePlan,
  numbers: Numbers,
  line: number,
  offset: number,
): Understood {
  const { said, sources } = plan;
  if (said.says !== 'metrics' && said.says !== 'position') return said;
  const number = (index: number, constant: number | undefined) => {
    const source = sources[index];
    return source ? source.sign * numberOf(numbers, source.slot) : constant;
  };
  if (said.says === 'position') {
    const { position, split } = said;
    return {
      says: 'position',
      position: {
        epoch: number(field.EPOCH, position.epoch),
        epochs: number(field.EPOCHS, position.epochs),
        step: number(field.STEP, position.step),
        steps: number(field.STEPS, position.steps),
        counter: position.counter,
        isStepInEpoch: position.isStepInEpoch,
      },
      split,
    };
  }
  const { draft, shape } = said;
  const pairs: Pair[] = [];
  for (let i = 0; i < draft.pairs.length; i++) {
    const pair = draft.pairs[i] as Pair;
    const value = number(field.VALUES + i, pair.value) as number;
    pairs.push({ name: pair.name, value, split: pair.split });
  }
  const { bar } = draft;
  const planned: Draft = {
    epoch: number(field.EPOCH, draft.epoch),
    epochs: number(field.EPOCHS, draft.epochs),
    step: number(field.STEP, draft.step),
    steps: number(field.STEPS, draft.steps),
    counter: draft.counter,
    isStepInEpoch: draft.isStepInEpoch,
    isCounted: draft.isCounted,
    format: draft.format,
    pairs,
    split: draft.split,
    bar: bar && {
      title: bar.title,
      done: number(field.DONE, bar.done) as number,
      total: number(field.TOTAL, bar.total) as number,
    },
    isCertain: draft.isCertain,
    time: plan.clock ? readClock(plan.clock, numbers) : isSeconds(number(field.TIME, draft.time)),
    at: { text: '', line, offset },
    kin: said,
  };
  return { says: 'metrics', draft: planned, shape };
}
