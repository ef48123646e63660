import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type House, lossLines, openHouse } from './house.js';

function searching(files: Readonly<Record<string, string | Uint8Array>>, exclude: string[] = []) {
  const house = openHouse();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(house.path(`${name}/..`), { recursive: true });
    writeFileSync(house.path(name), content);
  }
  house.send({ type: 'start', roots: [house.folder], exclude });
  return house;
}

const searched = (house: House) =>
  house.until(() => house.said.some(({ type }) => type === 'found'));
const names = (house: House) => [...house.runs().keys()].sort();

describe('finding logs', () => {
  it('by name and content, outside of what is excluded', async () => {
    const log = lossLines(1, 5);
    const house = searching(
      {
        'runs/a/train.log': log,
        'runs/b/metrics.csv': log,
        'notes.txt': 'nothing here\n',
        'train.py': log,
        'package.json': log,
        'node_modules/x/a.log': log,
        '.venv/lib/a.log': log,
        'skip/a.log': log,
        'deep/skipped.csv': log,
      },
      ['**/skip', '**/*.{csv,tsv}'].slice(0, 1).concat('deep/*.{csv,tsv}'),
    );
    await searched(house);
    await house.until(
      () => names(house).length === 2,
      () => names(house),
    );
    expect(names(house)).toEqual(['runs/a/train.log', 'runs/b/metrics.csv']);
  });

  it('a log that appears later, and one whose preamble ends later', async () => {
    const house = searching({ 'a.log': 'preamble\n' });
    await searched(house);
    expect(house.source('a.log')).toBe('no-readings');
    writeFileSync(house.path('later.out'), lossLines(1, 3));
    appendFileSync(house.path('a.log'), lossLines(1, 3));
    await house.until(
      () => names(house).length === 2,
      () => names(house),
    );
  });

  it('readings in the last 64 KiB make a log, behind a long preamble', async () => {
    const house = searching({
      'a.log': 'source code of the network\n'.repeat(8000) + lossLines(1, 3),
    });
    await house.until(() => names(house).length === 1);
    expect(house.runs().get('a.log')?.series[0]?.last.line).toBe(8003);
  });

  it('bad input: each a clear state, the rest goes on', async () => {
    const house = openHouse();
    mkdirSync(house.path('x.log'));
    execFileSync('mkfifo', [house.path('y.log')]);
    symlinkSync('/dev/zero', house.path('zero.log'));
    symlinkSync(house.folder, house.path('loop'));
    symlinkSync('circle.log', house.path('circle.log'));
    writeFileSync(
      house.path('binary.log'),
      Uint8Array.from({ length: 9999 }, (_, at) => at * at),
    );
    writeFileSync(house.path('empty.log'), '');
    writeFileSync(house.path('hostile.log'), 'step 1 __proto__ 3 constructor <img>\n');
    writeFileSync(house.path('good.log'), lossLines(1, 3));
    house.send({ type: 'start', roots: [house.folder], exclude: [] });
    for (const name of ['x.log', 'y.log', 'binary.log', 'circle.log']) {
      house.send({ type: 'follow', file: house.path(name) });
    }
    await searched(house);
    await house.until(() => names(house).join() === 'good.log,hostile.log');
    expect(house.runs().get('good.log')?.points).toBe(3);
    expect(house.source('x.log')).toBe('unreadable');
    expect(house.source('y.log')).toBe('unreadable');
    expect(house.source('circle.log')).toBe('unreadable');
    expect(house.source('binary.log')).toBe('not-text');
    expect(
      house
        .runs()
        .get('hostile.log')
        ?.series.map(({ name }) => name),
    ).toEqual(['__proto__', 'constructor']);
    expect(house.said.filter(({ type }) => type === 'fault')).toEqual([]);
    house.send({ type: 'ping', request: 1 });
    expect(house.said.at(-1)).toEqual({ type: 'pong', request: 1 });
  });

  it('a folder without logs is searched and says so', async () => {
    const house = searching({});
    await searched(house);
    expect(house.said.find(({ type }) => type === 'found')).toMatchObject({
      files: 0,
      candidates: 0,
    });
  });
});
