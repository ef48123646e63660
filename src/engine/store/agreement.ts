import type { Series } from './series.js';

/** Places compared at each end of an overlap: a copy shows itself in a few, a stranger too. */
const COMPARED = 500;
/** Rows passed over at most in search of them. */
const SCANNED = 20_000;
/** After so many places of which none agrees, no more are looked at. */
const STRANGE = 8;
/** Values looked at to learn how many digits a series is printed with. */
const SAMPLED = 64;
/** A number of 32 bits, as event files keep it, holds no more digits. */
const DIGITS_OF_FLOAT32 = 7;
/** At one rounded place (an epoch with two decimals) stand several points: looked this far for a twin. */
const CROWD = 16;

type Unit = 'step' | 'epoch' | 'index';

/** How two series agree where they overlap. */
export interface Agreement {
  /** Places that both have. */
  readonly places: number;
  /** Of these, with values that are equal up to their printed digits. */
  readonly equal: number;
  /** Different values among the equal ones, and the digits in which those agree, in all. */
  readonly distinct: number;
  readonly digits: number;
}

/** The last attempt of a series, with what is needed to compare it. */
interface Side {
  readonly series: Series;
  readonly from: number;
  readonly unit: Unit;
  /** Points up to which this is believed. */
  readonly until: number;
  /** Smallest printed part of a place and of a value, and the digits of a value. */
  readonly placeGrain: number;
  readonly grain: number;
  readonly digits: number;
}

/** Compares the last attempts. Counting from 0 here and from 1 there is the same place. */
export function agreementOf(a: Series, b: Series): Agreement {
  const unit = commonUnit(a, b);
  const [left, right] = [sideOf(a, unit), sideOf(b, unit)];
  const shifts = unit === 'index' ? [0] : [0, 1, -1];
  let best: Agreement | undefined;
  for (const shift of shifts) {
    const found = compared(left, right, shift);
    if (!best || found.equal > best.equal) best = found;
    if (best.equal > 0 && best.equal === best.places) break;
  }
  return best ?? { places: 0, equal: 0, distinct: 0, digits: 0 };
}

/** A copy never differs where both speak; one place in twenty may (a repaint, another rounding). */
export function isCopy({ places, equal }: Agreement): boolean {
  return places > 0 && equal >= 0.95 * places;
}

function commonUnit(a: Series, b: Series): Unit {
  if (a.xUnit === 'index' || b.xUnit === 'index') return 'index';
  if (a.rows.has('step') && b.rows.has('step') && a.xUnit === b.xUnit) return a.xUnit;
  if (a.rows.has('epoch') && b.rows.has('epoch')) return 'epoch';
  return a.rows.has('step') && b.rows.has('step') ? 'step' : 'index';
}

/** What a series prints, by axis: it is looked at again only when the series has grown by half. */
const sides = new WeakMap<Series, Map<Unit, Side>>();

function sideOf(series: Series, unit: Unit): Side {
  const known = sides.get(series) ?? new Map<Unit, Side>();
  const before = known.get(unit);
  const from = lastAttempt(series);
  const isSame = before?.from === from && series.count <= before.until;
  if (isSame) return before;
  const side = lookedAt(series, unit, from);
  sides.set(series, known.set(unit, side));
  return side;
}

function lastAttempt({ count, rows }: Series): number {
  const started = rows.attempts('step').filter((attempt) => attempt.from < count);
  return started.at(-1)?.from ?? 0;
}

function lookedAt(series: Series, unit: Unit, from: number): Side {
  const { count } = series;
  const side = { series, from, unit, until: 1.5 * count };
  const stride = Math.max(1, Math.floor((count - from) / SAMPLED));
  const [places, values]: [number[], number[]] = [[], []];
  for (let index = from; index < count; index += stride) {
    places.push(placeAt(side, index));
    values.push(series.y.at(index));
  }
  return { ...side, placeGrain: printing(places).grain, ...printing(values) };
}

function placeAt({ series, unit, from }: Pick<Side, 'series' | 'unit' | 'from'>, index: number) {
  return unit === 'index' ? index - from : series.rows.at(unit, index);
}

/** The finest decimal place and the most digits in these numbers. */
function printing(values: readonly number[]): { readonly grain: number; readonly digits: number } {
  let decimals = Number.NEGATIVE_INFINITY;
  let digits = 1;
  for (const value of values) {
    if (!Number.isFinite(value) || value === 0) continue;
    const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
    const printed = Math.max(1, mantissa.length - 1);
    const significant =
      Math.fround(value) === value ? Math.min(printed, DIGITS_OF_FLOAT32) : printed;
    digits = Math.max(digits, significant);
    decimals = Math.max(decimals, significant - 1 - Number(exponent));
  }
  return { grain: Number.isFinite(decimals) ? 10 ** -decimals : 0, digits };
}

/** Walks both along the places; from the start of the overlap, and towards its end. */
function compared(a: Side, b: Side, shift: number): Agreement {
  const tally = { places: 0, equal: 0, digits: 0, seen: new Set<number>() };
  const start = Math.max(placeAt(a, a.from), placeAt(b, b.from) + shift);
  const end = Math.min(placeAt(a, a.series.count - 1), placeAt(b, b.series.count - 1) + shift);
  if (!(end >= start - 1)) return { places: 0, equal: 0, distinct: 0, digits: 0 };
  const [aLow, bLow] = [lowerBound(a, start), lowerBound(b, start - shift)];
  const next = walk(a, b, aLow, bLow, shift, tally);
  const [aHigh, bHigh] = [lowerBound(a, end) - COMPARED, lowerBound(b, end - shift) - COMPARED];
  // The ends of a long overlap: what was one at the start may have parted since.
  if (aHigh > next[0] && bHigh > next[1]) walk(a, b, aHigh, bHigh, shift, tally);
  const { places, equal, digits, seen } = tally;
  return { places, equal, digits, distinct: seen.size };
}

interface Tally {
  places: number;
  equal: number;
  digits: number;
  readonly seen: Set<number>;
}

function walk(a: Side, b: Side, i: number, j: number, shift: number, tally: Tally) {
  const near = Math.max(1e-9, 0.51 * Math.max(roundingOf(a), roundingOf(b)));
  let [left, right] = [Math.max(a.from, i), Math.max(b.from, j)];
  const [leftEnd, rightEnd] = [left + SCANNED, right + SCANNED];
  let compared = 0;
  while (compared < COMPARED && left < leftEnd && right < rightEnd) {
    if (left >= a.series.count || right >= b.series.count) break;
    if (tally.equal === 0 && tally.places >= STRANGE) break;
    const gap = placeAt(a, left) - placeAt(b, right) - shift;
    if (gap < -near) left++;
    else if (!(gap <= near)) right++;
    else {
      const skip = twin(a, b, left, right, near, shift);
      count(a, b, left + (skip?.[0] ?? 0), right + (skip?.[1] ?? 0), skip !== undefined, tally);
      left += 1 + (skip?.[0] ?? 0);
      right += 1 + (skip?.[1] ?? 0);
      compared++;
    }
  }
  return [left, right] as const;
}

/** An epoch is printed with few decimals; whole places are exact. */
function roundingOf({ unit, placeGrain }: Side): number {
  return unit === 'epoch' && placeGrain < 1 ? placeGrain : 0;
}

/** How far on each side until the values are equal, all at this place; undefined: nowhere. */
function twin(a: Side, b: Side, left: number, right: number, near: number, shift: number) {
  const [x, y] = [placeAt(a, left), placeAt(b, right) + shift];
  if (isEqual(a, b, a.series.y.at(left), b.series.y.at(right))) return [0, 0] as const;
  for (let skip = 1; skip <= CROWD; skip++) {
    const isBeside = Math.abs(placeAt(b, right + skip) + shift - x) <= near;
    const isBefore = Math.abs(placeAt(a, left + skip) - y) <= near;
    if (!isBeside && !isBefore) return undefined;
    if (isBeside && isEqual(a, b, a.series.y.at(left), b.series.y.at(right + skip)))
      return [0, skip] as const;
    if (isBefore && isEqual(a, b, a.series.y.at(left + skip), b.series.y.at(right)))
      return [skip, 0] as const;
  }
  return undefined;
}

function count(a: Side, b: Side, i: number, j: number, isSame: boolean, tally: Tally): void {
  tally.places++;
  if (!isSame) return;
  tally.equal++;
  const value = a.series.y.at(i);
  if (!Number.isFinite(value) || value === 0 || tally.seen.has(value)) return;
  tally.seen.add(value);
  const tolerance = Math.max(toleranceOf(a, value), toleranceOf(b, b.series.y.at(j)));
  tally.digits += Math.max(0, Math.floor(Math.log10(Math.abs(value) / tolerance)));
}

function isEqual(a: Side, b: Side, x: number, y: number): boolean {
  if (Object.is(x, y)) return true;
  return Math.abs(x - y) <= 1.02 * Math.max(toleranceOf(a, x), toleranceOf(b, y));
}

/** Half of the last digit that a series prints at this size of value (`%.4f` and `%.4g` alike). */
function toleranceOf({ grain, digits }: Side, value: number): number {
  const size = value === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  return 0.5 * Math.max(grain, size, Number.MIN_VALUE);
}

/** First index of the attempt at or behind a place; places that do not ascend cost an overlap. */
function lowerBound(side: Side, place: number): number {
  let [low, high] = [side.from, side.series.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeAt(side, middle) < place - 1) low = middle + 1;
    else high = middle;
  }
  return low;
}
