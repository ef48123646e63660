// Random and broken logs: no throw, no hang, no memory growth.
//   npm run fuzz -- --minutes 10 --seed 1 [--round N]
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { realLogs, sampleLogs } from './parts/logs.js';
import { Random } from './parts/random.js';
import { inputOf, tryInput } from './parts/trial.js';

/** An input that is worked on for longer has hung. */
const HUNG_MS = 60_000;
/** So much work on one input is a fault: a line of a megabyte is read in less. */
const TOO_SLOW = { us: 4_000_000, usPerKb: 4000 };
/** Failures after which there is enough to mend. */
const ENOUGH = 10;
/** Real logs are used up to this length. */
const LONGEST = 300_000;
/** Heap that may be gained between the first minute and the last: what a round leaves behind is none. */
const GROWTH_MB = 24;

interface Wish {
  readonly minutes: number;
  readonly seed: number;
  /** This round alone. */
  readonly round: number | undefined;
}

/** What the worker tells: a round begins, failed, or all is done. */
type News =
  | { readonly begins: number }
  | { readonly failed: number; readonly stack: string }
  | { readonly done: Totals };

interface Totals {
  readonly rounds: number;
  readonly bytes: number;
  readonly points: number;
  readonly slowest: { readonly round: number; readonly usPerKb: number; readonly kb: number };
  readonly heapMb: readonly [first: number, last: number];
}

const seedOf = ({ seed }: Wish, round: number) => Math.imul(seed, 0x9e3779b1) + round;
const logsOf = () => [...sampleLogs(), ...realLogs(LONGEST)];

if (isMainThread) lead(wishOf(process.argv.slice(2)));
else work(workerData as Wish);

function work(wish: Wish): void {
  const logs = logsOf();
  const end = performance.now() + 60_000 * wish.minutes;
  const firstMinute = performance.now() + Math.min(60_000, 20_000 * wish.minutes);
  let [bytes, points, failures, first] = [0, 0, 0, Number.NaN];
  let slowest = { round: 0, usPerKb: 0, kb: 0 };
  let round = wish.round ?? 0;
  for (; performance.now() < end && failures < ENOUGH; round++) {
    tell({ begins: round });
    const random = new Random(seedOf(wish, round));
    const input = inputOf(random, logs);
    try {
      const cost = tryInput(input, random);
      points += cost.points;
      bytes += input.bytes.length;
      const kb = input.bytes.length / 1024;
      // Of a short input the clock says little.
      const usPerKb = cost.us / Math.max(kb, 16);
      if (usPerKb > slowest.usPerKb) slowest = { round, usPerKb, kb };
      if (cost.us > TOO_SLOW.us && usPerKb > TOO_SLOW.usPerKb)
        throw new Error(`slow: ${Math.round(cost.us / 1000)} ms for ${Math.round(kb)} kB`);
    } catch (error) {
      failures++;
      tell({ failed: round, stack: error instanceof Error ? (error.stack ?? '') : String(error) });
    }
    if (wish.round !== undefined) break;
    if (Number.isNaN(first) && performance.now() > firstMinute) first = heapMb();
  }
  const rounds = round - (wish.round ?? 0);
  tell({ done: { rounds, bytes, points, slowest, heapMb: [first, heapMb()] } });
}

function tell(news: News): void {
  parentPort?.postMessage(news);
}

function heapMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function lead(wish: Wish): void {
  console.log(`seed ${wish.seed}, ${wish.minutes} minutes`);
  const folder = mkdtempSync(join(tmpdir(), 'losscope-fuzz-'));
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: wish });
  let round = 0;
  let failures = 0;
  const failed = (at: number, why: string) => {
    failures++;
    const random = new Random(seedOf(wish, at));
    const { name, bytes } = inputOf(random, logsOf());
    const file = join(folder, `${at}-${basename(name)}`);
    writeFileSync(file, bytes);
    console.log(`FAILED round ${at} (${name}): ${why.slice(0, 2000)}\n  input: ${file}`);
  };
  let watchdog = setTimeout(() => {}, 0);
  const watch = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      failed(round, `hung for ${HUNG_MS / 1000} s`);
      void worker.terminate();
      process.exitCode = 1;
    }, HUNG_MS);
  };
  watch();
  worker.on('message', (news: News) => {
    if ('begins' in news) {
      round = news.begins;
      watch();
    } else if ('failed' in news) failed(news.failed, news.stack);
    else {
      clearTimeout(watchdog);
      report(news.done, failures);
    }
  });
  worker.on('error', (error) => {
    clearTimeout(watchdog);
    failed(round, error.stack ?? error.message);
    process.exitCode = 1;
  });
}

function report({ rounds, bytes, points, slowest, heapMb }: Totals, failures: number): void {
  const [first, last] = heapMb;
  const growth = last - first;
  const isGrown = growth > GROWTH_MB;
  console.log(`${rounds} inputs, ${(bytes / 2 ** 20).toFixed(0)} MB, ${points} readings`);
  console.log(
    `slowest: round ${slowest.round}, ${slowest.usPerKb.toFixed(0)} us per kB of ${slowest.kb.toFixed(0)} kB`,
  );
  if (Number.isFinite(growth))
    console.log(
      `heap: ${first.toFixed(1)} MB after the first minute, ${last.toFixed(1)} MB at the end`,
    );
  console.log(failures === 0 ? 'nothing failed' : `${failures} inputs failed`);
  if (isGrown) console.log(`MEMORY GREW by ${growth.toFixed(1)} MB`);
  if (failures > 0 || isGrown) process.exitCode = 1;
}

function wishOf(args: readonly string[]): Wish {
  const value = (name: string) => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : Number(args[at + 1]);
  };
  return {
    minutes: value('--minutes') ?? 10,
    seed: value('--seed') ?? Date.now() % 1_000_000,
    round: value('--round'),
  };
}
