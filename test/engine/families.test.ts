import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import type { RunSummary } from '../../src/protocol.js';
import { eventFile } from '../unit/analysis/records/written.js';
import { type House, openHouse, pause } from './house.js';

/** Losses of a training, its own for each seed: nothing that chance would bring twice. */
const lossAt = (step: number, seed = 1) =>
  0.3 + 2 / (1 + step / (40 + seed)) + 0.05 * Math.sin(step * (1.7 + seed / 9));
const valAt = (epoch: number, seed = 1) => lossAt(epoch * 100, seed) + 0.1234;
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const logLines = (from: number, to: number, seed = 1) =>
  range(from, to)
    .map((at) => `step: ${10 * at}, loss: ${lossAt(10 * at, seed).toFixed(4)}, lr: 0.001\n`)
    .join('');
const jsonLines = (from: number, to: number, seed = 1) =>
  range(from, to)
    .map((at) => `${JSON.stringify({ step: 10 * at, loss: lossAt(10 * at, seed) })}\n`)
    .join('');
const csv = (epochs: number, seed = 1) =>
  [
    'epoch,step,train_loss,val_loss,val_accuracy\n',
    ...range(1, epochs).map(
      (epoch) =>
        `${epoch},${100 * epoch},${lossAt(100 * epoch, seed)},${valAt(epoch, seed)},${0.5 + epoch / 99}\n`,
    ),
  ].join('');
const trainerState = (last: number, seed = 1) =>
  JSON.stringify({
    log_history: range(1, last / 10).map((at) => ({
      epoch: at / 10,
      step: 10 * at,
      loss: lossAt(10 * at, seed),
      learning_rate: 0.001,
    })),
  });

/** A house on a folder, with what people see of it. */
function watching(files: Readonly<Record<string, string | Uint8Array>>) {
  const house = openHouse(sourceReader);
  const put = (name: string, text: string | Uint8Array) => {
    mkdirSync(dirname(house.path(name)), { recursive: true });
    writeFileSync(house.path(name), text);
  };
  for (const [name, text] of Object.entries(files)) put(name, text);
  house.send({ type: 'start', roots: [house.folder], exclude: [], everyVerdict: true });
  return { ...house, put };
}

/** Runs that stand: told of, and not gone since. */
function standing(house: House): RunSummary[] {
  const runs = new Map<string, RunSummary>();
  for (const message of house.said) {
    if (message.type === 'runs') for (const run of message.runs) runs.set(run.id, run);
    if (message.type === 'runGone') runs.delete(message.run);
  }
  return [...runs.values()];
}

const curves = ({ series }: RunSummary) =>
  series.map(({ name, count }) => `${name} ${count}`).sort();
const losses = (house: House) =>
  standing(house).map((run) =>
    run.series.filter(({ kind }) => kind === 'loss').reduce((sum, { count }) => sum + count, 0),
  );
const baseNames = ({ file, files }: RunSummary) =>
  (files ?? [file]).map((path) => path.split('/').slice(-2).join('/')).sort();

async function seen(house: House, runs: number): Promise<readonly RunSummary[]> {
  await house.until(() => house.said.some(({ type }) => type === 'found'));
  await house.until(
    () => standing(house).length === runs,
    () => standing(house).map((run) => [run.name, curves(run)]),
  );
  await pause(700);
  expect(standing(house)).toHaveLength(runs);
  return standing(house);
}

describe('several files of one run', () => {
  it('log, table and records are one run with each curve once', async () => {
    const house = watching({
      'train.log': logLines(1, 60),
      'metrics.jsonl': jsonLines(1, 60),
      'results.csv': csv(6),
    });
    const [run] = await seen(house, 1);
    expect(run && curves(run)).toEqual(['loss 60', 'lr 60', 'val_accuracy 6', 'val_loss 6']);
    expect(run?.files).toHaveLength(3);
  });

  it('a point of a curve leads to the file that says it', async () => {
    const house = watching({ 'train.log': logLines(1, 60), 'results.csv': csv(6) });
    const [run] = await seen(house, 1);
    const val = run?.series.find(({ name }) => name === 'val_loss');
    expect(val?.file ?? run?.file).toBe(house.path('results.csv'));
    expect(val?.last.line).toBe(7);
    const loss = run?.series.find(({ name }) => name === 'loss');
    expect(loss?.file ?? run?.file).toBe(house.path('train.log'));
  });

  it('the states in checkpoint folders are those of their run', async () => {
    const house = watching({
      'out/trainer_state.json': trainerState(900),
      'out/checkpoint-300/trainer_state.json': trainerState(300),
      'out/checkpoint-600/trainer_state.json': trainerState(600),
    });
    const [run] = await seen(house, 1);
    expect(run?.series.find(({ kind }) => kind === 'loss')?.count).toBe(90);
  });

  it('what a Trainer prints, saves and logs for TensorBoard is one run', async () => {
    const steps = range(1, 80).map((at) => 10 * at);
    const dict = (step: number) =>
      step % 200 === 0
        ? `{'eval_loss': ${valAt(step / 100).toFixed(4)}, 'eval_runtime': 3.1, 'epoch': ${(step / 500).toFixed(2)}}\n`
        : `{'loss': ${lossAt(step).toFixed(4)}, 'learning_rate': ${(1e-4 * (1 - step / 900)).toExponential(3)}, 'epoch': ${(step / 500).toFixed(2)}}\n`;
    const state = {
      log_history: steps.map((step) =>
        step % 200 === 0
          ? { epoch: step / 500, eval_loss: valAt(step / 100), step }
          : {
              epoch: step / 500,
              loss: Number(lossAt(step).toFixed(4)),
              learning_rate: 1e-4 * (1 - step / 900),
              step,
            },
      ),
    };
    const events = steps.map((step) =>
      step % 200 === 0
        ? { tag: 'eval/loss', value: valAt(step / 100), step }
        : { tag: 'train/loss', value: Number(lossAt(step).toFixed(4)), step },
    );
    const house = watching({
      'train.log': steps.map(dict).join(''),
      'out/trainer_state.json': JSON.stringify(state),
      'out/checkpoint-400/trainer_state.json': JSON.stringify({
        log_history: state.log_history.slice(0, 40),
      }),
      'out/runs/Nov24_host/events.out.tfevents.1.host': eventFile(events),
    });
    await house.until(
      () => standing(house)[0]?.files?.length === 4,
      () => standing(house).map((run) => [run.files, curves(run)]),
    );
    const [run] = await seen(house, 1);
    expect(run && curves(run).map((curve) => curve.replace(/^.*\W/, ''))).toEqual([
      '4',
      '76',
      '76',
    ]);
    expect(run?.files).toHaveLength(4);
    expect(run?.axes).toContain('step');
  });

  it('two trainings in one folder stay two', async () => {
    const house = watching({ 'a.log': logLines(1, 60), 'b.log': logLines(1, 60, 7) });
    await seen(house, 2);
  });

  it('the same numbers in folders side by side are two trainings', async () => {
    const house = watching({ 'a/train.log': logLines(1, 60), 'b/train.log': logLines(1, 60) });
    await seen(house, 2);
  });

  it('ranks that print the same are one run, a rank with numbers of its own is not', async () => {
    const house = watching({
      'train_rank0.log': logLines(1, 60),
      'train_rank1.log': logLines(1, 60),
      'train_rank2.log': logLines(1, 60),
      'train_rank3.log': logLines(1, 60, 5),
    });
    const runs = await seen(house, 2);
    expect(
      runs
        .map(baseNames)
        .map(({ length }) => length)
        .sort(),
    ).toEqual([1, 3]);
  });

  it('files that grow at different moments are one run all the time', async () => {
    const house = watching({ 'train.log': logLines(1, 3) });
    await seen(house, 1);
    for (let epoch = 1; epoch <= 5; epoch++) {
      appendFileSync(house.path('train.log'), logLines(10 * epoch - 6, 10 * epoch + 3));
      await pause(150);
      house.put('results.csv', csv(epoch));
      appendFileSync(house.path('metrics.jsonl'), jsonLines(10 * epoch - 9, 10 * epoch));
      await pause(150);
    }
    const [run] = await seen(house, 1);
    expect(run && curves(run)).toEqual(['loss 53', 'lr 53', 'val_accuracy 5', 'val_loss 5']);
    // Nothing was told of and then taken back: no list flickered.
    expect(house.said.filter(({ type }) => type === 'runGone')).toEqual([]);
  });

  it('what happens in both files is said once', async () => {
    const house = watching({ 'train.log': logLines(1, 40), 'metrics.jsonl': jsonLines(1, 40) });
    await seen(house, 1);
    appendFileSync(house.path('train.log'), 'step: 410, loss: nan\nstep: 420, loss: nan\n');
    appendFileSync(house.path('metrics.jsonl'), '{"step": 410, "loss": NaN}\n');
    appendFileSync(house.path('metrics.jsonl'), '{"step": 420, "loss": NaN}\n');
    const raised = () =>
      house.said.filter(
        (message) =>
          message.type === 'verdict' &&
          message.change.change === 'raised' &&
          message.change.verdict.code === 'nan',
      );
    await house.until(() => raised().length > 0);
    await pause(700);
    expect(raised()).toHaveLength(1);
  });

  it('trainings that start alike and then part are two', async () => {
    const house = watching({ 'a.log': logLines(1, 30), 'b.log': logLines(1, 6) });
    await seen(house, 1);
    appendFileSync(house.path('b.log'), logLines(7, 60, 4));
    await seen(house, 2);
    expect(losses(house).sort()).toEqual([30, 60]);
  });

  it('a file that goes leaves the others what they are', async () => {
    const house = watching({ 'train.log': logLines(1, 60), 'results.csv': csv(6) });
    await seen(house, 1);
    rmSync(house.path('results.csv'));
    await pause(500);
    await seen(house, 1);
    house.put('results.csv', csv(7));
    await house.until(() => standing(house)[0]?.series.some(({ count }) => count === 7) ?? false);
  });

  it('a file that is written anew with other numbers is a run of its own', async () => {
    const house = watching({ 'train.log': logLines(1, 60), 'results.csv': csv(6) });
    await seen(house, 1);
    house.put('results.csv', csv(8, 5));
    await seen(house, 2);
  });
});
