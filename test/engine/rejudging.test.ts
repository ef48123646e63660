import { appendFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDiagnosis } from '../../src/analysis/index.js';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { RunStore } from '../../src/engine/store/runStore.js';
import type { FromEngine } from '../../src/protocol.js';
import { openHouse } from './house.js';

/** A run that overfits from epoch 13 on, and jumps once. */
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .map((epoch) => {
      const loss = epoch === 25 ? 2 : 0.1 + 2.9 * 0.85 ** epoch;
      const val = 1 + 0.002 * (epoch - 12) ** 2;
      return `epoch ${epoch} loss: ${loss.toFixed(4)} val_loss: ${val.toFixed(4)} lr: 0.1\n`;
    })
    .join('');

function judging(files: readonly string[] = ['train.log']) {
  const house = openHouse((file) => sourceReader(file));
  for (const name of files) writeFileSync(house.path(name), lines(1, 40));
  house.send({
    type: 'start',
    roots: files.map(house.path),
    exclude: [],
    everyPoint: true,
    everyVerdict: true,
  });
  const run = () => [...house.runs().values()].at(-1);
  const verdicts = () => run()?.verdicts.map(({ code, severity }) => `${code} ${severity}`);
  const changes = () =>
    house.said
      .filter((message): message is Extract<FromEngine, { type: 'verdict' }> => {
        return message.type === 'verdict';
      })
      .map(({ change }) => `${change.change} ${change.verdict.code}`);
  const say = (holds: () => boolean) => house.until(holds, () => [verdicts(), run()?.files]);
  return { ...house, run, verdicts, changes, say };
}

describe('other rules', () => {
  it('change what is said of a run at once, and no file is read again', async () => {
    const { verdicts, changes, send, said, say } = judging();
    await say(() => verdicts()?.join() === 'overfitting warning');
    const read = said.filter(({ type }) => type === 'readings').length;
    send({ type: 'rules', rules: [['overfitting.severity', 'off']] });
    await say(() => verdicts()?.join() === 'too-early info');
    await say(() => changes().includes('cleared overfitting'));
    send({ type: 'rules', rules: [['overfitting.severity', 'error']] });
    await say(() => verdicts()?.join() === 'overfitting error');
    send({ type: 'rules', rules: [['overfitting.risePercent', 100]] });
    await say(() => verdicts()?.[0] !== 'overfitting error');
    expect(said.filter(({ type }) => type === 'readings')).toHaveLength(read);
  });

  it('put back say what was said, word for word', async () => {
    const { run, verdicts, send, say } = judging();
    await say(() => verdicts()?.join() === 'overfitting warning');
    const before = run()?.verdicts;
    send({ type: 'rules', rules: [['overfitting.severity', 'off']] });
    await say(() => verdicts()?.join() === 'too-early info');
    send({ type: 'rules', rules: [] });
    await say(() => verdicts()?.join() === 'overfitting warning');
    expect(run()?.verdicts).toEqual(before);
  });

  it('judge the lines that come after them too', async () => {
    const { path, run, verdicts, send, say } = judging();
    await say(() => verdicts()?.join() === 'overfitting warning');
    send({ type: 'rules', rules: [['overfitting.severity', 'hint']] });
    appendFileSync(path('train.log'), lines(41, 45));
    await say(() => run()?.points === 135);
    expect(verdicts()).toEqual(['overfitting hint']);
  });

  it('judge a training of several files once', async () => {
    const { run, verdicts, send, say } = judging(['train.log', 'copy.log']);
    await say(() => run()?.files?.length === 2 && verdicts()?.[0] === 'overfitting warning');
    send({ type: 'rules', rules: [['overfitting.severity', 'hint']] });
    await say(() => verdicts()?.[0] === 'overfitting hint');
    expect(run()?.files).toHaveLength(2);
  });

  it('see a long run in turns, with what comes to it in between', () => {
    const rules = { loudness: { spike: 'warning' }, limits: { patience: 1 } } as const;
    const isSet = { now: false };
    const store = new RunStore({
      nameOf: (file) => file,
      newDiagnosis: (clock) => createDiagnosis(isSet.now ? rules : undefined, clock),
    });
    const reader = sourceReader('train.log');
    const add = (to: RunStore, text: string, by = reader) =>
      to.add('train.log', by.push(Buffer.from(text)), { atMs: 0, isSeen: false });
    add(store, lines(1, 400));
    const [run] = store.runsOf('train.log');
    if (!run) throw new Error('no run');
    isSet.now = true;
    const before = run.verdicts;
    let turns = 1;
    for (; !store.rejudge(run, () => true); turns++) {
      expect(run.verdicts.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
      add(store, lines(400 + 30 * turns - 29, 400 + 30 * turns));
    }
    expect(turns).toBeGreaterThan(2);
    const fresh = new RunStore({
      nameOf: (file) => file,
      newDiagnosis: () => createDiagnosis(rules),
    });
    add(fresh, lines(1, 400 + 30 * (turns - 1)), sourceReader('train.log'));
    expect(run.verdicts).toEqual(fresh.runsOf('train.log')[0]?.verdicts);
  });
});
