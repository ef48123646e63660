import type { Reading } from '../../../src/analysis/index.js';
import { RunStore } from '../../../src/engine/store/runStore.js';
import { generatedLog } from './generated.js';
import type { Log } from './logs.js';
import { mutated } from './mutate.js';
import type { Random } from './random.js';
import { printed, readIn, someEnds } from './reading.js';

/** Longer inputs are read in one way only, and not judged. */
const SMALL = 200_000;

/** The input of one round: the same for the same random numbers. */
export function inputOf(random: Random, logs: readonly Log[]): Log {
  if (!random.isLess(0.3)) return mutated(logs, random);
  const text = generatedLog(random, 1 + random.small(3000));
  const log = { name: random.pick(['train.log', 'a.csv', 'a.jsonl']), bytes: Buffer.from(text) };
  return random.isLess(0.5) ? log : mutated([log, ...logs], random);
}

/** Reads an input, asks of what came whether it can be true, and reads it again in pieces. */
export function tryInput(
  log: Log,
  random: Random,
): { readonly us: number; readonly points: number } {
  const before = process.cpuUsage();
  const whole = readIn(log, []);
  const { user, system } = process.cpuUsage(before);
  for (const reading of whole) check(reading, log.bytes.length);
  if (log.bytes.length <= SMALL) {
    judge(log.name, whole);
    const cut = readIn(log, someEnds(random, log.bytes.length));
    if (printed(cut) !== printed(whole)) throw new Error('says something else in pieces');
  }
  return { us: user + system, points: whole.length };
}

function check(reading: Reading, size: number): void {
  const { name, value, line, offset, run, attempt, step, epoch } = reading;
  const isWhole = [line, run, attempt].every(
    (number) => Number.isSafeInteger(number) && number >= 0,
  );
  const isPlaced = [step, epoch].every((at) => at === undefined || Number.isFinite(at));
  if (!isWhole || !isPlaced || typeof value !== 'number' || name === '')
    throw new Error(`no reading: ${printed([reading])}`);
  if (!(offset >= 0 && offset <= size)) throw new Error(`outside of the file: ${offset}`);
}

function judge(file: string, readings: readonly Reading[]): void {
  const store = new RunStore({ nameOf: (name) => name });
  store.add(file, readings, { atMs: 0, isSeen: false });
  for (const run of store.shown) run.summary('', 'idle');
}
