import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunStore } from '../../src/engine/store/runStore.js';
import { realLogs } from '../fuzz/parts/logs.js';
import { readIn } from '../fuzz/parts/reading.js';

const MANIFEST = resolve('../shared/logs/MANIFEST.jsonl');
const isThere = existsSync(MANIFEST);

/** Which repository each log comes from. */
function repositories(): ReadonlyMap<string, string> {
  const rows = readFileSync(MANIFEST, 'utf8').trim().split('\n');
  return new Map(
    rows.map((row) => {
      const { path, repo } = JSON.parse(row) as { readonly path: string; readonly repo: string };
      return [path, repo] as const;
    }),
  );
}

describe('real logs in one folder', () => {
  it.skipIf(!isThere)('records of one training find each other, and nobody else', () => {
    const repoOf = repositories();
    const store = new RunStore({ nameOf: (file) => file });
    const pathOf = new Map<string, string>();
    realLogs(300_000).forEach((log, at) => {
      const file = `/logs/${log.name.replaceAll('/', '_')}`;
      pathOf.set(file, log.name);
      // Written long after each other: their times prove nothing.
      store.add(file, readIn(log, []), { atMs: at * 1e6, isSeen: false });
    });
    const families = [...store.shown].map(({ files }) => files).filter(({ length }) => length > 1);
    expect(families.length).toBeGreaterThanOrEqual(4);
    for (const files of families) {
      const repos = files.map((file) => repoOf.get(pathOf.get(file) ?? ''));
      expect(new Set(repos).size).toBe(1);
    }
  });
});
