// AssemblyScript: the one loop of the house that looks at each byte of a log. Built into
// ../kernel.ts by `npm run kernel`; the tests say so when that is older than this file.

/** Bytes of the memory; the names and numbers are those of ../lineKernel.ts. */
const TABLE: u32 = 1024;
const TABLE_ENTRIES: u32 = 8192;
const ENTRY: u32 = 12;

/** Words of a record before the bounds of its numbers. */
const HEAD: u32 = 7;
const MOST_NUMBERS: u32 = 96;
const LONGEST: u32 = 4096;

const SILENT: i32 = 1;
const WITHOUT_SHAPE: i32 = -1;

/** Marks in the hash that no byte of a text has. */
const NUMBER: u64 = 256;
const FRACTION: u64 = 257;
const OPEN_FRACTION: u64 = 258;
const EXPONENT: u64 = 259;
const NEGATIVE_EXPONENT: u64 = 260;
const LENGTHS: u64 = 512;

let lines: u32 = 0;
let end: u32 = 0;

/** Lines passed by the last scan. */
export function linesPassed(): u32 {
  return lines;
}

/** Where the last scan's records end. */
export function recordsEnd(): u32 {
  return end;
}

/**
 * Goes over the lines that stand from `from` to `to`, each closed by a line feed, and writes a record
 * of each that is not known to be silent: id of its shape (0: not known), number of the line, its
 * bounds, the hash of its shape, the count of its numbers and their bounds. Returns where it stopped:
 * at `to`, or where the records no longer fit before `outEnd`.
 */
export function scan(from: u32, to: u32, out: u32, outEnd: u32): u32 {
  let line: u32 = 0;
  let at = from;
  let record = out;
  const room = 4 * (HEAD + 2 * MOST_NUMBERS);
  while (at < to && record + room <= outEnd) {
    const start = at;
    const first = record + 4 * HEAD;
    let bound = first;
    let hash: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
    let run = at;
    let isFull = false;
    for (;;) {
      at = nextDigitOrFeed(at);
      if (load<u8>(at) === 10) break;
      if (isPartOfName(start, at, bound > first ? load<u32>(bound - 4) : 0)) {
        at = digitsEnd(at);
        continue;
      }
      if (bound - first >= 8 * MOST_NUMBERS) {
        isFull = true;
        at = nextFeed(at);
        break;
      }
      hash = hashRun(hash, run, at);
      const number = at;
      at = digitsEnd(at);
      let mark = NUMBER;
      if (load<u8>(at) === 46) {
        const close = digitsEnd(at + 1);
        mark = close > at + 1 ? FRACTION : OPEN_FRACTION;
        at = close;
      }
      if ((load<u8>(at) | 32) === 101) {
        const close = exponentEnd(at);
        if (close > at) {
          hash = mix(hash, load<u8>(at + 1) === 45 ? NEGATIVE_EXPONENT : EXPONENT);
          at = close;
        }
      }
      if (number - start > 1 && isDigit(load<u8>(number - 2))) {
        const last = bound > first ? number - 1 - load<u32>(bound - 8) : 0;
        hash = mix(hash, lengthMark(load<u8>(number - 1), last, at - number));
      }
      hash = mix(hash, mark);
      store<u32>(bound, number);
      store<u32>(bound + 4, at);
      bound += 8;
      run = at;
    }
    const isOdd = isFull || at - start > LONGEST;
    if (!isOdd) hash = hashRun(hash, run, at);
    const id = isOdd ? WITHOUT_SHAPE : lookUp(hash);
    if (id !== SILENT) {
      store<i32>(record, id);
      store<u32>(record + 4, line);
      store<u32>(record + 8, start);
      store<u32>(record + 12, at);
      store<u64>(record + 16, hash, 0, 4);
      store<u32>(record + 24, isOdd ? 0 : (bound - first) / 8);
      record = isOdd ? first : bound;
    }
    line++;
    at++;
  }
  lines = line;
  end = record;
  return at;
}

function nextDigitOrFeed(from: u32): u32 {
  let at = from;
  let found = digitsOrFeeds(at);
  while (found === 0) {
    at += 16;
    found = digitsOrFeeds(at);
  }
  return at + ctz(found);
}

/** A bit for each of 16 bytes that is a digit or a line feed. */
function digitsOrFeeds(at: u32): i32 {
  const bytes = v128.load(at);
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10));
  return i8x16.bitmask(v128.or(digits, i8x16.eq(bytes, i8x16.splat(10))));
}

function nextFeed(from: u32): u32 {
  let at = from;
  while (load<u8>(at) !== 10) at++;
  return at;
}

function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}

/** A digit behind a letter, `_`, `@` or `#` goes on with a name; the T of a date and time is none. */
function isPartOfName(start: u32, at: u32, lastEnd: u32): bool {
  if (at === start) return false;
  const before: u32 = load<u8>(at - 1);
  if (before === 84 && lastEnd === at - 1) return false;
  return (before | 32) - 97 < 26 || before === 95 || before === 64 || before === 35;
}

function digitsEnd(from: u32): u32 {
  let at = from;
  while (isDigit(load<u8>(at))) at++;
  return at;
}

/** The end of "e-05" at `from`; `from` itself where it is none. */
function exponentEnd(from: u32): u32 {
  const sign = load<u8>(from + 1);
  const digits = from + (sign === 45 || sign === 43 ? 2 : 1);
  const close = digitsEnd(digits);
  return close > digits ? close : from;
}

/** Digits around a sign that joins numbers to a date, a clock or thousands: how many there are counts. */
function lengthMark(sign: u32, last: u32, length: u32): u64 {
  if (sign === 44) return LENGTHS + (last <= 3 && length === 3 ? 1 : 0);
  if (sign === 58 || sign === 45 || sign === 47 || sign === 46)
    return LENGTHS + 16 + (min(last, 15) << 4) + min(length, 15);
  return LENGTHS;
}

function mix(hash: u64, value: u64): u64 {
  const product = (hash ^ value) * (((<u64>0xff51afd7) << 32) | 0xed558ccd);
  return product ^ (product >> 32);
}

function hashRun(hash: u64, from: u32, to: u32): u64 {
  let mixed = hash;
  let at = from;
  while (at + 8 <= to) {
    mixed = mix(mixed, load<u64>(at));
    at += 8;
  }
  const rest = to - at;
  // The bytes behind the run are of another one: they are cut off. Its length keeps runs apart.
  if (rest > 0) mixed = mix(mixed, load<u64>(at) & (((<u64>1) << (8 * rest)) - 1));
  return mix(mixed, ((<u64>(to - from)) << 16) + 0x10000);
}

/** The id under which a shape was put into the table; 0 where it was not. */
function lookUp(hash: u64): i32 {
  let place = TABLE + (<u32>hash & (TABLE_ENTRIES - 1)) * ENTRY;
  while (load<i32>(place + 8) !== 0 && load<u64>(place, 0, 4) !== hash) {
    place += ENTRY;
    if (place === TABLE + TABLE_ENTRIES * ENTRY) place = TABLE;
  }
  return load<i32>(place + 8);
}
