import { describe, expect, it } from 'vitest';
import { formatOf, withFormat } from '../../../src/extension/formatRows.js';
import { countMatches, takenText } from '../../../src/extension/trialWords.js';

describe('the setting losscope.formats', () => {
  it('reads a row that is a pattern or an object, and leaves out any other', () => {
    const rows = ['\\loss', { pattern: '\\acc', files: '*.out' }, { pattern: 3 }, 7, null, {}];
    expect(rows.flatMap(formatOf)).toEqual([
      { pattern: '\\loss' },
      { pattern: '\\acc', files: '*.out' },
    ]);
  });

  it('gains a pattern behind those that stand there, once', () => {
    const once = withFormat(['\\loss'], { pattern: '\\acc' });
    expect(once).toEqual(['\\loss', '\\acc']);
    expect(withFormat(once, { pattern: '\\acc' })).toEqual(once);
    expect(withFormat(undefined, { pattern: '\\acc', files: 'a.log' })).toEqual([
      { pattern: '\\acc', files: 'a.log' },
    ]);
  });
});

describe('a pattern that is tried', () => {
  it('counts lines by their form', () => {
    const lines = [
      { text: 'a', count: 40 },
      { text: 'b', count: 2 },
    ];
    expect(countMatches(lines, [[{ name: 'loss', value: 1 }], []])).toEqual({
      matched: 40,
      all: 42,
    });
  });

  it('shows what it takes', () => {
    const taken = [
      { name: 'step', value: 12 },
      { name: 'loss', value: Number.NaN },
    ];
    expect(takenText(taken)).toBe('step=12, loss=NaN');
  });
});
