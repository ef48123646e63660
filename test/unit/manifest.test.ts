import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { LIMITS, type LimitRow, settableNames } from '../../src/analysis/index.js';
import { SETTINGS } from '../../src/extension/settingRows.js';

vi.mock('vscode', () => ({}));
const { COMMANDS } = await import('../../src/extension/commands.js');

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;

function declaredIn({ properties }: { properties: Record<string, { default: unknown }> }) {
  return Object.entries(properties).map(([key, row]) => ({ key, fallback: row.default }));
}

describe('package.json agrees with the tables', () => {
  it('declares the commands of commands.ts', () => {
    const declared: string[] = contributes.commands.map((row: { command: string }) => row.command);
    expect([...declared].sort()).toEqual(COMMANDS.map(({ id }) => id).sort());
  });

  it('declares the settings of settingRows.ts with the same defaults, in the same order', () => {
    expect(declaredIn(contributes.configuration[0])).toEqual(SETTINGS);
  });

  it('declares every setting of the rules with its measured value and its bounds', () => {
    const rules = settableNames().map(([name, fallback]) => ({
      key: `losscope.rules.${name}`,
      fallback,
    }));
    const [, declared] = contributes.configuration;
    expect(declaredIn(declared)).toEqual(rules);
    const limits = Object.entries<LimitRow>(LIMITS).map(([name, { least, most }]) => {
      const { minimum, maximum } = declared.properties[`losscope.rules.${name}`];
      return { name, isSame: minimum === least && maximum === most };
    });
    expect(limits.filter(({ isSame }) => !isSame)).toEqual([]);
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
