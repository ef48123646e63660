/** More numbers on a line are a dump; such lines are read without their shape. */
const MOST_NUMBERS = 96;

const DIGIT = 1;
/** A digit behind one of these is a part of a name ("mAP50", "Acc@1", "#0"). */
const NAME = 2;
const CLASSES = classes();
/** Marks in the hash that no byte of a text has. */
const NUMBER = 256;
const FRACTION = 257;
const OPEN_FRACTION = 258;
const EXPONENT = 259;
const NEGATIVE_EXPONENT = 260;
const LENGTHS = 512;

/**
 * What a line is without its numbers: two lines of one shape differ in the digits of their numbers
 * alone. Whole and broken numbers, exponents and signs are different shapes; so are dates, clocks
 * and grouped thousands with other counts of digits. Works on the bytes, nothing is decoded.
 */
export class LineShape {
  /** A hash of 53 bits of all that is no digit of a number. */
  key = 0;
  /** How many numbers there are; number `i` stands from `bounds[2 * i]` to `bounds[2 * i + 1]`. */
  count = 0;
  readonly bounds = new Int32Array(2 * MOST_NUMBERS);

  /** False: too many numbers. */
  scan(bytes: Uint8Array, from: number, to: number): boolean {
    const { bounds } = this;
    let high = 0x811c9dc5 | 0;
    let low = 0x2545f491 | 0;
    let numbers = 0;
    let before = 0;
    for (let i = from; i < to; ) {
      const byte = bytes[i] as number;
      if (CLASSES[byte] !== DIGIT || CLASSES[before] === NAME) {
        high = Math.imul(high ^ byte, 0x01000193);
        low = (Math.imul(low, 31) + byte) | 0;
        // Digits go on with a name; the T of a date and time is none.
        if (CLASSES[byte] === DIGIT) before = 95;
        else before = byte === 84 && before === 48 ? 32 : byte;
        i++;
        continue;
      }
      if (numbers >= bounds.length) return false;
      const start = i;
      i = digitsEnd(bytes, i, to);
      let mark = NUMBER;
      if (bytes[i] === 46 && i < to) {
        const end = digitsEnd(bytes, i + 1, to);
        mark = end > i + 1 ? FRACTION : OPEN_FRACTION;
        i = end;
      }
      const exponent =
        i < to && ((bytes[i] as number) | 32) === 101 ? exponentEnd(bytes, i, to) : i;
      if (exponent > i) {
        high = Math.imul(high ^ (bytes[i + 1] === 45 ? NEGATIVE_EXPONENT : EXPONENT), 0x01000193);
        i = exponent;
      }
      if (start - from > 1 && CLASSES[bytes[start - 2] as number] === DIGIT) {
        const last = start - 1 - (bounds[numbers - 2] ?? 0);
        const lengths = lengthMark(bytes[start - 1] as number, last, i - start);
        high = Math.imul(high ^ lengths, 0x01000193);
      }
      high = Math.imul(high ^ mark, 0x01000193);
      low = (Math.imul(low, 31) + mark) | 0;
      bounds[numbers++] = start;
      bounds[numbers++] = i;
      before = 48;
    }
    this.count = numbers / 2;
    this.key = (high >>> 0) * 0x200000 + (low & 0x1fffff);
    return true;
  }
}

function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  while (i < to && CLASSES[bytes[i] as number] === DIGIT) i++;
  return i;
}

/** The end of "e-05" at `from`; `from` itself where it is none. */
function exponentEnd(bytes: Uint8Array, from: number, to: number): number {
  const sign = bytes[from + 1];
  const digits = from + (sign === 45 || sign === 43 ? 2 : 1);
  const end = digitsEnd(bytes, digits, to);
  return end > digits ? end : from;
}

/** Digits around a sign that joins numbers to a date, a clock or thousands: how many there are counts. */
function lengthMark(sign: number, last: number, length: number): number {
  if (sign === 44) return LENGTHS + (last <= 3 && length === 3 ? 1 : 0);
  if (sign === 58 || sign === 45 || sign === 47 || sign === 46)
    return LENGTHS + 16 + Math.min(last, 15) * 16 + Math.min(length, 15);
  return LENGTHS;
}

function classes(): Uint8Array {
  const table = new Uint8Array(256);
  for (let byte = 48; byte <= 57; byte++) table[byte] = DIGIT;
  for (let byte = 65; byte <= 90; byte++) table[byte] = table[byte + 32] = NAME;
  for (const sign of '_@#') table[sign.charCodeAt(0)] = NAME;
  return table;
}
