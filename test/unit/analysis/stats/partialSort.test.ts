import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialSort } from '../../../../src/analysis/stats/partialSort.js';

const VALUES = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 4 })), {
  maxLength: 250,
});

describe('partial sort', () => {
  it('puts what lies between in its place, and keeps all values', () => {
    fc.assert(
      fc.property(VALUES, fc.nat(250), fc.nat(250), (values, one, other) => {
        const from = Math.min(one, other, values.length);
        const to = Math.min(Math.max(one, other), values.length);
        const wanted = Float64Array.from(values).sort();
        const sorted = Float64Array.from(values);
        partialSort(sorted, from, to);
        expect([...sorted.slice(from, to)].map(plain)).toEqual(
          [...wanted.slice(from, to)].map(plain),
        );
        expect([...sorted.sort()].map(plain)).toEqual([...wanted].map(plain));
      }),
    );
  });
});

/** Both zeros are one number. */
const plain = (value: number) => value + 0;
