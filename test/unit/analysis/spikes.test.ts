import { describe, expect, it } from 'vitest';
import { createDiagnosis, sayPhrase, type Verdict } from '../../../src/analysis/index.js';
import { lossOf } from './verdictsOf.js';

type Told = readonly [x: number, change: string, words: string];

/** Everything that is said of spikes of this train curve, logged by the step. */
function toldOf(train: readonly number[]): { told: Told[]; active: readonly Verdict[] } {
  const diagnosis = createDiagnosis();
  const id = diagnosis.addSeries(lossOf('loss', 'train'), 'step');
  const told = train.flatMap((y, x) =>
    diagnosis
      .push(id, { x, y })
      .filter(({ verdict }) => verdict.code === 'spike')
      .map(({ change, verdict }): Told => [x, change, sayPhrase(verdict.because)]),
  );
  return { told, active: diagnosis.active().filter(({ code }) => code === 'spike') };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A level with noise, and spikes of five times its height at these points. */
function level(length: number, spikes: readonly number[] = [], of = 1): number[] {
  const random = seeded(length);
  return Array.from(
    { length },
    (_, i) => of * (1 + 0.04 * (random() + random() - 1)) * (spikes.includes(i) ? 5 : 1),
  );
}

describe('spikes', () => {
  it('that recover say after how many steps', () => {
    const { told, active } = toldOf([...level(100), 5, 4, 3, ...level(100)]);
    expect(told).toEqual([
      [100, 'raised', expect.stringMatching(/^Train loss jumped from [\d.]+ to 5\.00\.$/)],
      [107, 'cleared', expect.stringMatching(/to 5\.00 and was back after 3 steps\.$/)],
    ]);
    expect(active).toEqual([]);
  });

  it('that are not back after 200 points linger, until they are', () => {
    const higher = [...level(100), 5, ...level(250, [], 1.3)];
    const becauseOf = (train: readonly number[]) =>
      toldOf(train).active.map(({ because }) => sayPhrase(because));
    expect(becauseOf(higher.slice(0, 150))).toEqual([
      expect.stringMatching(/to 5\.00; 49 steps later it is at 1\.\d+\.$/),
    ]);
    expect(becauseOf(higher)).toEqual([
      expect.stringMatching(/to 5\.00 and is not back after 250 steps: it is at 1\.\d+\.$/),
    ]);
    expect(
      toldOf(higher).active.flatMap(({ advice }) => advice.map(({ act }) => sayPhrase(act)))[0],
    ).toMatch(/^Go back/);
    expect(toldOf([...higher, ...level(30)]).told.at(-1)?.[2]).toMatch(/back after 251 steps\.$/);
  });

  it('that lead to a divergence or to NaN say so', () => {
    const climb = Array.from({ length: 40 }, (_, i) => 5 + i);
    const because = (train: readonly number[]) =>
      toldOf(train).active.map((verdict) => sayPhrase(verdict.because));
    expect(because([...level(100), ...climb])).toEqual([expect.stringMatching(/and diverged: /)]);
    expect(because([...level(100), 5, Number.NaN])).toEqual([
      expect.stringMatching(/to 5\.00, and then it was no number\.$/),
    ]);
  });

  it('are said each for itself, however near', () => {
    const { told } = toldOf(level(120, [100, 104]));
    expect(told.map(([x, change]) => [x, change])).toEqual([
      [100, 'raised'],
      [104, 'cleared'],
      [104, 'raised'],
      [111, 'cleared'],
    ]);
    expect(told[1]?.[2]).toMatch(/was back after 1 step\.$/);
  });

  it('that come more often are said to, few or evenly spread ones are not', () => {
    const title = (spikes: readonly number[]) =>
      toldOf(level(2000, spikes)).active.map((verdict) => sayPhrase(verdict.title));
    const every = (step: number, from = 40) =>
      Array.from({ length: (1980 - from) / step }, (_, i) => from + step * i);
    expect(title([300, 900, ...every(50, 1550)])).toEqual(['Loss spikes come more often.']);
    expect(title([1800, 1900])).toEqual([]);
    expect(title([1000, 1750, 1830, 1900])).toEqual([]);
    expect(title(every(50))).toEqual([]);
  });

  it('are none where the loss climbs day by day', () => {
    const climb = level(300).map((y, i) => y + 0.02 * i);
    expect(toldOf(climb).told).toEqual([]);
  });

  it('are none where the rate was raised on the same line', () => {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf('loss', 'train'), 'step');
    const lr = { name: 'lr', metric: 'lr', split: 'other', kind: 'lr', role: 'lr' } as const;
    const rate = diagnosis.addSeries({ ...lr, better: undefined }, 'step');
    const losses = [...level(100), 1.6, ...level(40, [20], 1.5)];
    for (const [x, y] of losses.entries()) {
      diagnosis.push(train, { x, y });
      diagnosis.push(rate, { x, y: x < 100 ? 0.1 - 0.0009 * x : 0.1 });
    }
    expect(diagnosis.spikes.map(({ spike }) => spike.at.x)).toEqual([121]);
  });
});
