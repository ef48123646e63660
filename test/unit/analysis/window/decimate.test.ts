import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  type Curve,
  decimate,
  GAP,
} from '../../../../src/analysis/window/decimate.js';
import { Pyramid } from '../../../../src/analysis/window/pyramid.js';

function curveOf(
  x: readonly number[],
  y: readonly number[],
  attempts: readonly Attempt[] = [{ from: 0, isAscending: true }],
): Curve {
  const values = Float64Array.from(y);
  const pyramid = new Pyramid();
  for (let index = 0; index < y.length; index++) pyramid.push(values);
  return { x: Float64Array.from(x), y: values, pyramid, attempts };
}

/** Least and greatest value of each column of pixels, by looking at every point. */
function columnsOf(
  curve: Curve,
  indices: Iterable<number>,
  from: number,
  to: number,
  pixels: number,
) {
  const width = (to - from) / pixels;
  const columns = new Map<number, { min: number; max: number; first: number; last: number }>();
  for (const index of indices) {
    const x = curve.x[index] ?? Number.NaN;
    const y = curve.y[index] ?? Number.NaN;
    if (index === GAP || x < from || x > to || !Number.isFinite(y)) continue;
    // The division may round a point that lies on an edge to the other side of it: the edges decide.
    let key = Math.min(pixels - 1, Math.floor((x - from) / width));
    while (key > 0 && x < from + key * width) key--;
    while (key < pixels - 1 && x >= from + (key + 1) * width) key++;
    const known = columns.get(key);
    columns.set(key, {
      min: Math.min(known?.min ?? y, y),
      max: Math.max(known?.max ?? y, y),
      first: known?.first ?? index,
      last: index,
    });
  }
  return columns;
}

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity) },
);

describe('pyramid', () => {
  it('knows the extremes, the first and the last finite point of any range', () => {
    const range = fc.tuple(fc.nat(400), fc.nat(400));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 400 }), range, (list, [a, b]) => {
        const { y, pyramid } = curveOf(list, list);
        const from = Math.min(a, b, list.length - 1);
        const to = Math.min(list.length, Math.max(a, b));
        const finite = list.slice(from, to).filter(Number.isFinite);
        const found = pyramid.extremes(y, from, to);
        expect(found && [y[found.min], y[found.max]]).toEqual(
          finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : undefined,
        );
        expect(y[pyramid.first(y, from, to)]).toBe(finite[0]);
        expect(y[pyramid.last(y, from, to)]).toBe(finite.at(-1));
      }),
    );
  });

  it('stays right over many levels', () => {
    const list = Array.from(
      { length: 70_000 },
      (_, index) => (Math.sin(index * 12.9898) * 43758) % 1,
    );
    const { y, pyramid } = curveOf(list, list);
    for (const [from, to] of [
      [0, 70_000],
      [1, 69_999],
      [17, 65_537],
      [4096, 8192],
    ] as const) {
      const part = list.slice(from, to);
      const found = pyramid.extremes(y, from, to);
      expect(found && y[found.min]).toBe(part.reduce((a, b) => Math.min(a, b)));
      expect(found && y[found.max]).toBe(part.reduce((a, b) => Math.max(a, b)));
    }
  });
});

describe('decimation', () => {
  it('every column keeps its first, least, greatest and last point, in order', () => {
    const points = fc.array(fc.tuple(fc.nat(20), value), { minLength: 50, maxLength: 900 });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 40 }), (list, pixels) => {
        let at = 0;
        const x = list.map(([step]) => (at += step));
        const curve = curveOf(
          x,
          list.map(([, y]) => y),
        );
        const to = at + 1;
        const picked = decimate(curve, { from: 0, to, pixels });
        expect(picked).toEqual([...new Set(picked)].sort((a, b) => a - b));
        expect(picked.length).toBeLessThanOrEqual(4 * pixels + 4);
        expect(columnsOf(curve, picked, 0, to, pixels)).toEqual(
          columnsOf(curve, x.keys(), 0, to, pixels),
        );
      }),
    );
  });

  it('a window takes one more point on each side', () => {
    const x = [0, 10, 20, 30, 40];
    expect(decimate(curveOf(x, x), { from: 12, to: 28, pixels: 100 })).toEqual([1, 2, 3]);
  });

  it('attempts are parted by a gap, and a window that shows one shows no gap', () => {
    const attempts = [
      { from: 0, isAscending: true },
      { from: 3, isAscending: true },
    ];
    const curve = curveOf([0, 1, 2, 1, 2], [5, 4, 3, 4, 2], attempts);
    expect(decimate(curve, { from: 0, to: 9, pixels: 10 })).toEqual([0, 1, 2, GAP, 3, 4]);
  });

  it('points out of order are drawn in order', () => {
    const curve = curveOf([2, 0, 1], [5, 6, 7], [{ from: 0, isAscending: false }]);
    expect(decimate(curve, { from: 0, to: 2, pixels: 10 })).toEqual([1, 2, 0]);
  });
});
