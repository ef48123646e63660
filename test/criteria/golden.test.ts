import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CRITERIA } from '../../src/criteria/catalogue.js';
import type { Criterion } from '../../src/criteria/criterion.js';
import { applyEdits } from '../../src/criteria/draft.js';
import { isRefusal, planInsertion } from '../../src/criteria/plan.js';

const CHECK = resolve('../shared/losses/check.py');
const GOLDEN = resolve('../shared/losses/golden-dev.json');
const python = ['python3', '/usr/bin/python3'].find((one) => runs(one, ['-c', 'import torch']));
const missing = !existsSync(CHECK)
  ? CHECK
  : python === undefined
    ? 'python3 with torch'
    : undefined;

/** Training files of several habits; the line is where the cursor stands, from 1. */
const FILES: readonly { readonly title: string; readonly text: string; readonly line: number }[] = [
  { title: 'an empty file', text: '', line: 1 },
  { title: 'import torch as th', text: 'import torch as th\n\nseed = 1\n', line: 3 },
  { title: 'nn under another name', text: 'from torch import nn as tnn\nseed = 1\n', line: 2 },
  { title: 'F is taken, nn is a number', text: 'import torch\nnn = 3\nF = 4\n', line: 3 },
  { title: 'CRLF', text: 'import torch.nn as nn\r\n\r\nnum_classes = 4\r\nseed = 1\r\n', line: 4 },
  { title: 'tabs', text: 'import torch\n\nif True:\n\tnum_classes = 4\n\temb_dim = 5\n', line: 5 },
  {
    title: 'a class that stands below',
    text: '"""Doc."""\nfrom __future__ import annotations\nimport torch\n\nseed = 1\n\n\nclass Net(torch.nn.Module):\n    pass\n',
    line: 5,
  },
];

const title =
  missing === undefined ? 'golden numbers' : `golden numbers (skipped: there is no ${missing})`;

describe(title, () => {
  it.skipIf(missing !== undefined).each(FILES)(
    'hold after insertion into $title',
    ({ text, line }) => {
      const folder = mkdtempSync(join(tmpdir(), 'losscope-criteria-'));
      afterAll(() => rmSync(folder, { recursive: true }));
      for (const row of CRITERIA)
        writeFileSync(join(folder, `${row.id}.py`), inserted(row, text, line));
      const { status, stdout, stderr } = spawnSync(
        python ?? '',
        [CHECK, folder, '--allow-missing'],
        {
          encoding: 'utf8',
        },
      );
      expect(stdout + stderr).not.toMatch(/FAIL|no golden numbers/);
      expect(status).toBe(0);
    },
  );

  it.skipIf(!existsSync(GOLDEN))('names and defaults are those of the manifest', () => {
    const { manifest } = JSON.parse(readFileSync(GOLDEN, 'utf8'));
    for (const { id, name, kind, parameters } of CRITERIA) {
      const names = Object.keys(manifest[id].ctor).sort();
      expect([id, kind, name]).toEqual([id, manifest[id].kind, manifest[id].name]);
      expect(parameters.map((one) => one.name).sort()).toEqual(names);
      for (const { name: key, fallback } of parameters) {
        expect([id, key, jsonValue(fallback)]).toEqual([id, key, manifest[id].ctor[key]]);
      }
    }
  });
});

function inserted(criterion: Criterion, text: string, line: number): string {
  const { kind, framework, id } = criterion;
  const body =
    kind === 'class' ? readFileSync(resolve('media/criteria', framework, `${id}.py`), 'utf8') : '';
  const plan = planInsertion(text, { criterion, body, line });
  if (isRefusal(plan)) throw new Error(plan.refused.text);
  return applyEdits(text, plan.edits);
}

/** A default as the manifest writes it in JSON. */
function jsonValue(source: string | undefined): unknown {
  if (source === undefined) return 'required';
  const plain: Record<string, unknown> = { None: null, True: true, False: false };
  return Object.hasOwn(plain, source) ? plain[source] : JSON.parse(source);
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}
