// One process that reads one file into columns: what `ingest` times. Prints what it read and what it
// held beyond the columns, in MiB.

import { resolve } from 'node:path';
import type { Reading } from '../../../src/analysis/index.js';
import { readFileReadings } from '../../../src/engine/sources/readFile.js';
import { sourceReader } from '../../../src/engine/sources/sourceReader.js';
import { Column } from '../../../src/engine/store/column.js';

/** All columns of one series: value, step, epoch, time, line. */
type Columns = readonly [Column, Column, Column, Column, Column];

export function readColumns(file: string): void {
  const series = new Map<string, Columns>();
  let columns: Columns | undefined;
  let last: Reading | undefined;
  let held = 0;
  let points = 0;
  readFileReadings(file, sourceReader(resolve(file)), (readings) => {
    for (const reading of readings) {
      if (last?.name !== reading.name || last.split !== reading.split || last.run !== reading.run)
        columns = columnsOf(series, reading);
      last = reading;
      points++;
      columns?.[0].push(reading.value);
      columns?.[1].push(reading.step ?? Number.NaN);
      columns?.[2].push(reading.epoch ?? Number.NaN);
      columns?.[3].push(reading.time ?? Number.NaN);
      columns?.[4].push(reading.line);
    }
    const { heapUsed, external } = process.memoryUsage();
    held = Math.max(held, heapUsed + external - bytesOf(series));
  });
  console.log(JSON.stringify({ points, series: series.size, heldMib: held / 2 ** 20 }));
}

function columnsOf(series: Map<string, Columns>, { name, split, run }: Reading): Columns {
  const key = `${run} ${split} ${name}`;
  const known = series.get(key);
  if (known) return known;
  const fresh: Columns = [new Column(), new Column(), new Column(), new Column(), new Column()];
  series.set(key, fresh);
  return fresh;
}

function bytesOf(series: Map<string, Columns>): number {
  let bytes = 0;
  for (const columns of series.values()) for (const { room } of columns) bytes += room.byteLength;
  return bytes;
}
