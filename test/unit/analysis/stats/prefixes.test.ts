import { describe, expect, it } from 'vitest';
import { blocksOf, RunningBlocks } from '../../../../src/analysis/stats/blocks.js';
import { flipsOf, RunningFlips } from '../../../../src/analysis/stats/flips.js';
import {
  atLeast,
  countLastQuarter,
  countsOf,
  RunningCounts,
} from '../../../../src/analysis/stats/frequency.js';
import { lastQuarter, lastTwoQuarters } from '../../../../src/analysis/stats/lastQuarter.js';
import { noiseOf, RunningNoise, tailOf } from '../../../../src/analysis/stats/noise.js';
import { medianOfLast, RunningMedian } from '../../../../src/analysis/stats/runningMedian.js';
import { CLEAR_TREND, mannKendall } from '../../../../src/analysis/stats/trend.js';
import { areClose, CURVES, random } from './curves.js';

/** The plain definition over an array, and the running form that has to agree with it at every prefix. */
interface Statistic {
  readonly name: string;
  plain(values: readonly number[]): readonly number[];
  running(): { push(value: number): unknown; read(): readonly number[] };
}

const STATISTICS: readonly Statistic[] = [
  ...[1, 2, 5, 31].map((window) => ({
    name: `median of the last ${window}`,
    plain: (values: readonly number[]) => [medianOfLast(values, window)],
    running: () => {
      const median = new RunningMedian(window);
      return { push: (value: number) => median.push(value), read: () => [median.value] };
    },
  })),
  {
    name: 'noise',
    plain: (values) => [noiseOf(values)],
    running: () => {
      const noise = new RunningNoise();
      return { push: (value) => noise.push(value), read: () => [noise.value] };
    },
  },
  {
    name: 'tail of the noise',
    plain: (values) => [tailOf(values)],
    running: () => {
      const noise = new RunningNoise();
      return { push: (value) => noise.push(value), read: () => [noise.tail] };
    },
  },
  {
    name: 'noise of tails and grain',
    plain: (values) => {
      const steps = stepsOf(values);
      const last = steps.slice(-200).sort((a, b) => a - b);
      const tail = last[Math.round(0.95 * (last.length - 1))] ?? Number.NaN;
      const grain = Math.min(...steps.filter((step) => step > 0));
      return [
        steps.length < 4 ? Number.NaN : tail / (1.96 * Math.SQRT2),
        grain < 1e300 ? grain : 0,
      ];
    },
    running: () => {
      const noise = new RunningNoise();
      return { push: (value) => noise.push(value), read: () => [noise.tail, noise.grain] };
    },
  },
  {
    name: 'flips',
    plain: (values) => [flipsOf(values)],
    running: () => {
      const flips = new RunningFlips();
      return { push: (value) => flips.push(value), read: () => [flips.value] };
    },
  },
  {
    name: 'blocks',
    plain: blocksOf,
    running: () => {
      const blocks = new RunningBlocks();
      return { push: (value) => blocks.push(value), read: () => blocks.means };
    },
  },
  {
    name: 'counts of events (values above 0.2)',
    plain: (values) => countsOf(values.map((value) => value > 0.2)),
    running: () => {
      const counts = new RunningCounts();
      return { push: (value) => counts.push(value > 0.2), read: () => counts.counts };
    },
  },
];

/** Distances between neighbours among the finite values. */
function stepsOf(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  return finite.slice(1).map((value, i) => Math.abs(value - (finite[i] ?? value)));
}

describe.each(STATISTICS)('$name', ({ plain, running }) => {
  it.each(CURVES)('running equals plain at every prefix: %s', (_, values) => {
    const one = running();
    const wrong = [...values.keys(), values.length].filter((length) => {
      if (length > 0) one.push(values[length - 1] ?? Number.NaN);
      return !areClose(one.read(), plain(values.slice(0, length)));
    });
    expect(wrong).toEqual([]);
  });
});

describe('trend', () => {
  it('is 0 for nothing, for little and for a constant', () => {
    expect([[], [1, 2, 3], [4, 4, 4, 4, 4, 4]].map(mannKendall)).toEqual([0, 0, 0]);
  });

  it('falls clearly for a fall and rises clearly for a rise', () => {
    const rise = Array.from({ length: 20 }, (_, i) => i);
    expect(mannKendall(rise)).toBeGreaterThan(CLEAR_TREND);
    expect(mannKendall([...rise].reverse())).toBe(-mannKendall(rise));
  });

  it('is that of a textbook example: n 5, S 6', () => {
    expect(mannKendall([1, 3, 2, 4, 5])).toBeCloseTo((8 - 1) / Math.sqrt(300 / 18), 10);
  });
});

describe('last quarter', () => {
  it('is unknown below 8 blocks', () => {
    expect(lastQuarter([1, 2, 3, 4, 5, 6, 7])).toBeUndefined();
  });

  it('has a mean, as the quarter before it has', () => {
    const blocks = Array.from({ length: 40 }, (_, i) => i);
    expect(lastTwoQuarters(blocks)).toEqual({ from: 24.5, to: 34.5, count: 10 });
    expect(lastTwoQuarters(blocks.slice(0, 7))).toBeUndefined();
  });

  it('begins at three quarters and ends at the end', () => {
    expect(lastQuarter(Array.from({ length: 40 }, (_, i) => i))).toEqual({ from: 29.5, to: 38.5 });
  });
});

describe('noise of heavy tails', () => {
  it('agrees with the median on normal noise, exceeds it where extremes are usual', () => {
    const normal = new RunningNoise();
    const heavy = new RunningNoise();
    const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    for (let i = 0; i < 200; i++) {
      normal.push(gauss());
      heavy.push(gauss() ** 5);
    }
    expect(normal.tail / normal.value).toBeCloseTo(1, 0);
    expect(heavy.tail).toBeGreaterThan(3 * heavy.value);
  });
});

describe('frequency', () => {
  it('is that of a binomial', () => {
    expect(atLeast(0, 7, 0.25)).toBe(1);
    expect(atLeast(5, 5, 0.25)).toBeCloseTo(0.25 ** 5, 12);
    expect(atLeast(2, 3, 0.5)).toBeCloseTo(0.5, 12);
  });

  it('counts the last quarter of the blocks', () => {
    const counts = Array.from({ length: 40 }, (_, i) => (i >= 30 ? 1 : 0));
    expect(countLastQuarter(counts)).toEqual({ late: 10, all: 10, chance: atLeast(10, 10, 0.25) });
    expect(countLastQuarter([])).toEqual({ late: 0, all: 0, chance: 1 });
  });
});
