import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageHtml } from '../../../src/extension/pageHtml.js';
import { readPageMessage } from '../../../src/extension/pageMessages.js';

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

// By one script of his in the page an attacker gains every file that a webview may read.
describe('the page', () => {
  const html = pageHtml({ cspSource: 'c', script: 's', style: 't', nonce: 'N', language: 'en' });
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  const directives = new Map(
    policy.split('; ').map((one) => {
      const [name = '', ...values] = one.split(' ');
      return [name, values];
    }),
  );

  it('loads nothing by default, scripts by their nonce alone', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'nonce-N'"]);
    expect([...directives.keys()].sort()).toEqual(
      ['default-src', 'font-src', 'img-src', 'script-src', 'style-src'].sort(),
    );
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*|wasm/);
  });

  it('never makes elements of text', () => {
    const risky =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|\beval\(|new Function/;
    expect(sources('src/webview').filter(({ text }) => risky.test(text))).toEqual([]);
  });
});

it('the host makes no trusted Markdown, no HTML of it, and opens no terminal', () => {
  const risky =
    /MarkdownString|isTrusted = true|supportHtml|enableCommandUris|retainContextWhenHidden: true|createTerminal|executeTask|openExternal/;
  expect(sources('src/extension').filter(({ text }) => risky.test(text))).toEqual([]);
});

// By a message an attacker in the page gains what the host does for it; none but ours, and no runaway.
describe('a message of the page', () => {
  const long = 'x'.repeat(1024 * 1024);
  const wish = { run: 'a', axis: 'step', pixels: 800, smoothing: 0 };
  it.each([
    ['a run of a megabyte', { type: 'mute', run: long, muted: true }],
    ['a view of such a run', { type: 'view', wish: { ...wish, run: long } }],
    ['a fault of a megabyte', { type: 'fault', stack: long }],
    ['not a number', { type: 'view', wish: { ...wish, from: Number.NaN } }],
    ['infinite', { type: 'view', wish: { ...wish, to: Number.POSITIVE_INFINITY } }],
    ['more pixels than a screen has', { type: 'view', wish: { ...wish, pixels: 1e9 } }],
    ['half a line', { type: 'showLine', run: 'a', line: 1.5 }],
    ['a command of the editor', { type: 'command', command: 'workbench.action.quit' }],
    ['a kind that objects inherit', { type: '__proto__' }],
    ['a kind that is no text', { type: ['ready'] }],
  ])('%s is refused', (_, message) => expect(readPageMessage(message)).toBeUndefined());

  it('takes over nothing but the fields it knows', () => {
    const message = JSON.parse('{"type":"copy","text":"a","__proto__":{"polluted":1}}');
    expect(readPageMessage(message)).toEqual({ type: 'copy', text: 'a' });
    expect('polluted' in {}).toBe(false);
  });
});
