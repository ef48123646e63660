import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnosis, PAIR_TABLE, type PairReading } from '../../../src/analysis/index.js';
import { changeOf, directionOf } from '../../../src/analysis/pairReading.js';
import { blocksOf } from '../../../src/analysis/stats/blocks.js';
import { theilSen } from '../../../src/analysis/stats/theilSen.js';
import { lossOf } from './verdictsOf.js';

const range = (length: number, of: (i: number) => number) =>
  Array.from({ length }, (_, i) => of(i));
const falling = range(80, (i) => 0.1 + 3 * 0.94 ** i);
const turning = range(80, (i) => 1 + 0.0005 * (i - 30) ** 2);
const flat = range(80, (i) => 1 + 0.01 * Math.sin(7 * i));

/** The reading after each point. */
function readings(train: readonly number[], val: readonly number[]): (PairReading | undefined)[] {
  const diagnosis = createDiagnosis();
  const trainId = diagnosis.addSeries(lossOf('loss', 'train'), 'epoch');
  const valId = diagnosis.addSeries(lossOf('val_loss', 'val'), 'epoch');
  return train.map((y, x) => {
    diagnosis.push(trainId, { x, y });
    diagnosis.push(valId, { x, y: val[x] ?? 0 });
    return diagnosis.reading();
  });
}

const pairs = (all: readonly (PairReading | undefined)[]) =>
  all.map((one) => (one ? `${one.train}/${one.val}` : 'early'));

describe('reading as a pair', () => {
  it('waits for eight points of each curve', () => {
    expect(pairs(readings(falling, falling)).slice(0, 8)).toEqual([
      ...Array(7).fill('early'),
      'down/down',
    ]);
  });

  it.each([
    ['down/down', falling, falling],
    ['down/flat', falling, flat],
    ['flat/down', flat, falling],
    ['flat/flat', flat, flat],
    ['up/up', [...falling].reverse(), [...falling].reverse()],
  ])('knows the pair %s and its row', (pair, train, val) => {
    const last = readings(train.slice(0, 60), val.slice(0, 60)).at(-1);
    expect(pairs([last])).toEqual([pair]);
    expect(last?.row).toBe(PAIR_TABLE.findIndex((row) => `${row.train}/${row.val}` === pair));
  });

  it('follows a validation that turns, at every prefix', () => {
    const said = pairs(readings(falling, turning)).filter((one, at, all) => one !== all[at - 1]);
    expect(said).toEqual(['early', 'down/down', 'down/flat', 'down/up']);
  });

  it('has no row for overfitting as it is found, and says so', () => {
    const last = readings(falling, turning).at(-1);
    expect(last?.row).toBeUndefined();
    expect(last?.note.text).toContain('41 of 44 overfit');
  });

  it('is at every prefix what the plain trend of the blocks says', () => {
    const value = fc.double({ min: 0.5, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 150 }), (noise) => {
        const train = noise.map((y, i) => y + 20 * 0.99 ** i);
        const all = readings(train, train);
        all.forEach((said, at) => {
          const means = blocksOf(train.slice(0, at + 1));
          if (means.length < 8) expect(said).toBeUndefined();
          else expect(said?.train === 'flat' || said?.train === plainOf(means)).toBe(true);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('takes no change that noise could have made', () => {
    const means = [1, 1, 1, 1, 1, 1, 1.02, 1.01, 1.05, 1.06];
    expect(changeOf(means, 1)).toBeGreaterThan(0.02);
    expect(changeOf([1, 1.3, 0.7, 1.2, 0.9, 1.4, 0.8, 1.1], 1)).toBe(0);
  });
});

/** Without the gate for noise, the scale has no part in the direction but its sign. */
const plainOf = (means: readonly number[]) =>
  directionOf(theilSen(means.slice(-Math.max(8, Math.ceil(means.length / 4)))) * 1e9);

describe('theilSen', () => {
  it('is the slope of a line, whatever one value does', () => {
    expect(theilSen([1, 3, 5, 7, 9, 11])).toBe(2);
    expect(theilSen([1, 3, 5, 700, 9, 11])).toBe(2);
  });

  it('is nothing of nothing', () => {
    expect(theilSen([])).toBeNaN();
    expect(theilSen([4])).toBeNaN();
  });
});
