import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../../src/cli/extract.js';

let folder = '';
const fileOf = (name: string, lines: readonly string[]) => {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return file;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'losscope-extract-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = await extract.run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

describe('losscope extract --no-formats', () => {
  it('reads by structure alone what a format would read', async () => {
    const file = fileOf('dicts.log', [
      "{'loss': 0.9, 'epoch': 1.0}",
      "{'loss': 0.7, 'epoch': 2.0}",
      "{'loss': 0.6, 'epoch': 3.0}",
    ]);
    const known = JSON.parse((await run(file)).out);
    const general = JSON.parse((await run('--no-formats', file)).out);
    expect(known.format).toBe('hf-trainer');
    expect(general.format).toBe('record');
    expect(general.series).toEqual(known.series);
  });
});
