import { statSync } from 'node:fs';
import type { Reading } from '../../analysis/index.js';
import { readFileReadings } from './readFile.js';
import type { AnyReader } from './sourceBytes.js';

/** A rotated log is looked into up to this size: it is read at once, in one turn. */
const LOOKED_INTO = 2 * 1024 * 1024;
/** `train.log.1` … `train.log.20`. */
const KEPT_AT_MOST = 20;

/** The readings of the logs that a rotation left beside a file, the newest (`.1`) first. */
export function* rotatedReadings(
  file: string,
  newReader: (file: string) => AnyReader,
): Generator<readonly Reading[]> {
  for (let number = 1; number <= KEPT_AT_MOST; number++) {
    const rotated = `${file}.${number}`;
    const stats = statSync(rotated, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > LOOKED_INTO) return;
    const readings: Reading[] = [];
    readFileReadings(rotated, newReader(file), (some) => {
      for (const reading of some) readings.push(reading);
    });
    yield readings;
  }
}
