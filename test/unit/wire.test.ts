import { describe, expect, it } from 'vitest';
import { fromWire, toWire } from '../../src/analysis/index.js';

describe('wire', () => {
  it('brings NaN and infinities through JSON', () => {
    const sent = { last: { x: 3, y: NaN }, list: [1, Infinity, -Infinity], text: 'NaN', no: null };
    expect(fromWire(JSON.parse(JSON.stringify(toWire(sent))))).toEqual(sent);
  });

  it('shares what holds no such number, typed arrays included', () => {
    const sent = { y: Float64Array.of(NaN, 1), deep: { a: [1, 2] } };
    expect(toWire(sent)).toBe(sent);
    expect(fromWire(sent)).toBe(sent);
  });
});
