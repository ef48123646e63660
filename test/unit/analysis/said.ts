import { readingsOf } from './readingsOf.js';

/** One reading as "name split value @epoch/step"; what is not known is left out. */
export function said(lines: readonly string[]): string[] {
  return readingsOf(lines).readings.map(({ name, split, value, step, epoch }) => {
    const place = `${epoch === undefined ? '' : +epoch.toFixed(3)}${step === undefined ? '' : `/${step}`}`;
    return `${name} ${split} ${value}${place === '' ? '' : ` @${place}`}`;
  });
}

/** Lines of a log and what they yield. */
export type Case = readonly [title: string, lines: readonly string[], yields: readonly string[]];
