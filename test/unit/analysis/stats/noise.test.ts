import { describe, expect, it } from 'vitest';
import { bendNoiseOf, noiseOf } from '../../../../src/analysis/stats/noise.js';
import { seeded } from '../generated/random.js';

const normal = (seed: number, count: number) => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => random.gauss());
};

describe('the noise of a curve, from how it bends', () => {
  it('is that of its differences where values are independent', () => {
    const values = normal(3, 2000);
    expect(bendNoiseOf(values.slice(-200))).toBeCloseTo(noiseOf(values.slice(-200)), 0);
    expect(bendNoiseOf(values.slice(-200))).toBeGreaterThan(0.8);
    expect(bendNoiseOf(values.slice(-200))).toBeLessThan(1.2);
  });

  it('does not take a steep climb for noise, as the differences do', () => {
    const climbing = normal(4, 16).map((noise, i) => 10 * i + 0.1 * noise);
    expect(noiseOf(climbing)).toBeGreaterThan(9);
    expect(bendNoiseOf(climbing)).toBeLessThan(0.3);
  });

  it('says nothing below eight values', () => {
    expect(bendNoiseOf([1, 2, 1, 2, 1, 2, 1])).toBeNaN();
    expect(bendNoiseOf([1, 1, 1, 1, 1, 1, 1, 1])).toBe(0);
  });
});
