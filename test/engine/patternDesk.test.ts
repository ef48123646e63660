import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FromEngine, ToEngine } from '../../src/protocol.js';

let folder = '';
const pathOf = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'losscope-patterns-'));
  const lines = Array.from({ length: 30 }, (_, i) => `quux ~ ${i} ~ ${3 / (i + 1)}\n`).join('');
  writeFileSync(pathOf('odd.log'), lines);
  writeFileSync(pathOf('other.log'), lines);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the worker as it ships says to messages, until a message of the last kind has come. */
async function answers(until: FromEngine['type'], ...messages: readonly ToEngine[]) {
  const worker = new Worker('./dist/engine.js');
  const heard: FromEngine[] = [];
  try {
    await new Promise<void>((done, fail) => {
      worker.on('error', fail);
      worker.on('message', (message: FromEngine) => {
        heard.push(message);
        if (message.type === until) done();
      });
      for (const message of messages) worker.postMessage(message);
    });
  } finally {
    await worker.terminate();
  }
  return heard;
}

const PATTERN = 'quux ~ \\step ~ \\loss';
const start = (...formats: { pattern: string; files?: string }[]): ToEngine => ({
  type: 'start',
  roots: [folder],
  exclude: [],
  formats,
});

describe('the worker with patterns of the user', () => {
  it('finds and reads a log that only a pattern reads, and only where the pattern is for it', async () => {
    const heard = await answers('runs', start({ pattern: PATTERN, files: 'odd*' }));
    const runs = heard.flatMap((message) => (message.type === 'runs' ? message.runs : []));
    expect(runs.map(({ name, points, format }) => [name, points, format])).toEqual([
      ['odd.log', 30, 'pattern'],
    ]);
  });

  it('tells of a pattern that cannot be used, and uses the others', async () => {
    const heard = await answers('runs', start({ pattern: '(?<loss>' }, { pattern: PATTERN }));
    const [wrong] = heard;
    expect(wrong).toMatchObject({ type: 'wrongFormat', pattern: '(?<loss>' });
  });

  it('explains a file by the patterns', async () => {
    const file = pathOf('odd.log');
    const wish = { type: 'explain', request: 7, file } as const;
    const heard = await answers('explained', start({ pattern: PATTERN }), wish);
    expect(heard.at(-1)).toMatchObject({
      request: 7,
      isCut: false,
      explanation: { readings: 30, taken: [{ format: 'pattern', lines: 30 }], left: [] },
    });
  });

  it('says why a file cannot be explained', async () => {
    const heard = await answers('explained', { type: 'explain', request: 8, file: pathOf('no') });
    expect(heard.at(-1)).toMatchObject({ request: 8, trouble: expect.stringContaining('ENOENT') });
  });

  it('tries a pattern on lines', async () => {
    const lines = ['quux ~ 3 ~ 0.5', 'another'];
    const right: ToEngine = { type: 'tryPattern', request: 1, pattern: PATTERN, lines };
    expect((await answers('tried', right)).at(-1)).toMatchObject({
      taken: [
        [
          { name: 'step', value: 3 },
          { name: 'loss', value: 0.5 },
        ],
        [],
      ],
    });
    const wrong: ToEngine = { type: 'tryPattern', request: 2, pattern: '\\loss\\acc', lines };
    expect((await answers('tried', wrong)).at(-1)).toHaveProperty('fault.text');
  });
});
