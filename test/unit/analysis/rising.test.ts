import { describe, expect, it } from 'vitest';
import { sayPhrase } from '../../../src/analysis/index.js';
import { seeded } from './generated/random.js';
import { alarms, codes, judged, type Run } from './generated/run.js';
import { curve } from './generated/shapes.js';
import { accuracies, changed } from './generated/soundRuns.js';

const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1);

/** Accuracies of which validation peaks after a third of the run and falls by a tenth of its highest. */
function peaked(seed: number, whole = 1): Run {
  const random = seeded(seed);
  const epochs = random.whole(40, 120);
  const peak = random.between(0.25, 0.4);
  const fall = random.between(0.1, 0.2);
  const grid = { count: epochs, length: epochs };
  const noise = random.between(0.002, 0.006);
  const train = (part: number) => 1 - 0.8 * Math.exp(-5 * part);
  const val = (part: number) => {
    const risen = 0.8 * (1 - 0.8 * Math.exp(-8 * Math.min(part, peak)));
    return risen - (part > peak ? (fall * (part - peak)) / (1 - peak) : 0);
  };
  const run: Run = {
    xUnit: 'epoch',
    lines: [
      curve('train_acc', train, grid, () => noise * random.gauss()),
      curve('val_acc', val, grid, () => noise * random.gauss()),
    ],
  };
  return changed(run, (y) => whole * y);
}

describe('a run with accuracies alone', () => {
  it('is learning while they rise', () => {
    const said = SEEDS.map((seed) => judged(accuracies(seeded(seed))));
    expect(said.flatMap(alarms)).toEqual([]);
    expect(
      said.filter((one) => one.changes.some((c) => c.said === 'learning')).length,
    ).toBeGreaterThan(24);
  });

  it.each([1, 100])(
    'overfits where validation falls from its peak and train rises on, of %i',
    (whole) => {
      const missed = SEEDS.filter(
        (seed) => !codes(judged(peaked(seed, whole))).includes('overfitting'),
      );
      expect(missed).toEqual([]);
    },
  );

  it('is told by the name and the numbers of its log', () => {
    const [verdict] = judged(peaked(1, 100)).active;
    expect(sayPhrase(verdict?.because ?? { text: '', args: [] })).toMatch(
      /^val_acc fell to \d\d\.\d from its highest \(7\d\.\d at epoch \d+\) while train_acc rose from \d\d\.\d to 9\d\.\d\.$/,
    );
  });
});
