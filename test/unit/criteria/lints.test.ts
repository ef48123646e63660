import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/criteria/lint.js';
import { LINTS } from '../../../src/criteria/lints/index.js';
import { readPython } from '../../../src/criteria/python/readPython.js';

describe.each(LINTS)('$id $title', ({ id, find, wrong, right }) => {
  it.each(wrong)('finds %j', (text) => {
    expect(lint(text).filter(({ rule }) => rule === id)).toHaveLength(1);
  });
  it.each(right)('is silent on %j', (text) => {
    expect(find(readPython(text))).toEqual([]);
  });
  it.each(wrong)('is silenced on %j', (text) => {
    const told = text.trimEnd().replace(/$/, `  # losscope: ignore[${id}]`);
    expect(lint(told).filter(({ rule }) => rule === id)).toEqual([]);
  });
  it.each(wrong)('does not read comments or strings: %j', (text) => {
    expect(lint(`"""\n${text}"""\n${text.replaceAll(/^/gm, '# ')}`)).toEqual([]);
  });
});
