import { clockOf } from './cleanLine.js';
import type { LineShape } from './lineShape.js';

/** Which numbers of a line are its date and time of day. */
export interface LineClock {
  /** Number of the year among the numbers of the line; month, day, hour, minute, second follow. */
  readonly slot: number;
  /** A ",123" behind the seconds is a number of its own. */
  readonly hasFraction: boolean;
}

const ISO = /\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(,?)/;
/** Where year, month, day, hour, minute and second begin in it. */
const PARTS = [0, 5, 8, 11, 14, 17] as const;
/** The clock is looked for in so many characters; one that ends near to them may be cut in other lines. */
const SURELY_SEEN = 48;

/** The clock that `clockOf` reads in this text; undefined where its numbers cannot be told. */
export function findClock(text: string, time: number, shape: LineShape): LineClock | undefined {
  const hit = ISO.exec(text);
  if (!hit || hit.index + hit[0].length > SURELY_SEEN || clockOf(text) !== time) return undefined;
  for (let slot = 0; slot + 5 < shape.count; slot++) {
    if (!PARTS.every((part, i) => shape.bounds[2 * (slot + i)] === hit.index + part)) continue;
    const end = hit.index + hit[0].length;
    const hasFraction =
      hit[1] === ',' && shape.bounds[2 * (slot + 6)] === end && slot + 6 < shape.count;
    return { slot, hasFraction };
  }
  return undefined;
}

let day = Number.NaN;
let dayAt = 0;

/** Seconds since 1970 of a line whose clock stands there, as `clockOf` says them. */
export function readClock(
  { slot, hasFraction }: LineClock,
  bytes: Uint8Array,
  { bounds }: LineShape,
): number {
  const at = (i: number) => bounds[2 * (slot + i)] as number;
  const year = wholeAt(bytes, at(0), 4);
  const month = wholeAt(bytes, at(1), 2);
  const date = wholeAt(bytes, at(2), 2);
  const key = (year * 100 + month) * 100 + date;
  if (key !== day) {
    day = key;
    dayAt = Date.UTC(year, month - 1, date) / 1000;
  }
  const seconds =
    wholeAt(bytes, at(3), 2) * 3600 + wholeAt(bytes, at(4), 2) * 60 + wholeAt(bytes, at(5), 2);
  const from = hasFraction ? at(6) : at(5) + 3;
  const to = bounds[2 * (slot + (hasFraction ? 6 : 5)) + 1] as number;
  const digits = Math.min(9, to - from);
  return dayAt + seconds + (digits > 0 ? wholeAt(bytes, from, digits) / 10 ** digits : 0);
}

function wholeAt(bytes: Uint8Array, from: number, digits: number): number {
  let value = 0;
  for (let i = from; i < from + digits; i++) value = value * 10 + ((bytes[i] as number) - 48);
  return value;
}
