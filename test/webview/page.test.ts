import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../../scripts/browser.mjs';
import type { Frame } from '../../src/protocol.js';
import { frameOf } from './frames.js';
import { type CurvePage, type Harness, startHarness } from './harness.js';
import { breaking, crowded, HOSTILE, hostile, overfitting, sound } from './runs.js';
import type { Theme } from './themes.js';

const PICTURES = 'artefacts/page';
let harness: Harness;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  if (browserPath) harness = await startHarness();
});
afterAll(() => harness?.close());

async function shown(
  frame: Frame,
  options: Parameters<Harness['open']>[0] = {},
): Promise<CurvePage> {
  const page = await harness.open(options);
  await page.show(frame);
  return page;
}

async function done(page: CurvePage, name: string): Promise<void> {
  await page.page.screenshot({ path: `${PICTURES}/${name}.png` });
  expect(await page.violations()).toEqual([]);
  expect(page.faults).toEqual([]);
  expect(await page.said('fault')).toEqual([]);
  await page.page.close();
}

describe.skipIf(!browserPath)('the curve page', () => {
  const themes: readonly [Theme, string][] = [
    ['vscode-dark', 'dark'],
    ['vscode-light', 'light'],
    ['vscode-high-contrast', 'hcd'],
    ['vscode-high-contrast-light', 'hcl'],
  ];
  it.each(themes)('draws a run in %s', async (theme, name) => {
    const page = await shown(frameOf(overfitting()), { theme });
    await page.page.getByRole('button', { name: 'Why' }).click();
    await page.page.getByText('What to do').waitFor();
    const box = await page.page.locator('canvas').first().boundingBox();
    await page.page.mouse.move((box?.x ?? 0) + 620, (box?.y ?? 0) + 120);
    await page.settled();
    expect(await page.page.locator('canvas[role=img]').count()).toBe(4);
    await done(page, `a-${name}`);
  });

  const pairs: readonly [Theme, number, string][] = [
    ['vscode-dark', 1200, 'pair-dark'],
    ['vscode-light', 1200, 'pair-light'],
    ['vscode-dark', 420, 'pair-narrow'],
  ];
  it.each(pairs)('shows the run as a pair in %s, %i wide', async (theme, width, name) => {
    const page = await shown(frameOf(sound()), { theme, width });
    await page.page.getByRole('button', { name: 'Why' }).click();
    const row = page.page.locator('.pair tr[aria-current=true]');
    expect((await row.allInnerTexts()).join()).toMatch(
      /→ flat 0\u202f%\s*→ flat −1\u202f%\s*A bottleneck/,
    );
    expect(await page.page.locator('.pair tr').count()).toBe(6);
    await page.page.getByRole('button', { name: 'Copy as text' }).click();
    const [copied] = await page.said('copy');
    expect(copied?.text).toContain('Read as a pair: train → flat 0\u202f%, val → flat −1\u202f%\n');
    expect(copied?.text).toContain('  usually read as: A bottleneck');
    await done(page, name);
  });

  it('states the verdict for who does not see it', async () => {
    const page = await shown(frameOf(overfitting()));
    const label = await page.page.locator('canvas').first().getAttribute('aria-label');
    expect(label).toContain('Overfitting since epoch 20.');
    expect(label).toContain('val: 80 points');
    await done(page, 'label');
  });

  it('asks for the window that it shows, once', async () => {
    const page = await shown(frameOf(overfitting()));
    const wishes = await page.said('view');
    expect(wishes.length).toBeLessThanOrEqual(2);
    expect(wishes.at(-1)?.wish).toMatchObject({
      run: 'resnet18-cifar10 / run-07',
      axis: 'step',
      smoothing: 0.97,
    });
    expect(wishes.at(-1)?.wish.pixels).toBeGreaterThan(900);
    await page.page.getByRole('button', { name: 'epoch', exact: true }).click();
    await page.settled();
    expect((await page.said('view')).at(-1)?.wish.axis).toBe('epoch');
    await done(page, 'wish');
  });

  it('draws more after an append, on the same canvas', async () => {
    const page = await shown(frameOf(overfitting(1000)));
    const before = await page.colour(0x37, 0x94, 0xff);
    await page.page.evaluate(() => Reflect.set(window, 'first', document.querySelector('canvas')));
    const frame = frameOf(overfitting(1001));
    await page.send({ type: 'frame', frame });
    await page.drawn(frame.run.points);
    expect(before).toBeGreaterThan(300);
    expect(await page.colour(0x37, 0x94, 0xff)).not.toBe(before);
    expect(
      await page.page.evaluate(
        () => Reflect.get(window, 'first') === document.querySelector('canvas'),
      ),
    ).toBe(true);
    await done(page, 'append');
  });

  it('marks what is no number', async () => {
    const page = await shown(frameOf(breaking()));
    expect(await page.colour(0xf1, 0x4c, 0x4c)).toBeGreaterThan(100);
    await done(page, 'a-nan-dark');
  });

  it('is quiet where nothing is wrong', async () => {
    const page = await shown(frameOf(sound()));
    expect(await page.page.locator('.strip.good').count()).toBe(1);
    expect(await page.colour(0xcc, 0xa7, 0)).toBe(0);
    await done(page, 'a-healthy-dark');
  });

  it('takes hostile names as text', async () => {
    const page = await shown(frameOf(hostile()));
    expect(await page.page.locator('img').count()).toBe(0);
    expect(await page.page.title()).toBe('Losscope');
    expect(await page.page.locator('h2', { hasText: HOSTILE }).count()).toBe(1);
    await done(page, 'hostile');
  });

  it('keeps its zoom while the run grows', async () => {
    const page = await shown(frameOf(overfitting(1000)));
    const box = await page.page.locator('canvas').first().boundingBox();
    const top = (box?.y ?? 0) + 100;
    await page.page.mouse.move((box?.x ?? 0) + 200, top);
    await page.page.mouse.down();
    await page.page.mouse.move((box?.x ?? 0) + 500, top, { steps: 4 });
    await page.page.mouse.up();
    await page.settled();
    const wish = (await page.said('view')).at(-1)?.wish;
    expect(wish?.from).toBeGreaterThan(500);
    expect(wish?.to).toBeLessThan(6000);
    const frame = frameOf(overfitting(1200));
    await page.send({ type: 'frame', frame });
    await page.drawn(frame.run.points);
    expect((await page.said('view')).at(-1)?.wish).toEqual(wish);
    await page.page.screenshot({ path: `${PICTURES}/zoomed-in.png` });
    await page.page.getByRole('button', { name: 'Show everything' }).click();
    await page.settled();
    expect((await page.said('view')).at(-1)?.wish.from).toBeUndefined();
    await done(page, 'zoom');
  });

  it('is walked with the keys, and Enter opens the line', async () => {
    const page = await shown(frameOf(overfitting()));
    await page.page.locator('canvas').first().focus();
    for (const key of ['ArrowLeft', 'ArrowDown', 'ArrowLeft', 'Enter'])
      await page.page.keyboard.press(key);
    expect(await page.page.locator('.readout').first().textContent()).toMatch(
      /step .* val 0\.\d+, line \d+/,
    );
    expect((await page.said('showLine')).at(-1)).toMatchObject({ line: 80 });
    await page.page.keyboard.press('t');
    expect(await page.page.locator('.sheet tbody tr').count()).toBeGreaterThan(100);
    await done(page, 'keys');
  });

  /** Where a step of the run of 20 000 stands on the page, at a height of the canvas. */
  async function at(page: CurvePage, step: number, height: number): Promise<[number, number]> {
    const box = await page.page.locator('canvas').first().boundingBox();
    const { x = 0, y = 0, width = 0 } = box ?? {};
    return [x + 56 + (step / 20_000) * (width - 56 - 112), y + height];
  }

  it.each(themes)('tells what a mark is, and leads to its line, in %s', async (theme, name) => {
    const page = await shown(frameOf(overfitting()), { theme });
    const tip = page.page.locator('.tip').first();
    await page.page.mouse.move(...(await at(page, 11_060, 28)));
    await page.settled();
    expect(await tip.textContent()).toContain(
      'Spike at step 11\u202f060 (epoch 25). train_loss jumped from 0.216 to 2.90. 2 more beside it.',
    );
    await page.page.screenshot({ path: `${PICTURES}/mark-spike-${name}.png` });
    await page.page.mouse.click(...(await at(page, 11_060, 28)));
    expect((await page.said('showLine')).at(-1)).toMatchObject({ line: 1107, series: 0 });
    await page.page.mouse.move(...(await at(page, 15_000, 20)));
    await page.settled();
    expect(await tip.textContent()).toMatch(/Overfitting since epoch 20\. Val loss is 36.%/);
    await page.page.screenshot({ path: `${PICTURES}/mark-onset-${name}.png` });
    await page.page.mouse.click(...(await at(page, 15_000, 20)));
    expect((await page.said('showLine')).at(-1)).toMatchObject({ line: 8527, series: 1 });
    await page.page.mouse.move(...(await at(page, 12_000, 200)));
    await page.settled();
    expect(await tip.locator('.mark').count()).toBe(0);
    await done(page, `mark-none-${name}`);
  });

  it.each([1200, 380])('stays calm with a hundred marks, %i wide', async (width) => {
    const page = await shown(frameOf(crowded()), { width });
    const canvas = page.page.locator('canvas').first();
    expect(await canvas.getAttribute('aria-label')).toContain('more marks stand in the table.');
    await canvas.focus();
    await page.page.keyboard.press('m');
    await page.page.keyboard.press('m');
    await page.settled();
    await done(page, `marks-crowded-${width}`);
  });

  it('goes from mark to mark with the keys, and says them', async () => {
    const page = await shown(frameOf(overfitting()));
    const canvas = page.page.locator('canvas').first();
    expect(await canvas.getAttribute('aria-label')).toMatch(/Best val_loss: 0\.4\d+ at step \d+/);
    await canvas.focus();
    const readout = page.page.locator('.readout').first();
    const said: (string | null)[] = [];
    for (let count = 0; count < 6; count++) {
      await page.page.keyboard.press('m');
      said.push(await readout.textContent());
    }
    expect(said.map((text) => text?.split(/[ :]/)[0])).toEqual([
      'Warm-up',
      'Learning',
      'Best',
      'Overfitting',
      'Spike',
      'Learning',
    ]);
    // The read-out takes room of the chart: what lies over it moves with it.
    const [tag, box] = await Promise.all([
      page.page.locator('.tag').first().boundingBox(),
      canvas.boundingBox(),
    ]);
    expect((tag?.y ?? 0) + (tag?.height ?? 0)).toBeLessThanOrEqual(
      (box?.y ?? 0) + (box?.height ?? 0),
    );
    expect(said[4]).toMatch(/Line 1\u202f107\. Enter opens the line\.$/);
    await page.page.keyboard.press('Shift+M');
    expect(await readout.textContent()).toBe(said[4]);
    await page.page.keyboard.press('Enter');
    expect((await page.said('showLine')).at(-1)).toMatchObject({ line: 1107, series: 0 });
    await page.page.screenshot({ path: `${PICTURES}/mark-keys.png` });
    await page.page.keyboard.press('t');
    expect(await page.page.locator('.sheet .said', { hasText: 'Spike at' }).count()).toBe(1);
    await done(page, 'mark-table');
  });

  it('opens the line of the point that is clicked', async () => {
    const page = await shown(frameOf(overfitting()));
    const box = await page.page.locator('canvas').first().boundingBox();
    await page.page.mouse.click((box?.x ?? 0) + 400, (box?.y ?? 0) + 120);
    expect((await page.said('showLine')).length).toBe(1);
    await done(page, 'click');
  });

  it('fits a side bar', async () => {
    const page = await shown(frameOf(overfitting()), { width: 380, height: 800 });
    expect(
      await page.page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(380);
    await done(page, 'c-dark');
  });

  it('says what it looked through where there is no log', async () => {
    const page = await harness.open();
    await page.send({ type: 'hello', translations: {}, language: 'en', run: undefined });
    await page.send({ type: 'runs', runs: [], searched: { files: 1284, candidates: 3, ms: 300 } });
    await page.page.getByText('Looked through').waitFor();
    await page.page.getByRole('button', { name: 'Follow a file…' }).click();
    expect((await page.said('command'))[0]?.command).toBe('followFile');
    await done(page, 'd-dark');
  });

  it('withholds its verdict until the log is read', async () => {
    const page = await shown(frameOf({ ...overfitting(800), state: 'reading', marks: [] }));
    await page.page.getByText('No verdict yet.').waitFor();
    await done(page, 'd2-dark');
  });

  it('comes back with its run and settings', async () => {
    const saved = { run: 'mnist / sound', settings: { isLogY: true, smoothing: 0.9 } };
    const page = await harness.open({ saved });
    const other = frameOf(overfitting()).run;
    await page.show(frameOf(sound()), [other]);
    expect((await page.said('view')).at(-1)?.wish).toMatchObject({
      run: 'mnist / sound',
      smoothing: 0.9,
    });
    expect(await page.page.locator('.tog.on').first().textContent()).toBe('log y');
    await done(page, 'restored');
  });

  it('answers a wish for a picture', async () => {
    const page = await shown(frameOf(sound()));
    await page.send({ type: 'picture', as: 'png' });
    await page.send({ type: 'picture', as: 'svg' });
    await page.page.waitForFunction('window.said.filter((m) => m.type === "export").length === 2');
    const [png, svg] = await page.said('export');
    expect(png?.data).toMatch(/^data:image\/png;base64,/);
    expect(svg?.data).toMatch(/^<svg .*<path d="M/s);
    await done(page, 'picture');
  });
});
