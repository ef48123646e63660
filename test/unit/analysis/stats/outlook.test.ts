import { describe, expect, it } from 'vitest';
import { prospectOf } from '../../../../src/analysis/evidence/prospect.js';
import { blocksOf } from '../../../../src/analysis/stats/blocks.js';
import { outlookOf } from '../../../../src/analysis/stats/outlook.js';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Falls of real losses: power laws and exponentials that come to a floor soon, late, or not at all. */
const LAWS: readonly [string, (t: number) => number][] = [
  ['t^-0.5 to 0', (t) => 2 * (t + 1) ** -0.5],
  ['t^-0.3 to 1', (t) => 1 + 2 * (t + 1) ** -0.3],
  ['t^-0.8 to 0.4', (t) => 0.4 + 3 * (t + 2) ** -0.8],
  ['exponential, half of it done', (t) => 0.5 + Math.exp(-t / 200)],
  ['exponential, slow', (t) => 0.2 + 2 * Math.exp(-t / 500)],
  ['exponential, nearly done', (t) => 1 + 2 * Math.exp(-t / 40)],
];
const LENGTH = 200;

function curve(law: (t: number) => number, noise: number, seed: number): number[] {
  const random = seeded(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: LENGTH }, (_, t) => law(t) * (1 + noise * gauss()));
}

const CASES = LAWS.flatMap(([name, law]) =>
  [0, 0.003, 0.01].flatMap((noise) => [1, 2, 3].map((seed) => ({ name, law, noise, seed }))),
);

/** The block means of a curve, and the level after as long again as its law has it. */
function setting({ law, noise, seed }: (typeof CASES)[number]) {
  const values = curve(law, noise, seed);
  const means = blocksOf(values);
  const size = 4;
  const from = Math.max(...means.slice(-1));
  return { means, size, from, to: law(2 * LENGTH), sigma: noise * law(LENGTH) };
}

describe('outlook', () => {
  it('is not given below 16 blocks', () => {
    expect(outlookOf([5, 4, 3, 2, 1], 5)).toBeUndefined();
  });

  it.each(CASES)('foretells the fall to come: $name, noise $noise, seed $seed', (one) => {
    const { means, to, sigma } = setting(one);
    const outlook = outlookOf(means, means.length, 0);
    const end = one.law(LENGTH);
    const fall = end - to;
    // Within half of the fall, and what the noise of a few block means makes of twice the history.
    const margin = 0.5 * fall + 4 * sigma;
    expect(Math.abs((outlook?.value ?? Number.NaN) - to)).toBeLessThanOrEqual(margin);
  });

  it('is no lower than the least possible', () => {
    const means = Array.from({ length: 40 }, (_, t) => 1 - 0.02 * t);
    expect(outlookOf(means, 40, 0)?.low).toBeGreaterThanOrEqual(0);
  });

  it('says of a level that it stays, and nothing of a rise', () => {
    const random = seeded(7);
    const level = Array.from({ length: 40 }, () => 1 + 0.01 * (random() - 0.5));
    expect(outlookOf(level, 40)?.value ?? 1).toBeCloseTo(1, 2);
    expect(
      outlookOf(
        level.map((y, t) => y + 0.05 * t),
        40,
      ),
    ).toBeUndefined();
  });

  it('does not mind a spike', () => {
    const { means, size, to } = setting({
      name: '',
      law: (t) => 0.5 + Math.exp(-t / 200),
      noise: 0,
      seed: 1,
    });
    expect(size).toBe(4);
    const spiked = means.map((mean, i) => (i === 35 ? 9 : mean));
    expect(Math.abs((outlookOf(spiked, means.length, 0)?.value ?? 9) - to)).toBeLessThan(0.05);
  });
});

describe('prospect', () => {
  const told = (means: readonly number[], sigma: number) =>
    prospectOf({ means, size: 4 }, sigma, 0);

  it('is given where the first three quarters foretell the last, within its range', () => {
    const wrong = CASES.filter((one) => {
      const { means, to, sigma } = setting(one);
      const prospect = told(means, sigma);
      const noise = 2 * (prospect?.noise ?? 0);
      return prospect && (to < prospect.low - noise || to > prospect.high + noise);
    });
    expect(wrong.length).toBeLessThanOrEqual(CASES.length / 10);
    const given = CASES.filter((one) => told(setting(one).means, setting(one).sigma));
    expect(given.length).toBeGreaterThan(CASES.length / 2);
  });

  it('is not given where the last quarter broke with what was before', () => {
    const { means } = setting({ name: '', law: (t) => 0.5 + Math.exp(-t / 50), noise: 0, seed: 1 });
    const dropped = means.map((mean, i) => (i < 40 ? mean : 0.6 * mean));
    expect(told(dropped, 0.001)).toBeUndefined();
    expect(told(dropped.slice(0, 20), 0.001)).toBeUndefined();
  });
});
