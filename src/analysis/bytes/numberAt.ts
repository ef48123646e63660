/** Powers of ten that a double holds exactly. */
const TENS = Array.from({ length: 23 }, (_, power) => 10 ** power);
/** Up to so many digits a whole number is exact. */
const EXACT_DIGITS = 15;

/**
 * The number whose digits, point and exponent stand in these bytes (no sign before it), correctly
 * rounded: mantissa and power are exact doubles, so that one division or product rounds once; what
 * is longer goes through the language's own reading.
 */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let mantissa = 0;
  let digits = 0;
  let power = 0;
  let i = from;
  let isFraction = false;
  for (; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte === 46) {
      isFraction = true;
      continue;
    }
    if (byte > 57) break;
    mantissa = mantissa * 10 + (byte - 48);
    if (mantissa > 0) digits++;
    if (isFraction) power--;
  }
  if (i < to) power += exponentAt(bytes, i + 1, to);
  if (digits > EXACT_DIGITS || power < -22 || power > 22) return Number(textAt(bytes, from, to));
  return power < 0 ? mantissa / (TENS[-power] as number) : mantissa * (TENS[power] as number);
}

function exponentAt(bytes: Uint8Array, from: number, to: number): number {
  const sign = bytes[from];
  let exponent = 0;
  for (let i = sign === 45 || sign === 43 ? from + 1 : from; i < to; i++)
    exponent = exponent * 10 + ((bytes[i] as number) - 48);
  return sign === 45 ? -exponent : exponent;
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}
