import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/analysis/index.js';
import { sayPhrase } from '../../src/analysis/index.js';
import { Goal } from '../../src/engine/store/goal.js';

type Place = Pick<Reading, 'step' | 'steps' | 'epoch' | 'epochs'>;

function reached(...places: readonly Place[]): string {
  const goal = new Goal();
  for (const place of places) goal.push({ ...READING, ...place });
  return goal.reached ? sayPhrase(goal.reached.because) : '-';
}

const READING: Reading = {
  name: 'loss',
  metric: 'loss',
  split: 'train',
  kind: 'loss',
  value: 1,
  line: 1,
  offset: 0,
  run: 0,
  attempt: 0,
};
const steps = (of: readonly number[], total: number): Place[] =>
  of.map((step) => ({ step, steps: total }));
const epochs = (of: readonly number[], total: number): Place[] =>
  of.map((epoch) => ({ epoch, epochs: total }));

describe('the total of a run', () => {
  it('is reached at its last step, and not before', () => {
    expect(reached(...steps([100, 200, 300], 300))).toBe('The last of 300 steps was reached.');
    expect(reached(...steps([100, 200], 300))).toBe('-');
  });

  it('is reached when the next line would stand beyond it', () => {
    expect(reached(...steps([30, 60, 90], 100))).toBe('The last of 100 steps was reached.');
    expect(reached(...steps([0, 1, 2], 3))).toBe('The last of 3 steps was reached.');
    expect(reached(...epochs([0, 1, 2], 3))).toBe('The last of 3 epochs was reached.');
    expect(reached(...epochs([1, 2], 3))).toBe('-');
  });

  it('is not reached by the first lines of the last epoch', () => {
    expect(reached(...epochs([1, 1, 1, 2, 2, 2, 3], 3))).toBe('-');
    expect(reached(...epochs([1, 1, 1, 2, 2, 2, 3, 3, 3], 3))).toBe(
      'The last of 3 epochs was reached.',
    );
  });

  it('is unknown where none is printed', () => {
    expect(reached({ step: 10 }, { step: 20 })).toBe('-');
  });
});
