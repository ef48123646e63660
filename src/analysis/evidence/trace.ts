import type { PlaceInSeries, Point, SeriesInfo, XUnit } from '../model.js';
import { RunningBlocks } from '../stats/blocks.js';
import { RunningFlips } from '../stats/flips.js';
import { RunningNoise } from '../stats/noise.js';
import { medianOfLast, RunningMedian } from '../stats/runningMedian.js';
import { mannKendall } from '../stats/trend.js';
import { type Prospect, prospectOf } from './prospect.js';

/** Window of the level of an epoch or validation curve: longer ones miss sparse validation (measured). */
const SHORT = 5;
/** Window of the smooth level of train logged every few steps: batch noise shrinks to about a fifth. */
const LONG = 31;
/** Window of the smooth level of validation: for noisy small validation sets. */
const LONG_VAL = 15;
/** Rise over the best level, as a fraction and more than the noise of one value, from which it has left it. */
const LEFT = 0.01;
/** The same for a rise that is a divergence: below it a noisy level comes and goes. */
const FAR = 0.25;
/** Values that make the starting level. */
const START = 5;

/** A running median with the lowest value that it has had, and where. */
export class Level {
  readonly #median: RunningMedian;
  #count = 0;
  value = Number.NaN;
  best = Number.NaN;
  bestAt: PlaceInSeries | undefined;
  /** Points since that best. */
  age = 0;
  /** Where the level left its best for good: by more than a hundredth, and has not come back since. */
  leftAt: PlaceInSeries | undefined;
  /** The same by more than a quarter. */
  farAt: PlaceInSeries | undefined;

  constructor(readonly window: number) {
    this.#median = new RunningMedian(window);
  }

  /** True when this value made a new best. Half a window must be full: one lucky point is no level. */
  push(value: number, trace: Trace): boolean {
    this.#median.push(value);
    this.value = this.#median.value;
    this.age++;
    if (++this.#count < this.window / 2) return false;
    if (this.value >= this.best) {
      const rise = this.value - this.best;
      const size = Math.abs(this.best);
      if (rise <= LEFT * size || rise <= trace.sigma) this.leftAt = undefined;
      else this.leftAt ??= trace.here();
      if (rise <= FAR * size) this.farAt = undefined;
      else this.farAt ??= trace.here();
      return false;
    }
    this.leftAt = undefined;
    this.farAt = undefined;
    this.best = this.value;
    this.bestAt = trace.here();
    this.age = 0;
    return true;
  }
}

/* What a series that is not judged shares with all such: nothing is ever pushed to these. */
const NO_LEVEL = new Level(SHORT);
const NO_NOISE = new RunningNoise();
const NO_FLIPS = new RunningFlips();
const NO_BLOCKS = new RunningBlocks();

/** Everything that is known of one series while it grows. O(1) a point. */
export class Trace {
  /** Points of this series so far, non-finite ones included. */
  count = 0;
  /** Finite points since the run, or its last attempt, began. */
  finite = 0;
  /** Finite points since the last change of the learning rate, logged or read from train, or `finite`. */
  phase = 0;
  first = Number.NaN;
  firstAt: PlaceInSeries | undefined;
  last = Number.NaN;
  /** Median of the first values of the run, kept over restarts. */
  start = Number.NaN;
  /** Lowest finite value of this attempt. */
  lowest = Number.POSITIVE_INFINITY;
  lowestAt: PlaceInSeries | undefined;
  /** No value of 0 or below was seen: ratios make sense. */
  positive = true;
  level = NO_LEVEL;
  smooth = NO_LEVEL;
  noise = NO_NOISE;
  /** Standard deviation of one value, never below what the printed digits can show. */
  sigma = 0;
  flips = NO_FLIPS;
  blocks = NO_BLOCKS;
  /** Mann-Kendall z over the blocks of this phase. */
  trend = 0;
  /**
   * How far the last value stands above the level before it, in its noise; on the log where all are > 0.
   * 0 where it does not stand above.
   */
  jump = 0;
  /** The same on the values themselves. */
  jumpPlain = 0;
  /** The level before the last value, over the long window and over the short one. */
  before = Number.NaN;
  near = Number.NaN;
  /** Non-finite values: the first of the present row of them, and how many. */
  oddSince: PlaceInSeries | undefined;
  oddRow = 0;
  oddValue = Number.NaN;
  /** The first values of the run, until they are enough. */
  #starting: number[] | undefined = [];
  #logNoise = NO_NOISE;
  /** A curve of which nobody knows where it should go (a gradient norm, a speed) has no level and no noise. */
  readonly #isJudged: boolean;
  #point: Point = { x: 0, y: Number.NaN };
  /** Its noise when the last block was complete, and what was worked out of that. */
  #asOfBlock = Number.NaN;
  #prospect: { readonly of: Prospect | undefined } | undefined;

  constructor(
    readonly series: number,
    readonly info: SeriesInfo,
    readonly xUnit: XUnit,
  ) {
    const { kind, better } = info;
    this.#isJudged = kind === 'loss' || kind === 'error' || better === 'max';
    if (!this.#isJudged) return;
    this.#measureAnew();
    this.blocks = new RunningBlocks();
    if (info.role === 'train') this.#logNoise = new RunningNoise();
  }

  push(point: Point): void {
    this.#point = point;
    this.count++;
    if (Number.isFinite(point.y)) this.#pushFinite(this.rises ? -point.y : point.y);
    else this.#pushOdd(point.y);
  }

  /** Higher is better: its values are held turned, so that lower is better in every field of a trace. */
  get rises(): boolean {
    return this.info.better === 'max';
  }

  /** A value of this trace as the log prints it. */
  shown(value: number): number {
    return this.rises ? -value : value;
  }

  /** Where the curve began: its first level, or its first value where it jumped up from there. */
  get origin(): number {
    return Math.min(this.start, this.first + this.sigma);
  }

  /** One point an epoch: so many points are so many epochs. A count may begin at 0 or at 1. */
  get isByEpoch(): boolean {
    return this.xUnit === 'epoch' && Math.abs(this.#point.x - this.count) <= 1;
  }

  /** Where the last point stands. */
  here(): PlaceInSeries {
    const { x, epoch, line } = this.#point;
    return { series: this.series, index: this.count - 1, x, epoch, line };
  }

  /** Standard deviation of the logarithm of one value (train, losses above zero). NaN until 5 points. */
  get logSigma(): number {
    return this.#logNoise.value;
  }

  /** What as much training again may bring. Worked out when asked for, once for each block. */
  get prospect(): Prospect | undefined {
    const { blocks, positive } = this;
    this.#prospect ??= { of: prospectOf(blocks, this.#asOfBlock, positive ? 0 : undefined) };
    return this.#prospect.of;
  }

  /**
   * What a rise or fall is measured against: the best level, or the way come where losses may be negative.
   * Of what rises, the larger of both: rewards may cross zero, accuracies begin near their best.
   */
  scale(best: number): number {
    if (this.rises) return Math.max(Math.abs(best), this.start - best, this.sigma);
    return this.positive ? Math.abs(best) : Math.max(this.start - best, this.sigma);
  }

  /** The axis went back: best, noise and trend start anew. What the run started from stays known. */
  restart(): void {
    this.finite = 0;
    this.lowest = Number.POSITIVE_INFINITY;
    this.lowestAt = undefined;
    this.sigma = 0;
    if (this.#isJudged) this.#measureAnew();
    this.newPhase();
  }

  /** The learning rate jumped: patience and trend start anew, the best stays the best. */
  newPhase(): void {
    this.phase = 0;
    if (this.#isJudged) this.blocks = new RunningBlocks();
    this.trend = 0;
    this.#prospect = undefined;
  }

  #pushFinite(value: number): void {
    this.finite++;
    this.phase++;
    this.oddRow = 0;
    if (this.firstAt === undefined) {
      this.first = value;
      this.firstAt = this.here();
    }
    if (value <= 0 && this.positive) {
      this.positive = false;
      this.#prospect = undefined;
    }
    this.last = value;
    if (this.#starting) this.#begin(this.#starting, value);
    if (value < this.lowest) {
      this.lowest = value;
      this.lowestAt = this.here();
    }
    if (this.#isJudged) this.#measure(value);
  }

  #begin(starting: number[], value: number): void {
    starting.push(value);
    this.start = medianOfLast(starting, START);
    if (starting.length === START) this.#starting = undefined;
  }

  #measure(value: number): void {
    this.#measureJump(value);
    this.level.push(value, this);
    this.smooth.push(value, this);
    this.noise.push(value);
    this.sigma = Math.max(this.noise.value || 0, this.noise.grain / 2);
    this.flips.push(value);
    if (this.blocks.push(value)) {
      this.trend = mannKendall(this.blocks.means);
      this.#asOfBlock = this.sigma;
      this.#prospect = undefined;
    }
  }

  /** Against the level and the noise before this value; only train spikes are looked for. */
  #measureJump(value: number): void {
    if (this.info.role !== 'train') return;
    this.before = this.smooth.value;
    this.near = this.level.value;
    const { before, positive } = this;
    const isAbove = value > before;
    this.jumpPlain = isAbove ? inSigmas(value - before, this.noise) : 0;
    this.jump =
      positive && isAbove ? inSigmas(Math.log(value / before), this.#logNoise) : this.jumpPlain;
    if (positive) this.#logNoise.push(Math.log(value));
  }

  #measureAnew(): void {
    this.noise = new RunningNoise();
    this.flips = new RunningFlips();
    this.level = new Level(SHORT);
    this.smooth = new Level(this.info.role === 'val' ? LONG_VAL : LONG);
  }

  #pushOdd(value: number): void {
    if (this.oddRow++ === 0) this.oddSince = this.here();
    this.oddValue = value;
  }
}

/** In the larger of the two deviations, of normal noise and of its tails; 0 without any. */
function inSigmas(height: number, { value, tail }: RunningNoise): number {
  const sigma = Math.max(value, tail);
  return sigma > 0 ? height / sigma : 0;
}
