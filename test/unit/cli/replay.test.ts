import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { arrivals, readRun } from '../../../src/cli/curves.js';
import { replayRun } from '../../../src/cli/replay.js';

const series = (
  name: string,
  role: string,
  x: readonly number[],
  y: readonly unknown[],
  more = {},
) => ({
  name,
  role,
  kind: 'loss',
  better: 'min',
  x,
  y,
  ...more,
});
const runOf = (...of: readonly object[]) =>
  readRun(JSON.stringify({ id: 'a', unit: 'epoch', series: of }));
const orderOf = (run: ReturnType<typeof readRun>) =>
  [...arrivals(run)].map(({ series, index }) => [series, index]);

describe('replay', () => {
  it('takes points by x, and at equal x in the order of the series', () => {
    const run = runOf(
      series('val_loss', 'val', [1, 2], [1, 1]),
      series('loss', 'train', [0, 1, 2], [1, 1, 1]),
    );
    expect(orderOf(run)).toEqual([
      [1, 0],
      [0, 0],
      [1, 1],
      [0, 1],
      [1, 2],
    ]);
  });

  it('takes one attempt after the other', () => {
    const run = runOf(series('loss', 'train', [0, 1, 2, 1, 2], [5, 4, 3, 4, 3], { restarts: [3] }));
    expect([...arrivals(run)].map(({ index, segment }) => [index, segment])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
  });

  it('passes over what was not logged and sees what is no number', () => {
    const { verdicts } = replayRun(
      runOf(series('loss', 'train', [0, 1, 2, 3], [3, null, '-Infinity', 2])),
    );
    expect(verdicts.filter(({ code }) => code === 'nan')).toEqual([
      { code: 'nan', severity: 'error', firstRaisedAt: { series: 0, i: 2, x: 2 } },
    ]);
  });

  it('reads null as NaN in the older form', () => {
    const run = readRun(
      '{"id":"b","source":"overfitguard","train_loss":[3,2,null],"val_loss":[3,2,1]}',
    );
    expect(replayRun(run).verdicts.at(-1)?.firstRaisedAt).toEqual({ series: 0, i: 2, x: 2 });
  });

  it('pairs train and validation of one loss, however their names are written', () => {
    const metrics = (...names: readonly string[]) =>
      new Set(
        runOf(...names.map((name) => series(name, 'train', [0], [1]))).curves.map(
          ({ info }) => info.metric,
        ),
      );
    expect([...metrics('train/loss', 'Loss/val', 'valid_loss', 'val_loss', 'loss')]).toEqual([
      'loss',
    ]);
    expect([...metrics('loss/total', 'val/total')]).toEqual(['total']);
    expect([...metrics('train/perplexity', 'val/perplexity')]).toEqual(['perplexity']);
  });

  it('refuses a line that is no run', () => {
    expect(() => readRun('[1')).toThrow('a line is not JSON');
    expect(() => readRun('7')).toThrow('not an object');
  });

  const scorer = resolve('../shared/curves/score.mjs');
  const curves = resolve('../shared/curves/seeded-dev.jsonl.gz');
  it.skipIf(!existsSync(scorer))('hands points over in the order of the scorer', async () => {
    const { stream, loadRuns } = await import(pathToFileURL(scorer).href);
    const lines = gunzipSync(readFileSync(curves)).toString('utf8').trim().split('\n');
    const differ = loadRuns(curves).filter((run: { id: string }, index: number) => {
      const theirs = [...stream(run)].map(({ series, i }) => [series, i]);
      return JSON.stringify(theirs) !== JSON.stringify(orderOf(readRun(lines[index] ?? '')));
    });
    expect(differ.map(({ id }: { id: string }) => id)).toEqual([]);
  });
});
