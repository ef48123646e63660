import { printable } from '../analysis/index.js';

/** One line of JSON. Signs that would steer a terminal are written as their numbers: the same data. */
export function jsonLine(value: unknown): string {
  return `${printable(JSON.stringify(value))}\n`;
}
