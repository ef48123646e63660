// Does each fault to a followed log and looks at what is shown: every point that stood there exactly once.
//   npm run test:faults                       all of them, through the command line and the engine
//   npm run test:faults -- --only fifo,burst  some
//   npm run test:faults -- --seed 7 --at-once 1
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandReader } from './commandReader.js';
import { EngineReader } from './engineReader.js';
import {
  type Expected,
  type Fault,
  type FaultPoint,
  type FaultReader,
  type Injector,
  pause,
} from './fault.js';

const INJECTOR = resolve('../shared/faults/inject.mjs');
/** Nothing more is shown for this long, then it is all there. */
const STILL_MS = 3500;
const STILL_AT_MOST_MS = 20_000;

interface Row {
  readonly fault: string;
  readonly way: string;
  readonly pass: boolean;
  readonly words: string;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: String(2 * availableParallelism()) },
  },
});

/** Through the command line all of them; through the engine those that do not end its process. */
function waysOf(fault: Fault): readonly ['command' | 'engine', ...('command' | 'engine')[]] {
  const { asUser, noInotify, nofile, control } = fault;
  return asUser || noInotify || nofile || control ? ['command'] : ['command', 'engine'];
}

async function suffer(injector: Injector, fault: Fault, way: 'command' | 'engine'): Promise<Row> {
  const root = mkdtempSync(join(tmpdir(), 'losscope-fault-'));
  const folder = join(root, 'data');
  const home = join(root, 'home');
  for (const made of [folder, home]) mkdirSync(made);
  chmodSync(root, 0o755);
  chmodSync(home, 0o777);
  const reader = way === 'command' ? new CommandReader(fault, home) : new EngineReader();
  try {
    const { result, teardown } = await injector.perform(fault, folder, {
      seed: Number(values.seed),
      settle: 1800,
      many: 10_000,
      big: 64,
      ready: ({ files, initial }) => begin(reader, fault, files.length ? files : [folder], initial),
      control: (order) => reader.obey(order),
    });
    await untilStill(reader);
    return await judge(injector, fault, way, reader, result, folder, teardown);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function begin(
  reader: FaultReader,
  { nowait }: Fault,
  paths: readonly string[],
  initial: readonly FaultPoint[],
): Promise<void> {
  reader.start(paths);
  if (nowait) return pause(60);
  await pause(800);
  for (let waited = 0; waited < 30_000; waited += 200) {
    if ((await reader.shown()).length >= initial.length) break;
    await pause(200);
  }
  await pause(300);
}

async function untilStill(reader: FaultReader): Promise<void> {
  let last = -1;
  let still = 0;
  for (let waited = 0; waited < STILL_AT_MOST_MS && still < STILL_MS; waited += 500) {
    await pause(500);
    const count = (await reader.shown()).length;
    still = count === last ? still + 500 : 0;
    last = count;
  }
}

async function judge(
  injector: Injector,
  fault: Fault,
  way: string,
  reader: FaultReader,
  result: Expected,
  folder: string,
  teardown: () => Promise<void>,
): Promise<Row> {
  const shown = await reader.shown();
  const memory = reader.memory();
  const ended = await reader.end();
  const lines = linesOf(result, folder);
  await teardown();
  const numbers = (points: readonly FaultPoint[]) =>
    points.map(({ step, loss }) => ({ step, loss: String(Number(loss)) }));
  const expected = { ...result, must: numbers(result.must), may: numbers(result.may) };
  const found = injector.check(expected, shown, reader.text() + lines);
  const words = [
    `${found.must} points`,
    ...(memory === undefined ? [] : [`${memory} MiB`]),
    ...(found.pass
      ? []
      : [`lost ${found.lost}, twice ${found.duplicated}, never there ${found.phantom}`]),
    ...(found.pass ? [] : [JSON.stringify(found.examples)]),
    ...(ended === undefined ? [] : [ended]),
  ];
  const pass = found.pass && ended === undefined;
  return { fault: fault.id, way, pass, words: words.join(', ') };
}

/** Words that stand on lines and in no name are seen where lines are shown. */
function linesOf({ mustText, files }: Expected, folder: string): string {
  if (mustText.length === 0) return '';
  const explain = (file: string) =>
    spawnSync(process.execPath, ['dist/cli.js', 'extract', '--explain', join(folder, file)], {
      encoding: 'utf8',
    });
  return files.map((file) => explain(file).stdout).join('\n');
}

/** So many at a time; the rows as they come. */
async function atOnce(
  count: number,
  works: readonly (() => Promise<Row>)[],
  done: (row: Row) => void,
): Promise<void> {
  const waiting = [...works];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done(await next());
  };
  await Promise.all(Array.from({ length: count }, lane));
}

async function main(): Promise<void> {
  if (!existsSync(INJECTOR)) {
    console.log('skipped: the fault injector (../shared/faults) is not there');
    return;
  }
  const injector: Injector = await import(INJECTOR);
  const only = values.only?.split(',');
  const unknown = only?.find((id) => !injector.faults.some((fault) => fault.id === id));
  if (unknown) throw new Error(`there is no fault "${unknown}"`);
  const faults = injector.faults.filter(({ id }) => !only || only.includes(id));
  const works = faults.flatMap((fault) =>
    waysOf(fault).map((way) => () => suffer(injector, fault, way)),
  );
  const rows: Row[] = [];
  await atOnce(Number(values['at-once']), works, (row) => {
    rows.push(row);
    console.log(`${row.pass ? 'ok    ' : 'FAILED'} ${row.fault} (${row.way}): ${row.words}`);
  });
  const passed = rows.filter(({ pass }) => pass).length;
  console.log(`${passed} passed, ${rows.length - passed} failed`);
  process.exitCode = passed === rows.length ? 0 : 1;
}

await main();
