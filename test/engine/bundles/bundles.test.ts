import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../../scripts/bundles.mjs';

const folder = mkdtempSync(join(tmpdir(), 'losscope-bundles-'));
const path = (name: string) => join(folder, name);
/** What each bundle asks of the world around it. */
const asked = new Map<string, readonly string[]>();

beforeAll(async () => {
  for (const bundle of bundles) {
    const name = basename(bundle.outfile);
    const built = await esbuild.build({ ...bundle, outfile: path(name), metafile: true });
    const imports = Object.values(built.metafile.outputs).flatMap((output) => output.imports);
    const outer = imports.filter(({ external }) => external).map((one) => one.path);
    asked.set(name, [...new Set(outer.map((one) => one.replace(/^node:/, '')))].sort());
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files, paths, text and threads: no network, no process, no debugger, no virtual machine. */
const HARMLESS = [
  ...['buffer', 'crypto', 'events', 'fs', 'fs/promises', 'os', 'path', 'stream'],
  ...['timers/promises', 'util', 'worker_threads', 'zlib', './re2.js'],
];
const MAY_ASK: readonly [bundle: string, what: readonly string[]][] = [
  ['extension.js', [...HARMLESS, 'vscode']],
  ['engine.js', HARMLESS],
  ['re2.js', []],
  ['webview.js', []],
  // `watch --exec` runs the command that its user wrote; it does not ship in the extension.
  ['cli.js', [...HARMLESS, 'child_process']],
];

// By a way out an attacker who got into our reader gains the data; by a process the whole account.
describe.each(MAY_ASK)('%s', (name, what) => {
  it('asks for nothing that leads out', () => {
    expect(asked.get(name)?.filter((one) => !what.includes(one))).toEqual([]);
  });

  it('makes no code of text, and calls no network by a global', () => {
    const code = readFileSync(path(name), 'utf8');
    // A method may be called eval: it stands behind a dot, or before a body.
    const calls = [
      /(?<![.\w$])eval\s*\((?![^()]*\)\s*\{).{0,40}/g,
      /\(0,\s*eval\).{0,20}/g,
      /(?<![.\w$])Function\s*\(.{0,40}/g,
      /(?<![.\w$])(?:fetch|XMLHttpRequest|WebSocket|EventSource|importScripts)\s*\(.{0,40}/g,
      /\.sendBeacon\s*\(.{0,40}/g,
      /process\.binding.{0,40}/g,
    ].flatMap((pattern) => code.match(pattern) ?? []);
    // A regular expression of ours: (?:eval(?:uation)?
    expect(calls.filter((call) => !call.startsWith('eval(?:uation)?'))).toEqual([]);
  });

  it('loads only modules whose names are written there', () => {
    const code = readFileSync(path(name), 'utf8');
    const names = [...code.matchAll(/(?<![.\w$])(?:require|import)\(([^)]*)\)/g)].map(
      ([, named = '']) => named,
    );
    expect(names.filter((named) => !/^(?:"[^"]+"|'[^']+')$/.test(named))).toEqual([]);
  });
});

describe('with the network and processes taken away', () => {
  const guarded = [
    '--require',
    resolve('test/engine/bundles/noWorld.cjs'),
    '--disallow-code-generation-from-strings',
  ];
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...guarded, ...args], {
      encoding: 'utf8',
      timeout: 25_000,
    });
    return { status, stdout, stderr };
  };
  const log = () => {
    const lines = Array.from(
      { length: 20 },
      (_, i) =>
        `step ${i} loss ${1 / (i + 1)} ![x](http://127.0.0.1:9/${i}) http://evil.example/${i}`,
    );
    writeFileSync(path('train.log'), `${lines.join('\n')}\n`);
    return path('train.log');
  };

  it('the guard ends who asks', () => {
    expect(run('-e', 'require("net").connect(9)').status).toBe(66);
    expect(run('-e', 'require("child_process").spawn("true")').status).toBe(66);
    expect(run('-e', 'eval("1")').stderr).toContain('Code generation from strings disallowed');
  });

  it.each([
    ['extract'],
    ['extract', '--explain'],
    ['extract', '--pattern', '\\step \\loss'],
    ['diagnose'],
    ['diagnose', '--json'],
  ])('the command line does its work: %s %s', (call, ...options) => {
    const { status, stdout, stderr } = run(path('cli.js'), call, log(), ...options);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(20);
  });

  it('the engine of the editor does its work', () => {
    log();
    const { status, stdout, stderr } = run(
      resolve('test/engine/bundles/runEngine.cjs'),
      path('engine.js'),
      folder,
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'train.log', stderr: '' });
  });
});

it('what a bundle asks for is seen at all', () => {
  expect(asked.get('extension.js')).toContain('vscode');
  expect(asked.get('engine.js')).toContain('fs');
  expect(asked.get('cli.js')).toContain('child_process');
});

it('the names of Node that lead out are known here', () => {
  const out = [
    'net',
    'tls',
    'http',
    'https',
    'http2',
    'dgram',
    'dns',
    'child_process',
    'inspector',
  ];
  expect(out.filter((name) => !builtinModules.includes(name))).toEqual([]);
  expect(out.filter((name) => HARMLESS.includes(name))).toEqual([]);
});
