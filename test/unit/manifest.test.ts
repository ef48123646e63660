import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { SETTINGS } from '../../src/extension/settingRows.js';

vi.mock('vscode', () => ({}));
const { COMMANDS } = await import('../../src/extension/commands.js');

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;

describe('package.json agrees with the tables', () => {
  it('declares the commands of commands.ts', () => {
    const declared: string[] = contributes.commands.map((row: { command: string }) => row.command);
    expect([...declared].sort()).toEqual(COMMANDS.map(({ id }) => id).sort());
  });

  it('declares the settings of settingRows.ts with the same defaults, in the same order', () => {
    const declared = Object.entries<{ default: unknown }>(contributes.configuration.properties);
    expect(declared.map(([key, row]) => ({ key, fallback: row.default }))).toEqual(SETTINGS);
  });

  it('puts only declared commands into menus and welcome texts', () => {
    const ids = new Set(COMMANDS.map(({ id }) => id));
    const menus = Object.values<{ command: string }[]>(contributes.menus).flat();
    const nls = readFileSync('package.nls.json', 'utf8');
    const linked = [...nls.matchAll(/\(command:(losscope\.\w+)\)/g)].map(([, id]) => id ?? '');
    const unknown = [...menus.map(({ command }) => command), ...linked].filter(
      (id) => !ids.has(id),
    );
    expect(unknown).toEqual([]);
  });

  it('is what the tables of README.md show', () => {
    const check = spawnSync(process.execPath, ['scripts/readmeTables.mjs', '--check']);
    expect(String(check.stderr)).toBe('');
  });

  it('names only files that exist', () => {
    const text = readFileSync('package.json', 'utf8');
    const named = [...text.matchAll(/"(?:\.\/)?(media\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
