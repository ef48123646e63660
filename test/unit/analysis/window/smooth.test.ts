import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Smoother } from '../../../../src/analysis/window/smooth.js';

/** TensorBoard's own words (line_chart_v2, classicSmoothing), over a whole array. */
function tensorBoard(y: readonly number[], weight: number): number[] {
  let last = 0;
  let count = 0;
  return y.map((value) => {
    if (y.every((other) => other === y[0]) || !Number.isFinite(value)) return value;
    last = last * weight + (1 - weight) * value;
    count++;
    return last / (1 - weight ** count);
  });
}

const smooth = (y: readonly number[], weight: number) => {
  const smoother = new Smoother(weight);
  return y.map((value) => smoother.push(value));
};

describe('smoothing', () => {
  it("is TensorBoard's debiased moving average", () => {
    const value = fc.oneof(
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.constant(Number.NaN),
    );
    const weight = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), weight, (y, w) => {
        const expected = tensorBoard(y, w);
        smooth(y, w).forEach((got, index) => {
          const wanted = expected[index] ?? 0;
          if (Number.isNaN(wanted)) expect(got).toBeNaN();
          else expect(Math.abs(got - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)) + 1e-6);
        });
      }),
    );
  });

  it('a constant stays that constant to the bit, a NaN leaves no trace', () => {
    expect(smooth([0.1, 0.1, 0.1], 0.6)).toEqual([0.1, 0.1, 0.1]);
    expect(smooth([1, Number.NaN, 3], 0.5)).toEqual([1, Number.NaN, smooth([1, 3], 0.5)[1]]);
  });

  it('another attempt starts anew', () => {
    const smoother = new Smoother(0.9);
    smoother.push(100);
    smoother.restart();
    expect(smoother.push(2)).toBe(2);
  });
});
