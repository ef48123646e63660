import { appendFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { RunStore } from '../../src/engine/store/runStore.js';
import type { FromEngine } from '../../src/protocol.js';
import { Random } from '../fuzz/parts/random.js';
import { someEnds } from '../fuzz/parts/reading.js';
import { seeded } from '../unit/analysis/generated/random.js';
import type { Run } from '../unit/analysis/generated/run.js';
import { drops, followed, restarts } from '../unit/analysis/generated/schedules.js';
import { SICK } from '../unit/analysis/generated/sickRuns.js';
import { accuracies, byEpoch, SOUND } from '../unit/analysis/generated/soundRuns.js';
import { openHouse } from './house.js';

const sick = (title: string, seed: number): Run => {
  const kind = SICK.find((one) => one.title.startsWith(title));
  return kind?.make(seeded(seed)).run ?? byEpoch(seeded(seed));
};
const sound = (title: string, seed: number): Run =>
  SOUND.find((one) => one.title === title)?.make(seeded(seed)) ?? byEpoch(seeded(seed));

const RUNS: readonly [string, Run][] = [
  ['overfitting', sick('overfitting by epoch', 1)],
  ['divergence', sick('divergence by epoch', 2)],
  ['a dead network', sick('a dead network', 3)],
  ['noisy labels', sick('noisy train labels', 4)],
  ['restarts, rate logged', followed(seeded(5), restarts(4), true)],
  ['step drops, rate not logged', followed(seeded(6), drops([0.5, 0.75]), false)],
  ['a resume that goes back', sound('a resume that goes back, by epoch', 7)],
  ['accuracies', accuracies(seeded(8))],
];

/** One line an epoch, as a script prints it. */
function logOf({ lines, attempts = [] }: Run): string {
  return [lines, ...attempts].map(linesOf).join('');
}

function linesOf(lines: Run['lines']): string {
  const epochs = new Map<number, string>();
  for (const { name, x, y } of lines) {
    x.forEach((epoch, i) => {
      const before = epochs.get(epoch) ?? `epoch ${epoch}`;
      epochs.set(epoch, `${before} ${name}: ${(y[i] ?? 0).toPrecision(6)}`);
    });
  }
  return [...epochs]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => `${line}\n`)
    .join('');
}

/** All that was said, in order: which code was raised or cleared, by which point, in which words. */
function saidIn(bytes: Buffer, ends: readonly number[]): readonly string[] {
  const store = new RunStore({ nameOf: (path) => path });
  const reader = sourceReader('train.log');
  const said: string[] = [];
  const add = (readings: Parameters<RunStore['add']>[1]) => {
    const { verdicts } = store.add('train.log', readings, { atMs: 0, isSeen: false });
    for (const { change } of verdicts) said.push(JSON.stringify(change));
  };
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    add(reader.push(Buffer.from(bytes.subarray(from, end))));
    from = end;
  }
  add(reader.lastLine() ?? []);
  add(reader.flush());
  said.push(JSON.stringify(store.runsOf('train.log').map(({ verdicts }) => verdicts)));
  return said;
}

describe('the same bytes get the same verdicts', () => {
  it.each(RUNS)('in any pieces: %s', (_, run) => {
    const bytes = Buffer.from(logOf(run));
    const whole = saidIn(bytes, []);
    expect(whole.length).toBeGreaterThan(2);
    const random = new Random(9);
    for (let time = 0; time < 6; time++)
      expect(saidIn(bytes, someEnds(random, bytes.length))).toEqual(whole);
    const everyLine = [...bytes].flatMap((byte, at) => (byte === 10 ? [at + 1] : []));
    expect(saidIn(bytes, everyLine)).toEqual(whole);
  });

  it.each(RUNS)('judged anew from the store: %s', (_, run) => {
    const store = new RunStore({ nameOf: (path) => path });
    const reader = sourceReader('train.log');
    const arrival = { atMs: 0, isSeen: false };
    store.add('train.log', reader.push(Buffer.from(logOf(run))), arrival);
    store.add('train.log', reader.flush(), arrival);
    const said = () => JSON.stringify(store.all.map(({ verdicts }) => verdicts));
    const before = said();
    for (const one of store.all) store.rejudge(one);
    expect(said()).toBe(before);
  });

  it.each(RUNS.slice(0, 2))('read at once or followed in any rhythm: %s', async (_, run) => {
    const log = logOf(run);
    const points = run.lines.reduce((sum, { x }) => sum + x.length, 0);
    const follow = async (pieces: readonly string[], waitMs: number) => {
      const house = openHouse((file) => sourceReader(file));
      writeFileSync(house.path('train.log'), '');
      house.send({
        type: 'start',
        roots: [house.path('train.log')],
        exclude: [],
        everyPoint: true,
        everyVerdict: true,
      });
      for (const piece of pieces) {
        appendFileSync(house.path('train.log'), piece);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
      await house.until(() => [...house.runs().values()].at(-1)?.points === points);
      const is = (one: FromEngine) => one.type === 'verdict';
      const said = house.said.filter(is).map((one) => (one.type === 'verdict' ? one.change : one));
      return JSON.stringify([said, [...house.runs().values()].at(-1)?.verdicts]);
    };
    const random = new Random(10);
    const ends = [0, ...random.places(log.length, 40), log.length];
    const pieces = ends.slice(1).map((end, i) => log.slice(ends[i], end));
    const whole = await follow([log], 0);
    expect(whole).toContain('"raised"');
    expect(await follow(pieces, 0)).toBe(whole);
    expect(await follow(pieces, 25)).toBe(whole);
  });
});
