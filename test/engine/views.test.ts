import { appendFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/protocol.js';
import { lossLines, openHouse, pause } from './house.js';

function viewing(start: string, wish: Partial<View> = {}) {
  const house = openHouse();
  const file = house.path('a.log');
  writeFileSync(file, start);
  house.send({ type: 'start', roots: [file], exclude: [] });
  const view = { run: `${file}#0`, axis: 'step', pixels: 1000, smoothing: 0, ...wish } as const;
  house.send({ type: 'openView', view: 1, wish: view });
  return { ...house, file, last: () => house.frames(1).at(-1), view };
}

describe('views', () => {
  it('a frame comes at once, and again when the file grows', async () => {
    const { file, frames, last, until } = viewing(lossLines(1, 3));
    await until(() => last()?.series[0]?.x.length === 3);
    await pause(200);
    const before = frames(1).length;
    const appendedAt = performance.now();
    appendFileSync(file, lossLines(4, 4));
    await until(() => frames(1).length > before);
    expect(performance.now() - appendedAt).toBeLessThan(250);
    expect([...(last()?.series[0]?.y ?? [])]).toEqual([10, 20, 30, 40]);
    expect(last()?.series[0]?.best).toEqual({ x: 1, y: 10, epoch: undefined, line: 1 });
  });

  it('at most ten frames a second, and the last one shows all', async () => {
    const { file, frames, last, until } = viewing(lossLines(1, 3));
    await until(() => last() !== undefined);
    const before = frames(1).length;
    for (let step = 4; step <= 103; step++) {
      appendFileSync(file, lossLines(step, step));
      await pause(10);
    }
    await until(() => last()?.run.points === 103);
    expect(frames(1).length - before).toBeLessThanOrEqual(20);
  });

  it('train with steps and validation without share the axis', async () => {
    const { last, until } = viewing('step 5 loss 1\nepoch 1 val_loss 2\nstep 9 loss 1\n');
    await until(() => last()?.series.length === 2);
    expect(last()?.series.map(({ x }) => [...x])).toEqual([[5, 9], [5]]);
    expect(last()?.run.axes).toEqual(['step', 'epoch']);
  });

  it('NaN is a mark and not a point; smoothing runs over all points', async () => {
    const text = 'step 1 loss 4\nstep 2 loss nan\nstep 3 loss 2\nstep 4 loss 2\n';
    const { last, until } = viewing(text, { smoothing: 0.5 });
    await until(() => last()?.series[0]?.oddX.length === 1);
    const [series] = last()?.series ?? [];
    expect([...(series?.x ?? [])]).toEqual([1, 3, 4]);
    expect([...(series?.oddX ?? [])]).toEqual([2]);
    expect(series?.oddY[0]).toBeNaN();
    expect(series?.smooth?.[1]).toBeCloseTo((4 * 0.25 + 2 * 0.5) / 0.75);
  });

  it('a stair of the learning rate is marked, a warm-up is not', async () => {
    const stair = Array.from({ length: 30 }, (_, at) => `step ${at} lr ${at < 15 ? 0.1 : 0.01}\n`);
    const warmUp = Array.from({ length: 30 }, (_, at) => `step ${at} lr ${at + 1}\n`);
    const house = viewing(stair.join(''));
    await house.until(() => house.last()?.marks.length === 1);
    expect(house.last()?.marks[0]).toMatchObject({ kind: 'lr-drop', x: 15 });
    const other = viewing(warmUp.join(''));
    await other.until(() => other.last()?.run.points === 30);
    expect(other.last()?.marks).toEqual([]);
  });

  it('columns are all readings, undecimated', async () => {
    const { send, said, view, until, last } = viewing(lossLines(1, 5000));
    await until(() => last()?.run.points === 5000);
    send({ type: 'columns', request: 7, run: view.run });
    const columns = said.find(({ type }) => type === 'columns');
    expect(columns).toMatchObject({ request: 7, run: { points: 5000 } });
    expect(columns?.type === 'columns' && columns.series[0]?.y.length).toBe(5000);
  });
});
