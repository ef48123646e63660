import { createReader, type Reading } from '../../../src/analysis/index.js';

/** Puts lines before the whole table, as a source would. */
export function readingsOf(lines: readonly string[]): { format: string; readings: Reading[] } {
  const reader = createReader({ name: 'train.log' });
  const readings: Reading[] = [];
  let offset = 0;
  lines.forEach((text, i) => {
    readings.push(...reader.push({ text, line: i + 1, offset }));
    offset += text.length + 1;
  });
  readings.push(...reader.flush());
  return { format: reader.format, readings };
}
