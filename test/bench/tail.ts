// From the append of another process to the reading in the store, against bare `fs.watch` and read.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../../src/engine/engine.js';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { scratch } from './parts/inputs.js';
import { median, printRow } from './parts/row.js';

const LINES = 100;
const folder = scratch();
/** Appends a line every 30 ms that holds the clock; the last two come 5 ms apart. */
const WRITER = `
const { appendFileSync } = require('node:fs');
const [file, count] = process.argv.slice(1);
let step = 0;
const write = () => {
  const now = (performance.timeOrigin + performance.now()).toFixed(3);
  appendFileSync(file, 'step ' + ++step + ' loss ' + now + '\\n');
  if (step < count) setTimeout(write, step === count - 1 ? 5 : 30);
};
setTimeout(write, 300);`;

const now = () => performance.timeOrigin + performance.now();

const engineMs = await engine(join(folder, 'engine.log'));
const bareMs = await bare(join(folder, 'bare.log'));
console.log(
  `median: engine ${median(engineMs).toFixed(2)} ms, bare ${median(bareMs).toFixed(2)} ms`,
);
const bar = Math.max(1.5 * median(bareMs), median(bareMs) + 1);
printRow('append to reading in the store, median', median(engineMs), bar, 'ms');
printRow('lines not read within 1.5 s, a burst at the end', LINES - engineMs.length, 0.5, '');
process.exit();

async function engine(file: string): Promise<number[]> {
  const delays: number[] = [];
  const followed = new Engine({
    newReader: sourceReader,
    emit: (message) => {
      if (message.type !== 'readings') return;
      for (const { value } of message.added) delays.push(now() - value);
    },
  });
  writeFileSync(file, 'step 0 loss 0\n');
  followed.receive({ type: 'start', roots: [file], exclude: [], everyPoint: true });
  await written(file);
  followed.dispose();
  return delays.filter((ms) => ms < 1500);
}

async function bare(file: string): Promise<number[]> {
  const delays: number[] = [];
  writeFileSync(file, '');
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(65_536);
  let at = 0;
  const watcher = watch(file, () => {
    const count = readSync(handle, buffer, 0, buffer.length, at);
    at += count;
    for (const line of buffer.toString('latin1', 0, count).split('\n').slice(0, -1)) {
      delays.push(now() - Number(line.split(' ')[3]));
    }
  });
  await written(file);
  watcher.close();
  closeSync(handle);
  return delays;
}

/** Until the writer has ended, and the grace after it. */
function written(file: string): Promise<void> {
  const writer = spawn(process.execPath, ['-e', WRITER, file, String(LINES)], { stdio: 'inherit' });
  return new Promise((done) => writer.once('exit', () => setTimeout(done, 1500)));
}
