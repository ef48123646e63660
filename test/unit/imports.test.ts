import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The direction of imports, once: a room may import from itself and from these, and nothing else. */
const LAW: readonly [room: string, mayImport: readonly string[]][] = [
  // The wire format of protobuf: records are read, and nothing of the world comes in by it.
  ['analysis', ['@bufbuild/protobuf/wire']],
  ['criteria', []],
  ['engine', ['analysis', 'protocol', 'node:', 'chokidar', 're2js']],
  ['webview', ['analysis', 'protocol', 'chart.js', '@vscode-elements/elements']],
  ['extension', ['protocol', 'criteria', 'analysis', 'vscode', 'node:']],
  ['cli', ['engine', 'criteria', 'analysis', 'protocol', 'node:']],
];

const SRC = resolve('src');
const IMPORT =
  /^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** What a file imports, as rooms ('analysis') or package names. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    if (!target.startsWith('.')) return target;
    const inside = relative(SRC, resolve(dirname(file), target));
    return inside.split('/')[0]?.replace(/\.js$/, '') ?? inside;
  });
}

describe('import law', () => {
  it.each(LAW)('%s imports only what it may', (room, mayImport) => {
    const files = filesOf(join(SRC, room));
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter(
          (target) => target !== room && !mayImport.some((allowed) => target.startsWith(allowed)),
        )
        .map((target) => `${relative(SRC, file)} -> ${target}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });
});
