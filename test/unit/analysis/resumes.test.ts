import { describe, expect, it } from 'vitest';
import { createDiagnosis, sayPhrase } from '../../../src/analysis/index.js';
import { lossOf } from './verdictsOf.js';

const falling = (x: number) => 3 * 0.9 ** x;
const turning = (x: number) => 1 + 0.004 * (x - 10) ** 2;

/** A run that overfits from epoch 10 on and stopped after epoch 29. */
function overfitted() {
  const diagnosis = createDiagnosis();
  const train = diagnosis.addSeries(lossOf('loss', 'train'), 'epoch');
  const val = diagnosis.addSeries(lossOf('val_loss', 'val'), 'epoch');
  const push = (x: number, y = turning(x)) => {
    diagnosis.push(train, { x, y: falling(x) });
    diagnosis.push(val, { x, y });
    return diagnosis.active().map(({ code }) => code);
  };
  for (let x = 0; x < 30; x++) push(x);
  return { diagnosis, push };
}

describe('a resume', () => {
  it('from before the overfitting takes it back with the points that showed it', () => {
    const { diagnosis, push } = overfitted();
    expect(diagnosis.active().map(({ code }) => code)).toEqual(['overfitting']);
    diagnosis.restart();
    expect(push(10)).toEqual(['too-early']);
  });

  it('from after it keeps it, in the numbers of its own attempt, until it can be judged again', () => {
    const { diagnosis, push } = overfitted();
    const said = diagnosis.active().map(({ because }) => sayPhrase(because));
    diagnosis.restart();
    expect(push(28)).toEqual(['overfitting']);
    expect(diagnosis.active().map(({ because }) => sayPhrase(because))).toEqual(said);
    const later = Array.from({ length: 14 }, (_, i) => push(29 + i, 1.1 - 0.01 * i));
    expect(later.at(-1)).not.toContain('overfitting');
  });

  it('has its own best: what was better before it counts no more', () => {
    const { diagnosis, push } = overfitted();
    diagnosis.restart();
    for (let x = 10; x < 60; x++) push(x, 2 * 0.99 ** x);
    expect(diagnosis.active().map(({ code }) => code)).toEqual(['learning']);
  });

  it('has its own patience: what rested before it counts no more', () => {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf('loss', 'train'), 'epoch');
    const rest = (from: number, to: number) => {
      for (let x = from; x < to; x++)
        diagnosis.push(train, { x, y: 1.4 + 0.6 * 0.7 ** x + 0.001 * (x % 2) });
      return diagnosis.active().map(({ code }) => code);
    };
    expect(rest(0, 60)).toEqual(['plateau']);
    diagnosis.restart();
    expect(rest(50, 75)).toEqual(['too-early']);
    expect(rest(75, 90)).toEqual(['plateau']);
  });
});
