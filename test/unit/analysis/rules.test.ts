import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/analysis/rules/index.js';
import { type Curves, verdictsOf } from './verdictsOf.js';

const EXAMPLES = RULES.flatMap((rule) => rule.examples.map((example) => ({ rule, example })));

/** A train curve alone is a log by the step; with validation it is one by the epoch. */
function curvesOf({ train, val, rate }: (typeof EXAMPLES)[number]['example']): Curves {
  return { train, ...(val && { val }), ...(rate && { rate }), xUnit: 'epoch' };
}

describe('rules', () => {
  it('each have an example that stays silent', () => {
    const without = RULES.filter(({ examples }) => examples.every(({ speaks }) => speaks));
    expect(without.map(({ code }) => code)).toEqual([]);
  });

  it.each(EXAMPLES)('$rule.code: $example.title', ({ rule, example }) => {
    const codes = verdictsOf(curvesOf(example)).said.map(([, code]) => code);
    expect(codes.includes(rule.code)).toBe(example.speaks);
  });

  it.each(EXAMPLES)('$rule.code, a thousand times smaller: $example.title', ({ rule, example }) => {
    const small = (y: readonly number[] | undefined) => y?.map((value) => value / 1000);
    const { train, val, rate } = curvesOf(example);
    const scaled = {
      train: small(train) ?? [],
      ...(val && { val: small(val) ?? [] }),
      ...(rate && { rate }),
    };
    const codes = verdictsOf(scaled).said.map(([, code]) => code);
    expect(codes.includes(rule.code)).toBe(example.speaks);
  });
});
