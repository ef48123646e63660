import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inkOf, openWorkbench, pointsOf, until, type Workbench } from './workbench.js';

/** The four kinds of theme, by the names under which the editor ships them. */
const THEMES: readonly [kind: string, theme: string, className: string][] = [
  ['light', 'Light Modern', 'vscode-light'],
  ['hcd', 'Default High Contrast', 'vscode-high-contrast'],
  ['hcl', 'Default High Contrast Light', 'vscode-high-contrast-light'],
  ['dark', 'Dark Modern', 'vscode-dark'],
];
/** With it, the pictures of the README are taken anew. */
const README = process.env.LOSSCOPE_README === '1';

let editor: Workbench;

/** A real finished training: the demonstration's own network, at full speed. */
function trainedLog(): string {
  return execFileSync(process.execPath, [resolve('scripts/demo/train.mjs')], { encoding: 'utf8' });
}

beforeAll(async () => {
  editor = await openWorkbench({
    width: 1280,
    height: 860,
    prepare: (workspace) => writeFileSync(join(workspace, 'train.log'), trainedLog()),
    settings: {
      'workbench.colorTheme': 'Dark Modern',
      'workbench.activityBar.location': 'top',
    },
  });
  await editor.command('Losscope: Open Live Curves');
  await until(
    () => pointsOf(editor.curves),
    (points) => points >= 1000,
    60_000,
  );
});

afterAll(async () => {
  await editor?.close();
});

describe('the page in each kind of theme', () => {
  it.each(THEMES)('is painted in %s', async (kind, theme, className) => {
    // The editor keeps its open tabs every few seconds only, so the page is asked for anew.
    editor.settings({ 'workbench.colorTheme': theme });
    await editor.reload();
    await editor.command('Losscope: Open Live Curves');
    await until(
      () => pointsOf(editor.curves),
      (points) => points >= 1000,
      60_000,
    );
    await editor.curves.locator(`body.${className}`).waitFor();
    // A colour theme arrives in two steps: the class, then the variables.
    await new Promise((done) => setTimeout(done, 700));
    expect(await inkOf(editor.curves)).toBeGreaterThan(2000);
    await editor.screenshot(`curves-${kind}`);
    if (README && (kind === 'dark' || kind === 'light')) {
      mkdirSync(resolve('media/readme'), { recursive: true });
      const path = resolve(`media/readme/curves-${kind}.png`);
      await editor.page.locator('.editor-group-container').first().screenshot({ path });
    }
  });

  it('fits a narrow panel', async () => {
    await editor.page.setViewportSize({ width: 700, height: 900 });
    await new Promise((done) => setTimeout(done, 1000));
    const { scrollWidth, clientWidth } = await editor.curves.locator('body').evaluate((body) => ({
      scrollWidth: body.scrollWidth,
      clientWidth: body.clientWidth,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await editor.screenshot('curves-narrow');
    await editor.page.setViewportSize({ width: 1280, height: 860 });
  });

  it('is listed with its verdict in the side bar', async () => {
    await editor.command('Losscope: Focus on Runs View');
    const row = editor.page
      .locator('.pane-body .monaco-list-row', { hasText: 'train.log' })
      .first();
    await row.waitFor();
    expect(await row.textContent()).toMatch(/loss/);
    await editor.screenshot('sidebar-dark');
  });
});

describe('a workspace without logs', () => {
  it('says so and offers a way on', async () => {
    const empty = await openWorkbench({
      prepare: (workspace) => writeFileSync(join(workspace, 'notes.txt'), 'Nothing was trained.\n'),
    });
    try {
      await empty.command('Losscope: Open Live Curves');
      await empty.curves
        .getByText(/No training log/)
        .first()
        .waitFor();
      expect(await empty.curves.getByText(/Follow a/).count()).toBeGreaterThan(0);
      await empty.screenshot('empty');
    } finally {
      await empty.close();
    }
  });
});
