import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type House, lossLines, lossPoints, openHouse, pause } from './house.js';

/** A house that follows one file and tells of every point. */
function following(name: string, start: string | undefined): House {
  const house = openHouse();
  if (start !== undefined) writeFileSync(house.path(name), start);
  house.send({ type: 'start', roots: [house.path(name)], exclude: [], everyPoint: true });
  return house;
}

/** Until the points are these and stay so: nothing is lost, nothing comes twice. */
async function settles(house: House, points: readonly string[]): Promise<void> {
  const isRight = () =>
    JSON.stringify(house.points().sort()) === JSON.stringify([...points].sort());
  await house.until(isRight, house.points);
  await pause(300);
  expect(house.points().sort()).toEqual([...points].sort());
}

describe('following a file', () => {
  it('what is appended comes once, also half a line at a time', async () => {
    const house = following('a.log', lossLines(1, 3));
    await settles(house, lossPoints(1, 3));
    appendFileSync(house.path('a.log'), lossLines(4, 500));
    appendFileSync(house.path('a.log'), 'step 501 loss 50');
    await settles(house, lossPoints(1, 500));
    appendFileSync(house.path('a.log'), '10\n');
    await settles(house, lossPoints(1, 501));
  });

  it('the last line counts without its end, and is taken back when it goes on', async () => {
    const house = following('a.log', `${lossLines(1, 3)}step 4 loss 4`);
    await settles(house, [...lossPoints(1, 3), 'loss@4=4']);
    appendFileSync(house.path('a.log'), '0\n');
    await settles(house, lossPoints(1, 4));
    expect(house.said.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
  });

  it('a file that comes later, goes and comes again', async () => {
    const house = following('later.log', undefined);
    await house.until(() => house.source('later.log') === 'gone');
    writeFileSync(house.path('later.log'), lossLines(1, 2));
    await settles(house, lossPoints(1, 2));
    rmSync(house.path('later.log'));
    await house.until(() => house.source('later.log') === 'gone');
    writeFileSync(house.path('later.log'), lossLines(3, 4));
    await settles(house, lossPoints(1, 4));
  });

  it('a table written anew each epoch shows each row once', async () => {
    const house = following('results.csv', lossLines(1, 5));
    for (let rows = 6; rows <= 9; rows++) {
      writeFileSync(house.path('results.csv'), lossLines(1, rows));
      await settles(house, lossPoints(1, rows));
    }
    expect(house.said.filter(({ type }) => type === 'withdrawn')).toEqual([]);
  });

  it('a table renamed over the old one shows each row once', async () => {
    const house = following('results.csv', lossLines(1, 5));
    await settles(house, lossPoints(1, 5));
    writeFileSync(house.path('results.tmp'), `# again\n${lossLines(1, 7)}`);
    renameSync(house.path('results.tmp'), house.path('results.csv'));
    await settles(house, lossPoints(1, 7));
  });

  it('what a rewrite no longer says is withdrawn', async () => {
    const house = following('a.log', lossLines(1, 9));
    await settles(house, lossPoints(1, 9));
    writeFileSync(house.path('a.log'), `${lossLines(1, 6)}step 7 loss 1\n`);
    await settles(house, [...lossPoints(1, 6), 'loss@7=1']);
    await house.until(() => house.runs().get('a.log')?.points === 7);
  });

  it.each([
    ['shorter', 'step 1 loss 7\n'],
    ['as long', lossLines(1, 9).replaceAll('loss', 'lass')],
    ['longer', `step 1 loss 7\n${lossLines(2, 30).replaceAll('0\n', '3\n')}`],
  ])('another training in its place, %s, is a second run', async (_, text) => {
    const house = following('a.log', lossLines(1, 9));
    await settles(house, lossPoints(1, 9));
    writeFileSync(house.path('a.log'), text);
    await house.until(() => house.runs().has('a.log (2)'));
    await pause(300);
    expect(house.said.filter(({ type }) => type === 'withdrawn')).toEqual([]);
    expect(house.runs().get('a.log')?.points).toBe(9);
    expect(house.runs().get('a.log (2)')?.points).toBe(text.split('\n').length - 1);
  });

  it('a rotated log goes on as the same run, with the late lines of the old file', async () => {
    const house = following('a.log', lossLines(1, 9));
    await settles(house, lossPoints(1, 9));
    appendFileSync(house.path('a.log'), lossLines(10, 10));
    await settles(house, lossPoints(1, 10));
    renameSync(house.path('a.log'), house.path('a.log.1'));
    writeFileSync(house.path('a.log'), lossLines(13, 15));
    await pause(150);
    appendFileSync(house.path('a.log.1'), lossLines(11, 12));
    await settles(house, lossPoints(1, 15));
    expect([...house.runs().keys()]).toEqual(['a.log']);
  });

  it('several rotations at once: each log that is still there is read, in order', async () => {
    const house = following('a.log', lossLines(1, 9));
    await settles(house, lossPoints(1, 9));
    for (const from of [11, 21, 31]) {
      appendFileSync(house.path('a.log'), lossLines(from - 1, from - 1));
      if (from > 21) renameSync(house.path('a.log.2'), house.path('a.log.3'));
      if (from > 11) renameSync(house.path('a.log.1'), house.path('a.log.2'));
      renameSync(house.path('a.log'), house.path('a.log.1'));
      writeFileSync(house.path('a.log'), lossLines(from, from + 8));
    }
    await settles(house, lossPoints(1, 39));
    expect([...house.runs().keys()]).toEqual(['a.log']);
  });

  it('lines after a hole of NULs that a truncation left', async () => {
    const house = following('a.log', lossLines(1, 9));
    await settles(house, lossPoints(1, 9));
    truncateSync(house.path('a.log'), 0);
    truncateSync(house.path('a.log'), 4096);
    appendFileSync(house.path('a.log'), lossLines(10, 12));
    await settles(house, lossPoints(1, 12));
  });

  it('a folder that takes the name is a state, and the file after it is read', async () => {
    const house = following('a.log', lossLines(1, 2));
    await settles(house, lossPoints(1, 2));
    rmSync(house.path('a.log'));
    mkdirSync(house.path('a.log'));
    await house.until(() => house.source('a.log') === 'unreadable');
    rmSync(house.path('a.log'), { recursive: true });
    writeFileSync(house.path('a.log'), lossLines(3, 4));
    await settles(house, lossPoints(1, 4));
  });
});
