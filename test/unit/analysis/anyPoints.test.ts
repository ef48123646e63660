import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnosis, type SeriesInfo, sayPhrase } from '../../../src/analysis/index.js';
import { phrasesOf } from './phrasesOf.js';
import { lossOf } from './verdictsOf.js';

const LR: SeriesInfo = {
  name: 'lr',
  metric: 'lr',
  split: 'other',
  kind: 'lr',
  role: 'lr',
  better: undefined,
};
const value = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(
    0,
    1,
    1e-300,
    1e300,
    -1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
);
const points = fc.array(fc.tuple(fc.nat(2), value, fc.nat(9)), { minLength: 1, maxLength: 200 });

/** Any points in any order of three series; now and then the axis goes back. */
function feed(given: readonly (readonly [number, number, number])[]) {
  const diagnosis = createDiagnosis();
  for (const info of [lossOf('loss', 'train'), lossOf('val_loss', 'val'), LR])
    diagnosis.addSeries(info, 'step');
  const changes = given.flatMap(([series, y, chance], x) => {
    if (chance === 0 && x % 17 === 16) diagnosis.restart();
    return diagnosis.push(series, { x, y });
  });
  return { changes, active: diagnosis.active() };
}

describe('whatever the points', () => {
  it('something is said, the gravest first, and nothing since later than it was raised', () => {
    fc.assert(
      fc.property(points, (given) => {
        const { active } = feed(given);
        const hasPoint = given.some(([series]) => series < 2);
        const grave = active.map(({ severity }) =>
          ['info', 'hint', 'warning', 'error'].indexOf(severity),
        );
        expect(active.length > 0).toBe(hasPoint);
        expect(grave).toEqual([...grave].sort((a, b) => b - a));
        expect(active.filter(({ since, raisedAt }) => since.x > raisedAt.x)).toEqual([]);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('the same points give the same verdicts', () => {
    fc.assert(
      fc.property(points, (given) => {
        expect(feed(given)).toEqual(feed(given));
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it('what is cleared was raised, and no sentence has a hole', () => {
    fc.assert(
      fc.property(points, (given) => {
        const said = new Set<string>();
        for (const { change, verdict } of feed(given).changes) {
          if (change === 'cleared') expect(said.delete(verdict.code)).toBe(true);
          else said.add(verdict.code);
          const texts = phrasesOf(verdict).map(sayPhrase);
          expect(texts.filter((text) => /\{\d\}|undefined|null/.test(text))).toEqual([]);
          expect(verdict.advice.length).toBeLessThanOrEqual(3);
        }
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
