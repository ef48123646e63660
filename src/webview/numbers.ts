import type { Kind } from '../analysis/index.js';
import {
  writeLoss,
  writePercent,
  writePosition,
  writeRate,
  writeSeconds,
} from '../analysis/index.js';
import type { Axis } from '../protocol.js';

const NARROW = '\u202f';
const MINUS = '\u2212';

/** How the values of one card are written: a share as per cent, a learning rate as m·e, else a loss. */
export type Writing = 'loss' | 'percent' | 'rate';

export function writingOf(kind: Kind, largest: number): Writing {
  if (kind === 'lr') return 'rate';
  return kind === 'accuracy' && largest <= 1 ? 'percent' : 'loss';
}

/** A value beside a line: 3 significant digits. */
export function writeValue(value: number, writing: Writing): string {
  if (!Number.isFinite(value)) return writeLoss(value);
  if (writing === 'rate') return value === 0 ? '0' : writeRate(value);
  if (writing === 'percent') return `${signed((100 * value).toFixed(1))}${NARROW}%`;
  return writeLoss(value);
}

/** A value in tooltip and table: one digit more. */
export function writeExact(value: number, writing: Writing): string {
  const size = Math.abs(value);
  const isPlain = Number.isFinite(value) && size >= 1e-3 && size < 1e4;
  if (writing !== 'loss' || !isPlain) return writeValue(value, writing);
  return signed(value.toPrecision(4));
}

/** A tick of the y axis: `step` is the distance to the next, which decides the decimals. */
export function writeTick(value: number, step: number, writing: Writing): string {
  if (value === 0 && writing !== 'percent') return '0';
  if (writing === 'rate') return writeRate(value);
  if (writing === 'percent') {
    return `${signed((100 * value).toFixed(decimals(100 * step)))}${NARROW}%`;
  }
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e5) return signed(value.toExponential(1).replace('e+', 'e'));
  return size >= 1e4 ? writeShort(value) : signed(value.toFixed(decimals(step)));
}

/** A position on an axis: 950, 12.4k, 1.25M. */
export function writeShort(value: number): string {
  const size = Math.abs(value);
  if (size < 1000) return signed(String(Number(value.toPrecision(4))));
  const [unit, letter] = size < 1e6 ? ([1e3, 'k'] as const) : ([1e6, 'M'] as const);
  return signed(`${Number((value / unit).toPrecision(4))}${letter}`);
}

/** A position exactly, with its unit's word left to the caller; `time` is a duration. */
export function writePlace(x: number, axis: Axis): string {
  if (axis === 'time') return writeSeconds(x);
  return Number.isInteger(x) ? writePosition(x) : String(Number(x.toFixed(2)));
}

export { writeLoss, writePercent, writePosition, writeSeconds };

function decimals(step: number): number {
  if (!(step > 0)) return 1;
  return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
}

function signed(text: string): string {
  return text.replace(/^-/, MINUS);
}
