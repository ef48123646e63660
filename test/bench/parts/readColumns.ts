// One process that reads one file into columns: what `ingest` times. Prints what it read and what it
// held beyond the columns, in MiB.

import { resolve } from 'node:path';
import { ReadingColumns } from '../../../src/analysis/index.js';
import { readFileReadings } from '../../../src/engine/sources/readFile.js';
import { sourceReader } from '../../../src/engine/sources/sourceReader.js';

/** A look at the memory this often, in ms: each costs something. */
const LOOK_MS = 50;

export function readColumns(file: string): void {
  const columns = new ReadingColumns();
  let held = 0;
  let lookedAt = 0;
  const look = () => {
    const now = performance.now();
    if (now - lookedAt < LOOK_MS) return;
    lookedAt = now;
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    held = Math.max(held, heapUsed + arrayBuffers - columns.bytes);
  };
  const source = sourceReader(resolve(file), {
    sink: (series, value, place) => {
      columns.take(series, value, place);
      if (place.line % 4096 === 0) look();
    },
  });
  readFileReadings(file, source, (readings) => columns.add(readings));
  const points = columns.all.reduce((sum, { length }) => sum + length, 0);
  console.log(JSON.stringify({ points, series: columns.all.length, heldMib: held / 2 ** 20 }));
}
