import { describe, expect, it } from 'vitest';
import {
  writeFactor,
  writeLoss,
  writePercent,
  writePosition,
  writeRate,
  writeSeconds,
} from '../../../src/analysis/numbers.js';

const plain = (text: string) => text.replaceAll('\u202f', ' ').replaceAll('\u2212', '-');

describe('numbers in sentences', () => {
  it.each([
    [0.4094, '0.409'],
    [0.07243, '0.0724'],
    [1.4399, '1.44'],
    [12.26, '12.3'],
    [4321, '4321'],
    [1.2e-5, '1.2e-5'],
    [1.3e34, '1.3e34'],
    [-0.4094, '-0.409'],
    [-1.5, '-1.50'],
    [1e-2, '0.0100'],
    [12345, '12345'],
    [0, '0'],
    [9.999, '10.0'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-inf'],
  ])('loss %d is %s', (value, text) => {
    expect(plain(writeLoss(value))).toBe(text);
  });

  it('per cent are whole, with one decimal where little moves', () => {
    expect([0.36, 0.014, -0.105, 0].map((part) => plain(writePercent(part)))).toEqual([
      '36 %',
      '1.4 %',
      '-11 %',
      '0 %',
    ]);
  });

  it('positions are exact and grouped', () => {
    expect([12026, 20, 999, 1234567, 2.5].map((x) => plain(writePosition(x)))).toEqual([
      '12 026',
      '20',
      '999',
      '1 234 567',
      '2.5',
    ]);
  });

  it('rates are written with mantissa and exponent', () => {
    expect([0.01, 3e-4, 1.5e-3, 1].map((rate) => plain(writeRate(rate)))).toEqual([
      '1e-2',
      '3e-4',
      '1.5e-3',
      '1e0',
    ]);
  });

  it('durations have their two largest units', () => {
    expect([0.6, 90, 418, 4320, 90_000].map((seconds) => plain(writeSeconds(seconds)))).toEqual([
      '0.6 s',
      '1 min 30 s',
      '6 min 58 s',
      '1 h 12 min',
      '1 d 1 h',
    ]);
  });

  it('factors have one decimal', () => {
    expect(plain(writeFactor(8))).toBe('8.0 ×');
  });
});
