import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/analysis/formats/index.js';
import { cleanLine } from '../../../src/analysis/reader/cleanLine.js';
import { messageOf } from '../../../src/analysis/reader/linePrefix.js';
import { countSteps } from './countSteps.js';

/** Half of the longest line that is given to a pattern; a square would be a thousand times the bar. */
const LENGTH = 8 * 1024;
/** Characters that an engine may look at for each character of a line: linear, whatever stands there. */
const STEPS_A_CHARACTER = 40;

/** Lines that begin as a true one and then repeat a piece of it for ever. */
function hostileLines(line: string): string[] {
  const tokens = line.match(/[\w.+-]+|\s+|[^\w\s]/g) ?? [];
  let head = '';
  return tokens.flatMap((token, i) => {
    const tails = [token, tokens.slice(i, i + 3).join(''), tokens.slice(i, i + 9).join('')];
    const lines = tails.map((tail) => head + tail.repeat(Math.ceil(LENGTH / tail.length)));
    head += token;
    return lines;
  });
}

const PATTERNS = FORMATS.flatMap(({ id, samples, lines = [], signature, records = [] }) =>
  [
    ...lines.map(({ pattern }) => pattern),
    ...(signature ? [signature] : []),
    ...records.flatMap(({ keys = [], place, list }) => [
      ...keys,
      ...(place ? [place] : []),
      ...(list ? [list.pattern] : []),
    ]),
  ].map((pattern) => ({ id, pattern, samples })),
);

describe('the counter of steps', () => {
  it('agrees with the engine on what matches', () => {
    expect(countSteps(/^ab/, 'abc')).toBe(2);
    expect(countSteps(/^a(?:b|c)+d/, 'abcbd')).toBeLessThan(12);
  });

  it('sees a pattern that doubles its work', () => {
    const steps = [16, 18].map((n) => countSteps(/^(?:a+)+$/, `${'a'.repeat(n)}!`));
    expect((steps[1] ?? 0) / (steps[0] ?? 1)).toBeGreaterThan(3);
  });

  it('sees a pattern that squares its work', () => {
    const steps = [500, 1000].map((n) => countSteps(/^.*a.*b$/, 'a'.repeat(n)));
    expect((steps[1] ?? 0) / (steps[0] ?? 1)).toBeGreaterThan(3);
  });
});

describe.each(PATTERNS)('$id $pattern', ({ pattern, samples }) => {
  const texts = samples
    .flatMap(({ lines }) => lines.map(cleanLine))
    .flatMap((line) => [line, messageOf(line).text])
    .filter((text) => pattern.test(text));

  it('is met by a sample, and linear on hostile lines that begin like it', () => {
    expect(texts.length).toBeGreaterThan(0);
    for (const line of texts.slice(0, 1).flatMap(hostileLines)) {
      const steps = countSteps(pattern, line) / line.length;
      if (steps > STEPS_A_CHARACTER) expect([line.slice(0, 120), steps]).toEqual([]);
    }
  });
});
