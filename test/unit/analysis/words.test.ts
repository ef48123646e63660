import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayPhrase, type Verdict } from '../../../src/analysis/index.js';
import { RULES } from '../../../src/analysis/rules/index.js';
import { phrasesOf } from './phrasesOf.js';
import { verdictsOf } from './verdictsOf.js';

const chinese: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'),
);
const SPEAKING = RULES.flatMap((rule) =>
  rule.examples.filter(({ speaks }) => speaks).map((example) => ({ rule, example })),
);

/** Everything that was said of an example while it grew, with the words of each moment. */
function wordsOf({ example }: (typeof SPEAKING)[number]): readonly Verdict[] {
  const { train, val, rate } = example;
  const { changes, active } = verdictsOf({ train, ...(val && { val }), ...(rate && { rate }) });
  return [...changes, ...active];
}

function holesOf(text: string): number {
  return new Set(text.match(/\{\d+\}/g)).size;
}

describe('the words of a verdict', () => {
  it.each(SPEAKING)('$rule.code, $example.title: are whole and have their Chinese', (one) => {
    const phrases = wordsOf(one).flatMap(phrasesOf);
    const untranslated = phrases.filter(({ text }) => !Object.hasOwn(chinese, text));
    const unfilled = phrases.filter(({ text, args }) => holesOf(text) !== args.length);
    const broken = phrases
      .map(sayPhrase)
      .filter((text) => /\{\d\}|undefined|null|NaN %/.test(text));
    expect([...untranslated, ...unfilled, ...broken]).toEqual([]);
  });

  it.each(SPEAKING)('$rule.code, $example.title: are few, and none is said twice', (one) => {
    for (const { isNot, causes, advice, title } of wordsOf(one)) {
      expect(isNot.length, title.text).toBeLessThanOrEqual(3);
      expect(causes.length, title.text).toBeLessThanOrEqual(4);
      expect(advice.length, title.text).toBeLessThanOrEqual(3);
      const said = [...causes, ...advice.map(({ act }) => act)].map(sayPhrase);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it.each(SPEAKING)('$rule.code, $example.title: rule out nothing that is said', ({ example }) => {
    const { train, val, rate } = example;
    for (let length = 1; length <= train.length; length++) {
      const { active } = verdictsOf({
        train: train.slice(0, length),
        ...(val && { val: val.slice(0, length) }),
        ...(rate && { rate: rate.slice(0, length) }),
      });
      const codes = new Set(active.map(({ code }) => code));
      const denied = active.flatMap(({ isNot }) => isNot.map(({ code }) => code));
      expect(denied.filter((code) => codes.has(code))).toEqual([]);
    }
  });

  it('every alarm tells causes', () => {
    const without = SPEAKING.filter((one) => {
      const own = wordsOf(one).filter(({ code }) => code === one.rule.code);
      return one.rule.kind === 'alarm' && own.some(({ causes }) => causes.length === 0);
    });
    expect(without.map(({ rule }) => rule.code)).toEqual([]);
  });
});
