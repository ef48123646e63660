import { describe, expect, it } from 'vitest';
import { RunEvidence } from '../../../../src/analysis/evidence/evidence.js';
import { blocksOf } from '../../../../src/analysis/stats/blocks.js';
import { flipsOf } from '../../../../src/analysis/stats/flips.js';
import { lastHalf, lastQuarter } from '../../../../src/analysis/stats/lastQuarter.js';
import { noiseOf } from '../../../../src/analysis/stats/noise.js';
import { medianOfLast } from '../../../../src/analysis/stats/runningMedian.js';
import { theilSen } from '../../../../src/analysis/stats/theilSen.js';
import { mannKendall } from '../../../../src/analysis/stats/trend.js';
import { lossOf } from '../verdictsOf.js';
import { areClose, CURVES } from './curves.js';

/** The level after each value: the median of the last ones, infinite until half a window is full. */
function levelsOf(finite: readonly number[], window: number): number[] {
  return finite.map((_, i) =>
    i + 1 < window / 2 ? Number.POSITIVE_INFINITY : medianOfLast(finite.slice(0, i + 1), window),
  );
}

/** Best level so far, and the points since it. */
function bestOf(levels: readonly number[]): readonly number[] {
  const best = Math.min(...levels);
  if (!Number.isFinite(best)) return [Number.NaN, levels.length];
  return [best, levels.length - 1 - levels.indexOf(best)];
}

/** What a trace has to know after these values, by the definitions. */
function plain(values: readonly number[], short: number[], long: number[]): readonly number[] {
  const finite = values.filter(Number.isFinite);
  const blocks = blocksOf(finite);
  const best = (levels: number[]) => bestOf(levels.slice(0, finite.length));
  return [
    values.length,
    finite.length,
    medianOfLast(finite.slice(0, 5), 5),
    Math.min(Number.POSITIVE_INFINITY, ...finite),
    finite.every((value) => value > 0) ? 1 : 0,
    medianOfLast(finite, 5),
    ...best(short),
    medianOfLast(finite, 31),
    ...best(long),
    noiseOf(finite),
    flipsOf(finite),
    mannKendall(blocks),
    ...blocks,
  ];
}

function running(evidence: RunEvidence): readonly number[] {
  const trace = evidence.traces[0];
  if (!trace) return [];
  const { level, smooth, blocks } = trace;
  return [
    trace.count,
    trace.finite,
    trace.start,
    trace.lowest,
    trace.positive ? 1 : 0,
    level.value,
    level.best,
    level.age,
    smooth.value,
    smooth.best,
    smooth.age,
    trace.noise.value,
    trace.flips.value,
    trace.trend,
    ...blocks.means,
  ];
}

describe('a trace', () => {
  it.each(CURVES)('is at every prefix what its values are by the definitions: %s', (_, values) => {
    const evidence = new RunEvidence();
    const train = evidence.add(lossOf('loss', 'train'), 'step');
    // A logged rate, so that no phase is read from the curve itself.
    evidence.rate.push({ x: 0, y: 0.1 });
    const finite = values.filter(Number.isFinite);
    const [short, long] = [levelsOf(finite, 5), levelsOf(finite, 31)];
    const wrong = values.flatMap((y, x) => {
      evidence.push(train, { x, y });
      const [one, other] = [running(evidence), plain(values.slice(0, x + 1), short, long)];
      return areClose(one, other) ? [] : [[x, one, other]];
    });
    expect(wrong.slice(0, 1)).toEqual([]);
  });

  it('knows the level of train at the best level of validation', () => {
    const [, curve = []] = CURVES.find(([title]) => title === 'a fall') ?? [];
    const evidence = new RunEvidence();
    const train = evidence.add(lossOf('loss', 'train'), 'epoch');
    const val = evidence.add(lossOf('val_loss', 'val'), 'epoch');
    const vals = curve.map((y, i) => y + 0.0001 * (i - 90) ** 2);
    const [trains, levels] = [levelsOf(curve, 5), levelsOf(vals, 5)];
    const wrong = curve.filter((y, x) => {
      evidence.push(train, { x, y });
      evidence.push(val, { x, y: vals[x] ?? 0 });
      const [best = 0, age = 0] = bestOf(levels.slice(0, x + 1));
      return best > 0 && evidence.trainAtBestVal !== trains[x - age];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the ends of a history', () => {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  it.each(CURVES)(
    'are means of two blocks about its middle, its last quarter and its end: %s',
    (_, values) => {
      const wrong = values.filter((_, i) => {
        const blocks = blocksOf(values.slice(0, i + 1));
        const n = blocks.length;
        if (n < 8) return lastQuarter(blocks) !== undefined || lastHalf(blocks) !== undefined;
        const at = (part: number) =>
          mean(blocks.slice(Math.floor(part * n) - 1, Math.floor(part * n) + 1));
        const [quarter, half] = [lastQuarter(blocks), lastHalf(blocks)];
        const ends = [quarter?.from ?? 0, quarter?.to ?? 0, half?.from ?? 0, half?.to ?? 0];
        return !areClose(ends, [
          at(3 / 4),
          mean(blocks.slice(-2)),
          at(1 / 2),
          mean(blocks.slice(-2)),
        ]);
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('the slope of Theil and Sen', () => {
  it.each(CURVES)('is the middle of the slopes of all pairs at every prefix: %s', (_, values) => {
    const finite = values.filter(Number.isFinite).slice(0, 40);
    const wrong = finite.filter((_, i) => {
      const part = finite.slice(0, i + 1);
      const slopes: number[] = [];
      for (let a = 0; a < part.length; a++)
        for (let b = a + 1; b < part.length; b++)
          slopes.push(((part[b] ?? 0) - (part[a] ?? 0)) / (b - a));
      slopes.sort((a, b) => a - b);
      const middle = slopes.length >> 1;
      const upper = slopes[middle] ?? Number.NaN;
      const plainly = slopes.length % 2 ? upper : ((slopes[middle - 1] ?? Number.NaN) + upper) / 2;
      return !areClose([theilSen(part)], [plainly]);
    });
    expect(wrong).toEqual([]);
  });
});
