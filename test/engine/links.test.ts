import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type House, lossLines, openHouse } from './house.js';

/** A folder beside the workspace, with a log of the user's that is nobody else's business. */
function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'losscope-outside-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'secret.log'), lossLines(1, 5));
  return join(folder, 'secret.log');
}

const names = (house: House) => [...house.runs().keys()].sort();
const start = (house: House, linksStayInside: boolean) =>
  house.send({ type: 'start', roots: [house.folder], exclude: [], linksStayInside });

// An attacker gains by such a link: what stands in any file of the user, drawn beside his own logs.
describe('in a workspace that nobody trusts', () => {
  it('a link out of it is not opened, and one that stays inside is', async () => {
    const house = openHouse();
    mkdirSync(house.path('runs'));
    writeFileSync(house.path('runs/own.log'), lossLines(1, 5));
    symlinkSync(outside(), house.path('stolen.log'));
    symlinkSync(house.path('runs/own.log'), house.path('latest.log'));
    start(house, true);
    await house.until(() => names(house).length >= 2 && house.source('stolen.log') !== undefined);
    expect(names(house)).toEqual(['latest.log', 'runs/own.log']);
    expect(house.source('stolen.log')).toBe('unreadable');
  });

  it('a folder that leads out of it is not walked', async () => {
    const house = openHouse();
    writeFileSync(house.path('own.log'), lossLines(1, 5));
    symlinkSync(join(outside(), '..'), house.path('runs'));
    start(house, true);
    await house.until(() => names(house).length > 0);
    expect(names(house)).toEqual(['own.log']);
  });

  it('a log that becomes such a link is read no further', async () => {
    const house = openHouse();
    writeFileSync(house.path('own.log'), lossLines(1, 3));
    start(house, true);
    await house.until(() => house.source('own.log') === 'followed');
    symlinkSync(outside(), house.path('link'));
    renameSync(house.path('link'), house.path('own.log'));
    await house.until(() => house.source('own.log') === 'unreadable');
    expect(house.runs().get('own.log')?.points).toBe(house.runs().get('own.log')?.series[0]?.count);
    expect(house.runs().get('own.log')?.series[0]?.count).toBe(3);
  });

  it('a link that the user chose by hand is followed', async () => {
    const house = openHouse();
    symlinkSync(outside(), house.path('mine.log'));
    start(house, true);
    house.send({ type: 'follow', file: house.path('mine.log') });
    await house.until(() => names(house).length === 1);
  });
});

it('in a trusted workspace a link out of it is followed', async () => {
  const house = openHouse();
  symlinkSync(outside(), house.path('linked.log'));
  start(house, false);
  await house.until(() => names(house).length === 1);
  expect(names(house)).toEqual(['linked.log']);
});
