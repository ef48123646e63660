// 10 000 lines a second into one log whose chart is open: how much does the host hear, is it free, what is kept?
//   npm run test:flood                      a minute
//   npm run test:flood -- --seconds 20
import { fork } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { printRow } from '../bench/parts/row.js';
import { pause } from './fault.js';
import { HostedEngine, mostASecond } from './soak/hostedEngine.js';
import { tallyOf } from './soak/shownPoints.js';
import { fileOf, lineOf } from './soak/trainings.js';

const LINES_A_SECOND = 10_000;
const TICK_MS = 10;
const LINES_A_TICK = (LINES_A_SECOND * TICK_MS) / 1000;
/** What was there before the flood. */
const FIRST = 100;
/** All that is kept of a point where a run has a single series, with the room that its columns grow into. */
const POINT_BYTES = 80;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    /** The program itself in its second process: where it writes. */
    writes: { type: 'string' },
  },
});
const seconds = Number(values.seconds);

if (values.writes) await write(values.writes);
else await flood();

async function write(file: string): Promise<void> {
  let step = FIRST;
  const start = performance.now();
  for (let tick = 0; tick < (seconds * 1000) / TICK_MS; tick++) {
    const wait = start + tick * TICK_MS - performance.now();
    if (wait > 0) await pause(wait);
    appendFileSync(file, Array.from({ length: LINES_A_TICK }, () => lineOf(0, ++step)).join(''));
  }
  process.send?.((step - FIRST) / ((performance.now() - start) / 1000), () => process.disconnect());
}

async function flood(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'losscope-flood-'));
  const file = fileOf(folder, 0);
  mkdirSync(dirname(file));
  writeFileSync(file, Array.from({ length: FIRST }, (_, at) => lineOf(0, at + 1)).join(''));
  const engine = new HostedEngine();
  const [script = ''] = process.argv.slice(1);
  try {
    engine.start(folder);
    await until(engine, FIRST);
    for (const run of engine.runs.keys()) {
      engine.openView({ run, axis: 'step', pixels: 2000, smoothing: 0.6 });
    }
    await pause(1000);
    const before = await engine.probe();
    engine.beginCounting();
    const writer = fork(script, ['--seconds', values.seconds, '--writes', file]);
    const rate = await new Promise<number>((done) => writer.once('message', done));
    const points = FIRST + seconds * LINES_A_SECOND;
    const ended = performance.now();
    await until(engine, points);
    const lateMs = performance.now() - ended;
    const { p99Ms, maxMs } = engine;
    const heard = new Map([...engine.heard].map(([type, times]) => [type, [...times]]));
    await pause(1000);
    const after = await engine.probe();
    const tally = await tallyOf(engine, folder, [points]);
    const grown = after.bytes - before.bytes;
    console.log(
      `${Math.round(rate)} lines a second for ${seconds} s; memory after collection from ` +
        `${(before.bytes / 1e6).toFixed(1)} to ${(after.bytes / 1e6).toFixed(1)} MB; the host was ` +
        `busy for ${maxMs.toFixed(1)} ms at most; heard: ` +
        [...heard].map(([type, { length }]) => `${length} ${type}`).join(', '),
    );
    for (const words of [...tally.examples, ...engine.faults.slice(0, 5)]) console.log(words);
    const busiest = (type: 'runs' | 'frame') => mostASecond(heard.get(type) ?? []);
    const others = [...heard].filter(([type]) => type !== 'runs' && type !== 'frame');
    const kept = [
      printRow('messages about runs a second, in the busiest five', busiest('runs'), 10.5, ''),
      printRow('frames a second, in the busiest five', busiest('frame'), 9.5, ''),
      printRow(
        'other messages a second',
        others.flatMap(([, times]) => times).length / seconds,
        1,
        '',
      ),
      printRow('event loop of the host, p99', p99Ms, 20, 'ms'),
      printRow('memory that a point takes', grown / (points - FIRST), POINT_BYTES, 'bytes'),
      printRow('last line written to the host knows it', lateMs, 2000, 'ms'),
      printRow('points that are lost', tally.lost, 0.5, ''),
      printRow('points that stand there twice', tally.twice, 0.5, ''),
      printRow('points that were never written', tally.neverThere, 0.5, ''),
      printRow('faults', engine.faults.length, 0.5, ''),
    ];
    process.exitCode = kept.every((isKept) => isKept) ? 0 : 1;
  } finally {
    await engine.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Until it knows so many points, or for as long as one would wait: what is lost is counted later. */
async function until(engine: HostedEngine, points: number): Promise<void> {
  for (let waited = 0; engine.points < points && waited < 20_000; waited += 20) await pause(20);
}
