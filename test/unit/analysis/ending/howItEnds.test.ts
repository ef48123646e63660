import { describe, expect, it } from 'vitest';
import { howItEnds, sayPhrase } from '../../../../src/analysis/index.js';
import { ENDINGS } from './endings.js';

/** Lines from 1; the last reading stands on the last line that begins with "> ". */
function endOf(log: string): string {
  const texts = log.split('\n');
  const lastReading = Math.max(...texts.map((text, at) => (text.startsWith('> ') ? at + 1 : 0)));
  const lines = texts.map((text, at) => ({ text: text.replace(/^> /, ''), line: at + 1 }));
  const ending = howItEnds(lines, lastReading);
  return ending ? `${ending.cause ?? ending.how} @${ending.line}` : '-';
}

describe('how a log ends', () => {
  it.each(ENDINGS)('$title', ({ log, ends }) => {
    expect(endOf(log)).toBe(ends);
  });

  it('says the exception and its line in one sentence, inert', () => {
    const lines = [
      '\u001b[31mTraceback (most recent call last):\u001b[0m',
      '  File "a.py", line 1, in <module>',
      'ValueError: \u202ebad \u001b]8;;command:x\u0007link\u001b[2J',
    ].map((text, at) => ({ text, line: at + 40 }));
    const ending = howItEnds(lines, 12);
    expect(ending && sayPhrase(ending.because)).toBe(
      'Line 42 of the log says: ValueError: bad link',
    );
  });

  it('takes a line of a million characters', () => {
    const lines = [{ text: `${'['.repeat(500_000)}${'1 '.repeat(500_000)}`, line: 2 }];
    expect(howItEnds(lines, 1)).toBeUndefined();
  });
});
