import type { Reading } from '../../../src/analysis/index.js';
import { sourceReader } from '../../../src/engine/sources/sourceReader.js';
import type { Log } from './logs.js';
import type { Random } from './random.js';

/** The readings of a file whose bytes arrive in pieces that end at these places. */
export function readIn({ name, bytes }: Log, ends: readonly number[]): Reading[] {
  const reader = sourceReader(name);
  const readings: Reading[] = [];
  const take = (some: readonly Reading[]) => {
    for (const reading of some) readings.push(reading);
  };
  // A piece stands in a buffer that is used again, as the tail's is.
  const buffer = Buffer.alloc(bytes.length);
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    const piece = buffer.subarray(0, end - from);
    bytes.copy(piece, 0, from, end);
    take(reader.push(piece));
    piece.fill(0x78);
    from = end;
  }
  take(reader.lastLine() ?? []);
  take(reader.flush());
  return readings;
}

/** Few large pieces, or many small ones, or some of each. */
export function someEnds(random: Random, length: number): readonly number[] {
  const most = Math.min(length, 400);
  return random.places(length, 1 + random.small(most));
}

/** Cheap to compare a thousand times; JSON has no NaN. */
export function printed(readings: readonly Reading[]): string {
  return JSON.stringify(readings, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );
}
