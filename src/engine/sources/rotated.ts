import { statSync } from 'node:fs';
import type { Reading } from '../../analysis/index.js';
import type { PlacedReading } from '../../protocol.js';
import type { FollowerHouse } from './followerHouse.js';
import { readFileReadings } from './readFile.js';
import { type Difference, difference, isSameTraining } from './rewrite.js';

/** A rotated log is looked into up to this size: it is read at once, in one turn. */
const LOOKED_INTO = 2 * 1024 * 1024;
/** `train.log.1` … `train.log.20`. */
const KEPT_AT_MOST = 20;

/** The readings of the logs that a rotation left beside a file, the newest (`.1`) first. */
export function* rotatedReadings(
  file: string,
  { newReader, mayRead }: Pick<FollowerHouse, 'newReader' | 'mayRead'>,
): Generator<readonly Reading[]> {
  for (let number = 1; number <= KEPT_AT_MOST; number++) {
    const rotated = `${file}.${number}`;
    if (!mayRead(rotated)) return;
    const stats = statSync(rotated, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > LOOKED_INTO) return;
    const readings: Reading[] = [];
    readFileReadings(rotated, newReader(file), (some) => {
      for (const reading of some) readings.push(reading);
    });
    yield readings;
  }
}

/** What a rotation put aside of a log that is followed. */
export interface PutAside {
  /** What the log that is shown says by now; undefined where it is no more. */
  readonly own: Difference | undefined;
  /** The logs after it that nobody has seen, the oldest first. */
  readonly newer: readonly (readonly Reading[])[];
}

/**
 * Finds among rotated logs, the newest first, the one that is shown, or else one that was shown before
 * it. Without either nothing is known of these logs: they may be older than all that was followed.
 */
export function putAside(
  rotated: Iterable<readonly Reading[]>,
  shown: readonly PlacedReading[],
  open: readonly Reading[],
  everShown: () => readonly PlacedReading[],
): PutAside {
  const newer: (readonly Reading[])[] = [];
  let ever: readonly PlacedReading[] | undefined;
  for (const readings of rotated) {
    const own = difference(shown, readings);
    if (isSameTraining(own, shown.length, readings.length, open))
      return { own, newer: newer.reverse() };
    ever ??= everShown();
    const found = difference(ever, readings);
    if (isSameTraining(found, ever.length, readings.length, []))
      return { own: undefined, newer: newer.reverse() };
    if (readings.length > 0) newer.push(readings);
  }
  return { own: undefined, newer: [] };
}
