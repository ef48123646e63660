import { memoryBytes as bytes } from '../bytes/lineKernel.js';
import { clockOf } from './cleanLine.js';
import { beginOf, endOf, type Numbers } from './lineNumbers.js';

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
export function findClock(text: string, time: number, numbers: Numbers): LineClock | undefined {
  const hit = ISO.exec(text);
  if (!hit || hit.index + hit[0].length > SURELY_SEEN || clockOf(text) !== time) return undefined;
  const begins = (slot: number) => beginOf(numbers, slot) - numbers.start - hit.index;
  for (let slot = 0; slot + 5 < numbers.count; slot++) {
    if (!PARTS.every((part, i) => begins(slot + i) === part)) continue;
    const isNumber = slot + 6 < numbers.count && begins(slot + 6) === hit[0].length;
    return { slot, hasFraction: hit[1] === ',' && isNumber };
  }
  return undefined;
}

let day = Number.NaN;
let dayAt = 0;

/** Seconds since 1970 of a line whose clock stands there, as `clockOf` says them. */
export function readClock({ slot, hasFraction }: LineClock, numbers: Numbers): number {
  const part = (i: number, digits: number) => wholeAt(beginOf(numbers, slot + i), digits);
  const year = part(0, 4);
  const month = part(1, 2);
  const date = part(2, 2);
  const key = (year * 100 + month) * 100 + date;
  if (key !== day) {
    day = key;
    dayAt = Date.UTC(year, month - 1, date) / 1000;
  }
  const seconds = part(3, 2) * 3600 + part(4, 2) * 60 + part(5, 2);
  const from = hasFraction ? beginOf(numbers, slot + 6) : beginOf(numbers, slot + 5) + 3;
  const to = endOf(numbers, slot + (hasFraction ? 6 : 5));
  const digits = Math.min(9, to - from);
  return dayAt + seconds + (digits > 0 ? wholeAt(from, digits) / 10 ** digits : 0);
}

function wholeAt(from: number, digits: number): number {
  let value = 0;
  for (let i = from; i < from + digits; i++) value = value * 10 + ((bytes[i] as number) - 48);
  return value;
}
