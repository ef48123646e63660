import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { type RunningEditor, removeProfile, startEditor } from '../../scripts/editorServer.mjs';

const VSIX = resolve('losscope.vsix');
export const ARTEFACTS = resolve('artefacts');

/** One real editor on one workspace, as a person meets it. */
export interface Workbench {
  readonly page: Page;
  readonly workspace: string;
  /** The curve page: two nested frames of the editor. */
  readonly curves: FrameLocator;
  command(title: string): Promise<void>;
  openFile(name: string): Promise<void>;
  goToLine(line: number): Promise<void>;
  screenshot(name: string): Promise<void>;
  reload(): Promise<void>;
  /** Changes user settings while the editor runs, as its settings page would. */
  settings(changed: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

export interface Wish {
  /** Fills the workspace before the editor opens it. */
  prepare(workspace: string): void;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly trusted?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** Starts the editor with the packaged extension and waits until its window is usable. */
export async function openWorkbench(wish: Wish): Promise<Workbench> {
  if (!existsSync(VSIX)) execFileSync('npm', ['run', '--silent', 'package'], { stdio: 'inherit' });
  mkdirSync(ARTEFACTS, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'losscope-e2e-'));
  const workspace = join(profile, 'workspace');
  mkdirSync(workspace);
  wish.prepare(workspace);

  let editor: RunningEditor | undefined;
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await editor?.stop();
    removeProfile(profile);
  };
  try {
    editor = await startEditor({
      profile,
      workspace,
      vsix: VSIX,
      settings: wish.settings ?? {},
      trusted: wish.trusted ?? true,
    });
    browser = await launchBrowser();
    const page = await browser.newPage({
      viewport: { width: wish.width ?? 1400, height: wish.height ?? 900 },
    });
    page.setDefaultTimeout(90_000);
    await page.goto(editor.url, { waitUntil: 'commit' });
    await usable(page);
    const settings = (changed: Readonly<Record<string, unknown>>) => {
      const file = join(profile, 'user/User/settings.json');
      const known = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...known, ...changed }, null, 2));
    };
    return { page, workspace, settings, close, ...gestures(page) };
  } catch (error) {
    await browser
      ?.contexts()[0]
      ?.pages()[0]
      ?.screenshot({ path: join(ARTEFACTS, 'failure.png') });
    console.error(editor?.log().slice(-1500));
    await close();
    throw error;
  }
}

async function usable(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .statusbar').waitFor();
  await page.locator('.sidebar .composite').first().waitFor();
}

function gestures(page: Page) {
  // A list says what is known when it opens, and a key pressed while the window is busy is lost: asked
  // again until the extension, or a file that was just made, has arrived.
  const pick = async (key: string, text: string, title: string): Promise<void> => {
    const input = page.locator('.quick-input-widget input');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    for (let tries = 0; tries < 20; tries++) {
      await page.keyboard.press(key);
      const isListed = await input
        .fill(text, { timeout: 2000 })
        .then(() => row.waitFor({ timeout: 3000 }))
        .then(
          () => true,
          () => false,
        );
      if (isListed) return page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }
    throw new Error(`the list of ${key} does not show "${title}"`);
  };
  const command = (title: string): Promise<void> => pick('F1', `>${title}`, title);
  const openFile = async (name: string): Promise<void> => {
    await pick('Control+P', name, name);
    await page.locator('.tab.active', { hasText: name }).waitFor();
  };
  return {
    curves: page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    command,
    openFile,
    goToLine: (line: number): Promise<void> => pick('Control+G', `:${line}`, `${line}`),
    screenshot: async (name: string): Promise<void> => {
      await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
    },
    reload: async (): Promise<void> => {
      await page.reload({ waitUntil: 'commit' });
      await usable(page);
    },
  };
}

/** Points that the curve page holds, by its own word; NaN until it has drawn. */
export async function pointsOf(curves: FrameLocator): Promise<number> {
  // A short limit: while the editor replaces the frame there is none to ask.
  const points = await curves
    .locator('body')
    .getAttribute('data-losscope-points', { timeout: 1000 })
    .catch(() => null);
  return points === null ? Number.NaN : Number(points);
}

/** Painted pixels of all charts: how much is really on the screen. */
export function inkOf(curves: FrameLocator): Promise<number> {
  return curves.locator('body').evaluate((body) => {
    let ink = 0;
    for (const canvas of body.querySelectorAll('canvas')) {
      const context = canvas.getContext('2d');
      if (!context || canvas.width === 0) continue;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 40) ink++;
    }
    return ink;
  });
}

/** Waits until `read` gives what `holds` wants; fails with the last value that it gave. */
export async function until<T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  limitMs = 30_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still ${String(value)} after ${limitMs} ms`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
