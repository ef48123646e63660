import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUT_OF_MEMORY, overfitting, sound } from './trainings.js';
import { openWorkbench, pointsOf, until, type Workbench } from './workbench.js';

const OVERFIT = overfitting();
const STEPS = 2000;
const SPIKE = 1100;
const SPIKE_LINE = OVERFIT.split('\n').findIndex((line) => line.startsWith(`step ${SPIKE} `)) + 1;
/** Gutters of the wide chart, and the middle of a triangle that hangs from its top, in pixels. */
const [LEFT, RIGHT, HANGING] = [56, 112, 28];

let editor: Workbench;

beforeAll(async () => {
  editor = await openWorkbench({
    width: 1280,
    height: 860,
    prepare: (workspace) => {
      writeFileSync(join(workspace, 'overfit.log'), OVERFIT);
      writeFileSync(join(workspace, 'crashed.log'), sound(24, 1) + OUT_OF_MEMORY);
    },
    settings: { 'workbench.colorTheme': 'Dark Modern' },
  });
  await editor.command('Losscope: Focus on Runs View');
});

afterAll(async () => {
  await editor?.close();
});

const row = (text: string) =>
  editor.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();

async function showRun(name: string, points: number): Promise<void> {
  await row(name).click();
  await until(
    () => pointsOf(editor.curves),
    (known) => known === points,
    60_000,
  );
}

async function isAtLine(file: string, line: number): Promise<void> {
  await editor.page.locator('.tab.active', { hasText: file }).waitFor();
  await editor.page
    .locator('.statusbar-item', { hasText: `Ln ${line},` })
    .first()
    .waitFor();
}

describe('a run that overfits', () => {
  it('says on hovering a mark what it is, and a click opens its line', async () => {
    await showRun('overfit.log', 500);
    const canvas = editor.curves.locator('canvas[role="img"]').first();
    const label = await canvas.getAttribute('aria-label');
    expect(label).toMatch(/Overfitting since step \d+/);
    expect(label).toMatch(/Best val_loss: 0\.7\d+ at step \d+/);
    const { x = 0, y = 0, width = 0 } = (await canvas.boundingBox()) ?? {};
    const px = x + LEFT + (SPIKE / STEPS) * (width - LEFT - RIGHT);
    await editor.page.mouse.move(px, y + HANGING);
    const tip = editor.curves.locator('.tip').first();
    await tip.getByText('Spike at step 1\u202f100.').waitFor();
    expect(await tip.textContent()).toMatch(/loss jumped from 0\.\d+ to 2\.60 and was back after/);
    await editor.screenshot('mark');
    await editor.page.mouse.move(px + 60, y + HANGING - 6);
    await tip.getByText('Overfitting since').waitFor();
    await editor.page.mouse.click(px, y + HANGING);
    await isAtLine('overfit.log', SPIKE_LINE);
  });
});

describe('a run that crashed', () => {
  it('is a finding, and a click leads to the line that says why', async () => {
    await row('ran out of memory').click();
    await isAtLine('crashed.log', 32);
  });

  it('says so first on its page', async () => {
    await showRun('crashed.log', 48);
    const first = editor.curves.locator('.strip .line').first();
    expect(await first.textContent()).toMatch(
      /^The training ran out of memory\. Line 32 .* Tried to allocate 2\.50 GiB\. … Open line 32/,
    );
    expect(await editor.curves.locator('.head [data-state="crashed"]').count()).toBe(1);
    expect(await editor.curves.locator('.head').textContent()).not.toContain('ETA');
    await editor.screenshot('crashed');
  });
});
