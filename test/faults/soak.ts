// Many logs written by turns for long, with rotations: is each point shown once, and is nothing kept that
// need not be?
//   npm run test:soak                             30 minutes, 500 files
//   npm run test:soak -- --minutes 1.5 --files 100
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printRow } from '../bench/parts/row.js';
import { pause } from './fault.js';
import { HostedEngine, handles, mostASecond } from './soak/hostedEngine.js';
import { tallyOf } from './soak/shownPoints.js';
import { type Estimate, slope } from './soak/slope.js';
import { LINES, type Plan, Trainings } from './soak/trainings.js';

/** Below this the slope of the memory says nothing: it is printed, not judged. */
const JUDGED_FROM_MINUTES = 20;
/** Handles and watchers of files that were quiet are given back by then. */
const QUIET_MS = 14_000;
/** A second of a file's turn comes again after so many: a truncation waits until all was read. */
const ROUND_SECONDS = 20;
const MB = 1e6;
/** What a point takes in a run with a single series, as the flood measures it. */
const POINT_BYTES = 48;

interface Sample {
  readonly hours: number;
  readonly points: number;
  readonly bytes: number;
  readonly rss: number;
}

interface Written {
  readonly steps: readonly number[];
  readonly lines: number;
  readonly rotations: number;
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    files: { type: 'string', default: '500' },
    /** The program itself in its second process: what it writes. */
    writes: { type: 'string' },
  },
});

if (values.writes) await write(JSON.parse(values.writes));
else await soak(Number(values.minutes), Number(values.files));

/** The writer: a process of its own, so that its memory and its handles are not counted. */
async function write(plan: Plan): Promise<void> {
  const trainings = new Trainings(plan);
  trainings.begin();
  process.send?.('begun');
  await new Promise((go) => process.once('message', go));
  await trainings.go();
  const { steps, lines, rotations } = trainings;
  process.send?.({ steps, lines, rotations } satisfies Written, () => process.disconnect());
}

async function soak(minutes: number, files: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'losscope-soak-'));
  const seconds = Math.round(60 * minutes);
  const atOnce = Math.ceil(files / ROUND_SECONDS);
  const plan: Plan = { folder, files, seconds, atOnce };
  const [script = ''] = process.argv.slice(1);
  const writer = fork(script, ['--writes', JSON.stringify(plan)]);
  const engine = new HostedEngine();
  try {
    await new Promise((begun) => writer.once('message', begun));
    engine.start(folder);
    await untilFound(engine, files);
    await pause(QUIET_MS);
    const before = handles();
    const written = new Promise<Written>((done) => writer.once('message', done));
    console.log(`${files} files, ${atOnce} at a time with ${LINES} lines a second each`);
    engine.beginCounting();
    writer.send('go');
    const samples = await sampled(engine, written, seconds);
    const p99 = engine.p99Ms;
    const { p99Ms } = await engine.probe();
    const runsHeard = engine.heard.get('runs') ?? [];
    const { steps, lines, rotations } = await written;
    await pause(QUIET_MS);
    const after = handles();
    const tally = await tallyOf(engine, folder, steps);
    console.log(
      `${lines} lines (${Math.round(lines / seconds)} a second), ${rotations} rotations and truncations, ` +
        `${tally.written} points; event loop of the engine's thread, p99: ${p99Ms.toFixed(1)} ms`,
    );
    for (const words of [...tally.examples, ...engine.faults.slice(0, 5)]) console.log(words);
    const kept = [
      printMemory(samples, minutes),
      printRow('handles and watches afterwards, of those before', after, before, ''),
      printRow('event loop of the host, p99', p99, 20, 'ms'),
      printRow(
        'messages about runs a second, in the busiest five',
        mostASecond(runsHeard),
        10.5,
        '',
      ),
      printRow('points that are lost', tally.lost, 0.5, ''),
      printRow('points that stand there twice', tally.twice, 0.5, ''),
      printRow('points that were never written', tally.neverThere, 0.5, ''),
      printRow('faults', engine.faults.length, 0.5, ''),
    ];
    process.exitCode = kept.every((isKept) => isKept) ? 0 : 1;
  } finally {
    writer.kill();
    await engine.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilFound(engine: HostedEngine, files: number): Promise<void> {
  for (let waited = 0; engine.runs.size < files; waited += 100) {
    if (waited > 60_000) throw new Error(`${engine.runs.size} of ${files} files were found`);
    await pause(100);
  }
}

async function sampled(
  engine: HostedEngine,
  written: Promise<Written>,
  seconds: number,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  let isOver = false;
  void written.then(() => {
    isOver = true;
  });
  const start = performance.now();
  const everyMs = Math.max(1000, (1000 * seconds) / 360);
  while (!isOver) {
    await pause(everyMs);
    const { points } = engine;
    const { bytes } = await engine.probe();
    const hours = (performance.now() - start) / 3_600_000;
    samples.push({ hours, points, bytes, rss: process.memoryUsage.rss() });
  }
  return samples;
}

/** What grows with the time, beside the points that are kept on purpose. */
function printMemory(all: readonly Sample[], minutes: number): boolean {
  const samples = all.slice(Math.floor(all.length / 3));
  const hours = samples.map((sample) => sample.hours);
  const anHour = (of: (sample: Sample) => number) => {
    const { value, error } = slope(hours, samples.map(of));
    return { value: value / MB, error: error / MB };
  };
  const said = ({ value, error }: Estimate) => `${value.toFixed(2)} ± ${error.toFixed(2)} MB`;
  const last = samples.at(-1);
  const beside = anHour(({ bytes, points }) => bytes - POINT_BYTES * points);
  console.log(
    `engine's memory after collection ${((last?.bytes ?? 0) / MB).toFixed(1)} MB, ` +
      `process ${((last?.rss ?? 0) / MB).toFixed(0)} MB, ${samples.length} samples; an hour: ` +
      `${said(anHour(({ bytes }) => bytes))} with ${POINT_BYTES} bytes for each new point, ` +
      `${said(beside)} beside them, process ${said(anHour(({ rss }) => rss))}`,
  );
  if (minutes < JUDGED_FROM_MINUTES) {
    console.log('too short to judge the memory by that');
    return true;
  }
  return printRow('memory an hour beside the points', Math.max(0, beside.value), 1, 'MB');
}
