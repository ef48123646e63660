import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser.mjs';
import { removeProfile, startEditor } from '../../scripts/editorServer.mjs';

interface MochaReport {
  readonly tests: readonly {
    readonly fullTitle: string;
    readonly err: { readonly message?: string };
  }[];
  readonly pending: readonly unknown[];
}

const BUNDLE = resolve('out-test/index.cjs');
const LIMIT_MS = 280_000;

/** Bundles test/host for the extension host; mocha itself is loaded there from node_modules. */
async function bundle(): Promise<void> {
  await esbuild.build({
    entryPoints: ['test/host/index.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/**
 * Runs mocha inside the real extension host. The workbench takes the extension and its tests from the
 * `payload` of its address, and says the end through the smoke-test driver: without that option of
 * the server a built workbench ignores the payload in silence.
 */
async function runInHost(): Promise<MochaReport> {
  const profile = mkdtempSync(join(tmpdir(), 'losscope-host-'));
  const workspace = join(profile, 'workspace');
  const results = join(profile, 'host-results.json');
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'readme.txt'), 'a workspace\n');
  const editor = await startEditor({ profile, workspace, options: ['enable-smoke-test-driver'] });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const ended = new Promise<number>((done) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => done(code));
    });
    await page.exposeFunction('codeAutomationLog', (_: string, words: readonly unknown[]) => {
      const text = words.map(String).join(' ');
      if (text.includes('losscope-host')) console.log(text.slice(0, 300));
    });
    const remote = (path: string) => `vscode-remote://${new URL(editor.base).host}${path}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(resolve('.'))],
      ['extensionTestsPath', remote(BUNDLE)],
    ]);
    await page.goto(`${editor.url}&payload=${encodeURIComponent(payload)}`, {
      waitUntil: 'commit',
      timeout: 90_000,
    });
    const late = new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Error('the host tests did not end')), LIMIT_MS).unref();
    });
    await Promise.race([ended, late]);
    if (!existsSync(results))
      throw new Error(`no results; server log:\n${editor.log().slice(-2000)}`);
    return JSON.parse(readFileSync(results, 'utf8'));
  } finally {
    await browser.close();
    await editor.stop();
    removeProfile(profile);
  }
}

await bundle();
const report = await runInHost();

describe('inside the real extension host', () => {
  it.each(report.tests.map((test) => [test.fullTitle, test.err.message] as const))(
    '%s',
    (_, failure) => {
      expect(failure).toBeUndefined();
    },
  );

  it('every test has run', () => {
    expect(report.tests.length).toBeGreaterThan(0);
    expect(report.pending).toEqual([]);
  });
});
