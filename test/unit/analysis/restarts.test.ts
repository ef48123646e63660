import { describe, expect, it } from 'vitest';
import { verdictsOf } from './verdictsOf.js';

const range = (length: number, of: (i: number) => number) =>
  Array.from({ length }, (_, i) => of(i));
const falling = range(40, (i) => 0.2 + 1.8 * 0.85 ** i);
const wobble = (i: number) => 0.01 * Math.sin(7 * i);
/** Points after the 40th at which the run is first said to diverge. */
const divergesAfter = (then: readonly number[]) =>
  verdictsOf({ train: [...falling, ...then] })
    .said.filter(([, code]) => code === 'diverging')
    .map(([x]) => x - 40)[0];

describe('a train loss that jumps up without a logged rate', () => {
  it('is no divergence while it comes down again', () => {
    const cycle = (height: number) => range(40, (i) => 0.15 + height * 0.92 ** i);
    expect(divergesAfter([...cycle(0.7), ...cycle(0.6)])).toBeUndefined();
  });

  it('is one where it climbs on', () => {
    expect(divergesAfter(range(20, (i) => 0.8 + 0.06 * i))).toBeLessThan(10);
  });

  it('is one where it stays for half as long as the run was before', () => {
    expect(divergesAfter(range(40, (i) => 0.8 + wobble(i)))).toBeLessThan(27);
  });

  it('is one at once where it is nearly back where the run began', () => {
    expect(divergesAfter(range(10, (i) => 1.8 + wobble(i)))).toBeLessThan(6);
  });

  it('is one where it leaves a height that was known from restarts', () => {
    const restart = range(40, (i) => 0.15 + 0.6 * 0.9 ** i);
    const climb = range(20, (i) => 0.8 + 0.1 * i);
    expect(divergesAfter([...restart, ...climb])).toBeLessThan(40 + 10);
  });
});
