import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/analysis/index.js';
import { NotAFile } from '../../src/engine/sources/openRegularFile.js';
import { readFileReadings } from '../../src/engine/sources/readFile.js';
import { plainReader } from './plainReader.js';

const folder = mkdtempSync(join(tmpdir(), 'losscope-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function readingsOf(name: string): Reading[] {
  const readings: Reading[] = [];
  readFileReadings(join(folder, name), plainReader(), (some) => readings.push(...some));
  return readings;
}

describe('a whole file', () => {
  it('counts its unterminated last line, and what the reader held back', () => {
    writeFileSync(join(folder, 'a.log'), 'step 1 loss 0.5\nprose\nstep 2 loss nan');
    expect(readingsOf('a.log').map(({ value, step, line }) => [value, step, line])).toEqual([
      [0.5, 1, 1],
      [NaN, 2, 3],
    ]);
  });

  it('is a regular file: a folder and a pipe are refused, not opened', () => {
    mkdirSync(join(folder, 'x.log'));
    execFileSync('mkfifo', [join(folder, 'y.log')]);
    expect(() => readingsOf('x.log')).toThrow(NotAFile);
    expect(() => readingsOf('y.log')).toThrow(NotAFile);
    expect(() => readingsOf('none.log')).toThrow('ENOENT');
  });
});
