import { findClock, type LineClock } from './lineClock.js';
import { beginOf, endOf, type Numbers } from './lineNumbers.js';
import type { Guard, LinePlan, Source } from './linePlan.js';
import * as field from './planFields.js';
import { isSeconds } from './recordDraft.js';
import type { Understood } from './understood.js';

/** The numbers of a text of one byte a character, and its shape as a word. */
type Scan = (codes: Uint8Array) => (Numbers & { readonly shape: string }) | undefined;
type Understand = (text: string) => Understood;

/** What the digits of a number are turned into, to see what hangs on them. */
const VARIANTS: readonly Variant[] = [
  turned((digit) => (digit + 3) % 10),
  turned((digit) => (digit + 6) % 10),
  turned(() => 0),
  (digits) => digits.replace(/^\d+/, (whole) => `${whole}7`),
  (digits) => digits.replace(/^(\d)\d+/, '$1'),
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
  const print = new Print(text, numbers);
  const { shape } = numbers;
  const hasShape = (other: string) => scan(codesOf(other))?.shape === shape;
  const known: Known = { print, said, fields, understand, clock, hasShape };
  const guards: Guard[] = [];
  for (let slot = 0; slot < print.printed.length; slot++) {
    const followers = followersOf(slot, known);
    if (followers === 'unknown') return undefined;
    if (followers === 'all') guards.push({ slot, value: Number(print.printed[slot]) });
    else
      for (const { index, sign } of followers) {
        if (sources[index]) return undefined;
        sources[index] = { slot, sign };
      }
  }
  if (guards.length > MOST_GUARDS || (time !== undefined && !clock && !sources[field.TIME]))
    return undefined;
  const plan = { guards, said, sources, clock };
  return VARIANTS.every((variant) => holds(plan, known, variant)) ? plan : undefined;
}

/** Takes digits and a point, without an exponent. */
type Variant = (digits: string) => string;

/** A line as text, to be printed again with other numbers. */
class Print {
  /** The numbers as they are printed. */
  readonly printed: readonly string[];
  readonly #between: readonly string[];

  constructor(text: string, numbers: Numbers) {
    const at = (memory: number) => memory - numbers.start;
    const slots = Array.from({ length: numbers.count }, (_, slot) => slot);
    const ends = [0, ...slots.map((slot) => at(endOf(numbers, slot)))];
    const begins = [...slots.map((slot) => at(beginOf(numbers, slot))), text.length];
    this.printed = slots.map((slot) => text.slice(begins[slot], ends[slot + 1]));
    this.#between = begins.map((begin, i) => text.slice(ends[i], begin));
  }

  with(numbers: readonly string[]): string {
    return this.#between.map((part, i) => part + (numbers[i] ?? '')).join('');
  }
}

interface Known {
  readonly print: Print;
  readonly said: Understood;
  readonly fields: readonly (number | undefined)[];
  readonly understand: Understand;
  readonly clock: LineClock | undefined;
  /** Whether a text has the shape of the line: with other digits it may have become a date. */
  readonly hasShape: (text: string) => boolean;
}

interface Follower {
  readonly index: number;
  readonly sign: 1 | -1;
}

/** The fields that follow one number; 'all': what the line says changes with it. */
function followersOf(slot: number, known: Known): readonly Follower[] | 'all' | 'unknown' {
  const { print, said, fields, understand, clock, hasShape } = known;
  const printed = print.printed[slot] ?? '';
  const tries: string[] = [];
  const nexts: (readonly (number | undefined)[])[] = [];
  for (const variant of VARIANTS) {
    const other = withDigits(printed, variant);
    const text = print.with(print.printed.map((one, i) => (i === slot ? other : one)));
    if (other === printed || !hasShape(text)) continue;
    const now = understand(text);
    if (!field.isAlike(said, now)) return 'all';
    tries.push(other);
    nexts.push(field.fieldsOf(now));
  }
  if (tries.length === 0) return 'all';
  const followers: Follower[] = [];
  for (const [index, value] of fields.entries()) {
    const changed = nexts.filter((next) => !Object.is(next[index], value));
    if (changed.length === 0 || (index === field.TIME && clock)) continue;
    const sign = signOf(value, Number(printed));
    const follows = nexts.every((next, i) =>
      isFollower(index, next[index], sign * Number(tries[i])),
    );
    if (!follows || sign === 0) return 'unknown';
    followers.push({ index, sign });
  }
  return followers;
}

/** All numbers but the guards changed at once: what hangs on several of them shows here. */
function holds(
  { guards, said, sources, clock }: LinePlan,
  known: Known,
  variant: Variant,
): boolean {
  const { print, fields, understand, hasShape } = known;
  const guarded = new Set(guards.map(({ slot }) => slot));
  const changed = print.printed.map((one, slot) =>
    guarded.has(slot) ? one : withDigits(one, variant),
  );
  const text = print.with(changed);
  if (!hasShape(text)) return true;
  const now = understand(text);
  if (!field.isAlike(said, now)) return false;
  return field.fieldsOf(now).every((value, index) => {
    const source = sources[index];
    if (source) return isFollower(index, value, source.sign * Number(changed[source.slot]));
    return (index === field.TIME && clock !== undefined) || Object.is(value, fields[index]);
  });
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

function turned(turn: (digit: number) => number): Variant {
  return (digits) => digits.replace(/\d/g, (digit) => String(turn(Number(digit))));
}

function withDigits(printed: string, variant: Variant): string {
  const mantissa = /^[\d.]*/.exec(printed)?.[0] ?? '';
  return variant(mantissa) + printed.slice(mantissa.length);
}

/** One code a character: all that is not ASCII is alike. */
function codesOf(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = Math.min(128, text.charCodeAt(i));
  return codes;
}
