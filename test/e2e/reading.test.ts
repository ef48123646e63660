import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, until, type Workbench } from './workbench.js';

let editor: Workbench;

const STEPS = Array.from({ length: 60 }, (_, i) => {
  const loss = 2.5 * Math.exp(-i / 20) + 0.31 + ((i * 7919) % 13) / 1000;
  return { loss: Number(loss.toFixed(6)), epoch: (i + 1) / 20, step: 10 * (i + 1) };
});

/** What a script of one's own prints, in words that nobody else uses, and a training in three files. */
function prepare(workspace: string): void {
  const odd = STEPS.map(({ loss, step }) => `tick ${step} => ${loss}`);
  writeFileSync(join(workspace, 'odd.log'), `hello\n${odd.join('\n')}\n`);
  const run = join(workspace, 'outputs');
  const checkpoint = join(run, 'checkpoint-600');
  mkdirSync(checkpoint, { recursive: true });
  const printed = STEPS.map(({ loss, epoch }) => `{'loss': ${loss}, 'epoch': ${epoch}}`);
  writeFileSync(join(run, 'train.log'), `${printed.join('\n')}\n`);
  const state = JSON.stringify({ best_metric: null, log_history: STEPS });
  writeFileSync(join(run, 'trainer_state.json'), state);
  writeFileSync(join(checkpoint, 'trainer_state.json'), state);
}

beforeAll(async () => {
  editor = await openWorkbench({
    width: 1280,
    height: 860,
    prepare,
    settings: { 'workbench.colorTheme': 'Dark Modern' },
  });
});

afterAll(async () => {
  await editor?.close();
});

describe('what is read of a workspace', () => {
  it('three files of one training are one run', async () => {
    await editor.command('Losscope: Open Live Curves');
    await until(
      () => editor.curves.locator('body').textContent(),
      (text) => text?.includes('outputs') ?? false,
      60_000,
    );
    const runs = await editor.curves.locator('body').textContent();
    expect(runs).not.toContain('checkpoint-600');
    await editor.screenshot('joined-run');
  });

  it('a line that nobody reads is explained, and a click makes a pattern that reads it', async () => {
    const { page } = editor;
    await editor.openFile('odd.log');
    await editor.command('Losscope: Explain This Log');
    const lens = page.locator('.codelens-decoration a').first();
    await lens.waitFor();
    await editor.screenshot('explained');
    await lens.click();
    const input = page.locator('.quick-input-widget input');
    await input.waitFor();
    await until(
      () => input.inputValue(),
      (text) => text.includes('\\'),
    );
    expect(await input.inputValue()).toBe('tick \\step => \\value');
    await page.locator('.quick-input-message', { hasText: '60' }).waitFor();
    await editor.screenshot('pattern');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    const settings = join(editor.workspace, '.vscode/settings.json');
    await until(
      async () => (existsSync(settings) ? readFileSync(settings, 'utf8') : ''),
      (text) => text.includes('tick'),
    );
    await page.locator('.view-lines', { hasText: '60 readings' }).first().waitFor();
    await editor.screenshot('pattern-reads');
  });
});
