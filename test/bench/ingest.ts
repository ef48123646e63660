// A text log with every key kept, in the store of the engine: CPU against `grep -c loss`.

import { readFileReadings } from '../../src/engine/sources/readFile.js';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { RunStore } from '../../src/engine/store/runStore.js';
import { cpuOf, generatedLog, scratch } from './parts/inputs.js';
import { cpuMs, median, printRow } from './parts/row.js';

const MIB = 128;
const ROUNDS = 3;
const folder = scratch();

for (const [noise, bar] of [
  [0.7, 6],
  [0.97, 3],
] as const) {
  const file = generatedLog(folder, MIB, noise);
  if (!file) break;
  const grep = Array.from({ length: ROUNDS }, () => cpuOf(['grep', '-c', 'loss', file]));
  let points = 0;
  const ours = cpuMs(() => {
    points = read(file);
  });
  console.log(`${points} points of ${MIB} MiB in ${Math.round(ours)} ms of CPU`);
  printRow(`ingest, ${100 * noise} % noise / grep -c`, ours / 1000 / median(grep), bar, 'x');
}

function read(file: string): number {
  const store = new RunStore({ nameOf: () => 'bench' });
  let points = 0;
  readFileReadings(file, sourceReader(file), (readings) => {
    store.add(file, readings, { atMs: 0, isSeen: false });
    points += readings.length;
  });
  return points;
}
