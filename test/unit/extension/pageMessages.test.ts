import { describe, expect, it } from 'vitest';
import { pageHtml } from '../../../src/extension/pageHtml.js';
import { readPageMessage } from '../../../src/extension/pageMessages.js';

const wish = { run: 'a', axis: 'step', pixels: 800.4, smoothing: 0.6 };

describe('messages of the page', () => {
  it.each([
    [{ type: 'ready' }, { type: 'ready' }],
    [
      { type: 'view', wish },
      { type: 'view', wish: { ...wish, pixels: 800 } },
    ],
    [
      { type: 'view', wish: { ...wish, from: 1, to: null } },
      { type: 'view', wish: { ...wish, pixels: 800, from: 1 } },
    ],
    [
      { type: 'showLine', run: 'a', line: 3, extra: 1 },
      { type: 'showLine', run: 'a', line: 3 },
    ],
    [
      { type: 'export', run: 'a', as: 'csv' },
      { type: 'export', run: 'a', as: 'csv' },
    ],
    [
      { type: 'command', command: 'followFile' },
      { type: 'command', command: 'followFile' },
    ],
  ])('%j is taken', (message, taken) => expect(readPageMessage(message)).toEqual(taken));

  it.each([
    undefined,
    'ready',
    [],
    { type: 'toString' },
    { type: 'view', wish: { ...wish, axis: 'x' } },
    { type: 'view', wish: { ...wish, pixels: Number.POSITIVE_INFINITY } },
    { type: 'view', wish: { ...wish, smoothing: 1 } },
    { type: 'showLine', run: 'a', line: 0 },
    { type: 'mute', run: 'a', muted: 'yes' },
    { type: 'export', run: 'a', as: 'exe' },
    { type: 'command', command: 'workbench.action.terminal.new' },
  ])('%j is refused', (message) => expect(readPageMessage(message)).toBeUndefined());
});

describe('page', () => {
  it('runs no script but ours', () => {
    const html = pageHtml({ cspSource: 'c', script: 's', style: 't', nonce: 'N', language: 'en' });
    expect(html).toContain("default-src 'none'; script-src 'nonce-N';");
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});
