import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import {
  event,
  eventFile,
  history,
  tfRecord,
  wandbFile,
} from '../unit/analysis/records/written.js';
import { type House, openHouse, pause } from './house.js';

function write(house: House, name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(house.path(name)), { recursive: true });
  writeFileSync(house.path(name), content);
}

/** Until the points are these and stay so. */
async function settles(house: House, points: readonly string[]): Promise<void> {
  await house.until(() => house.points().length >= points.length, house.points);
  await pause(300);
  expect(house.points()).toEqual(points);
}

const losses = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ tag: 'loss', value: 0.5, step: from + at }));
const lossPoints = (to: number) => Array.from({ length: to }, (_, at) => `loss@${at + 1}=0.5`);

describe('following files of records', () => {
  it('an event file grows record by record, cut anywhere: each point once', async () => {
    const house = openHouse(sourceReader);
    const name = 'runs/a/events.out.tfevents.1.host';
    write(house, name, eventFile(losses(1, 2)));
    house.send({ type: 'start', roots: [house.folder], exclude: [], everyPoint: true });
    await settles(house, lossPoints(2));
    for (let step = 3; step <= 6; step++) {
      const record = tfRecord(event({ tag: 'loss', value: 0.5, step }));
      appendFileSync(house.path(name), record.subarray(0, 5 * step));
      await pause(step === 4 ? 2500 : 30);
      expect(house.points()).toHaveLength(step - 1);
      appendFileSync(house.path(name), record.subarray(5 * step));
      await settles(house, lossPoints(step));
    }
    expect(house.said.filter(({ type }) => type === 'withdrawn')).toEqual([]);
    expect(house.source(name)).toBe('followed');
  });

  it('a damaged record is told of, and the rest is shown', async () => {
    const house = openHouse(sourceReader);
    const bytes = eventFile(losses(1, 3));
    const at = bytes.length - 10;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    write(house, 'events.out.tfevents.1.host', bytes);
    house.send({ type: 'start', roots: [house.folder], exclude: [], everyPoint: true });
    await settles(house, lossPoints(2));
    const messages = house.said.flatMap((one) =>
      one.type === 'source' ? [one.source.message] : [],
    );
    expect(messages.at(-1)?.args).toEqual([1]);
  });

  it('scalars behind a graph that fills the head of the file are found', async () => {
    const house = openHouse(sourceReader);
    const graph = new Uint8Array(300_000);
    graph.set([0x22, 0xdc, 0xa7, 0x12]);
    const scalar = tfRecord(event({ tag: 'loss', value: 0.5, step: 1 }));
    write(house, 'events.out.tfevents.1.host', Buffer.concat([tfRecord(graph), scalar]));
    house.send({ type: 'start', roots: [house.folder], exclude: [], everyPoint: true });
    await settles(house, lossPoints(1));
  });

  it('files of records, metrics and documents are found; a link to a run is not read twice', async () => {
    const house = openHouse(sourceReader);
    const run = 'wandb/run-20260101_000000-abc';
    write(house, `${run}/run-abc.wandb`, wandbFile([1, 2].map((at) => history({ loss: '1' }, at))));
    write(house, `${run}/files/wandb-summary.json`, '{"loss": 1, "_step": 2}\n');
    symlinkSync(house.path(run), house.path('wandb/latest-run'));
    write(house, 'mlruns/0/r/metrics/val/loss', '1664364007310 3.25 1\n');
    write(house, 'result/log', '[{"main/loss": 2.5, "iteration": 10, "epoch": 1}]');
    write(house, 'mlruns/0/r/params/lr', '0.1');
    house.send({ type: 'start', roots: [house.folder], exclude: [], everyPoint: true });
    const names = () => [...house.runs().keys()].sort();
    await house.until(() => names().length === 3, names);
    await pause(300);
    expect(names()).toEqual(['mlruns/0/r/metrics/val/loss', 'result/log', `${run}/run-abc.wandb`]);
    expect(house.points()).toHaveLength(4);
  });

  it('a run of Weights & Biases grows over the blocks of its file: each point once', async () => {
    const house = openHouse(sourceReader);
    const note = `"${'x'.repeat(3000)}"`;
    const steps = Array.from({ length: 40 }, (_, at) => history({ loss: '0.5', note }, at + 1));
    const whole = wandbFile(steps);
    write(house, 'run-a.wandb', whole.subarray(0, 5000));
    house.send({ type: 'start', roots: [house.folder], exclude: [], everyPoint: true });
    await settles(house, lossPoints(1));
    for (let at = 5000; at < whole.length; at += 9973) {
      appendFileSync(house.path('run-a.wandb'), whole.subarray(at, at + 9973));
      await pause(40);
    }
    await settles(house, lossPoints(40));
  });

  it('a history that is written anew each epoch shows each record once', async () => {
    const house = openHouse(sourceReader);
    const records = [1, 2, 3, 4].map((step) => ({ loss: 0.5, step }));
    for (let count = 1; count <= 4; count++) {
      write(house, 'result/log', JSON.stringify(records.slice(0, count), null, 1));
      if (count === 1)
        house.send({ type: 'start', roots: [house.folder], exclude: [], everyPoint: true });
      await settles(house, lossPoints(count));
    }
    expect(house.said.filter(({ type }) => type === 'withdrawn')).toEqual([]);
  });

  it('a document says where its records stand, in bytes', async () => {
    const house = openHouse(sourceReader);
    const text =
      '\ufeff[\n {"说": "甲", "main/loss": 2.5, "epoch": 1},\n {"main/loss": 1.5, "epoch": 2}\n]';
    write(house, 'result/log', text);
    house.send({ type: 'start', roots: [house.path('result/log')], exclude: [], everyPoint: true });
    await house.until(() => house.points().length === 2, house.points);
    const added = house.said.flatMap((one) => (one.type === 'readings' ? one.added : []));
    const bytes = Buffer.from(text);
    expect(added.map(({ line, offset }) => [line, offset])).toEqual([
      [2, bytes.indexOf('{')],
      [3, bytes.lastIndexOf('{')],
    ]);
  });

  it('a file that is no record file, whatever its name: a state, no point', async () => {
    const house = openHouse(sourceReader);
    write(house, 'events.out.tfevents.1.host', 'epoch 1 loss 2\nepoch 2 loss 1\n');
    house.send({
      type: 'start',
      roots: [house.path('events.out.tfevents.1.host')],
      exclude: [],
      everyPoint: true,
    });
    await house.until(() => house.source('events.out.tfevents.1.host') === 'no-readings');
    expect(house.points()).toEqual([]);
  });
});
