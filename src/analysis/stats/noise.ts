import { RankBand } from './rankBand.js';
import { medianOfLast } from './runningMedian.js';

/** Differences that the noise looks back on. */
const WINDOW = 200;
/** Below 4 differences a median says nothing. */
const FEWEST = 4;
/** Median of |difference| of independent normal values -> their standard deviation. */
const TO_SIGMA = 1.4826 / Math.SQRT2;
/** Below 6 bends their median says nothing; of independent normal values -> their standard deviation. */
const FEWEST_BENDS = 6;
const TO_BEND = 1.4826 / Math.sqrt(6);
/** 95th percentile of |difference| of independent normal values with standard deviation 1. */
const TAIL = 1.96 * Math.SQRT2;
/** Part of the differences that lies below their tail. */
const BELOW_TAIL = 0.95;

/**
 * Robust standard deviation of one value, in the unit of the series: 1.4826 x median of
 * |difference| / sqrt(2) over the last 200 differences. A trend does not swell it, one spike does
 * not either. NaN until 5 finite values were seen.
 */
export function noiseOf(values: readonly number[]): number {
  const steps = stepsOf(values);
  return steps.length < FEWEST ? Number.NaN : TO_SIGMA * medianOfLast(steps, WINDOW);
}

/**
 * The same from the 95th percentile of |difference| (by nearest rank): equal to `noiseOf` for normal
 * noise, larger where tails are heavy. What one has to look at before a single value is called an outlier.
 */
export function tailOf(values: readonly number[]): number {
  const steps = stepsOf(values);
  const last = steps.slice(-WINDOW).sort((a, b) => a - b);
  const high = last[Math.round(BELOW_TAIL * (last.length - 1))] ?? Number.NaN;
  return steps.length < FEWEST ? Number.NaN : high / TAIL;
}

/**
 * The same from how the values bend: 1.4826 x median of |a - 2b + c| / sqrt(6). A slope, which few
 * values cannot tell from noise by their differences, does not swell it; neighbours that resemble each
 * other lower it. NaN below 8 values.
 */
export function bendNoiseOf(values: readonly number[]): number {
  const bends = values
    .slice(2)
    .map((value, i) => Math.abs(value - 2 * (values[i + 1] ?? value) + (values[i] ?? value)));
  return bends.length < FEWEST_BENDS ? Number.NaN : TO_BEND * medianOfLast(bends, WINDOW);
}

function stepsOf(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  const steps = finite.slice(1).map((value, i) => Math.abs(value - (finite[i] ?? value)));
  return steps.filter(Number.isFinite);
}

const NOTHING = new Float64Array(0);
const NO_BAND = new RankBand(NOTHING);

/** The running form of `noiseOf` and `tailOf`. */
export class RunningNoise {
  /** As `noiseOf`. Kept and not asked for: it is looked at several times a point. */
  value = Number.NaN;
  /** As long as the window from the first difference on: many series never have one. */
  #steps = NOTHING;
  #middle = NO_BAND;
  #high = NO_BAND;
  #size = 0;
  #next = 0;
  #last = Number.NaN;
  #grain = Number.POSITIVE_INFINITY;

  push(value: number): void {
    if (!Number.isFinite(value)) return;
    const step = Math.abs(value - this.#last);
    this.#last = value;
    // Also not where two finite values lie further apart than numbers go.
    if (Number.isFinite(step)) this.#pushStep(step);
  }

  /** As `tailOf`. */
  get tail(): number {
    const size = this.#size;
    if (size < FEWEST) return Number.NaN;
    return this.#high.at(Math.round(BELOW_TAIL * (size - 1)), size) / TAIL;
  }

  /** Smallest difference other than 0: the last printed digit of a log that rounds. 0: none seen. */
  get grain(): number {
    return Number.isFinite(this.#grain) ? this.#grain : 0;
  }

  #pushStep(step: number): void {
    if (this.#size === 0) this.#begin();
    const steps = this.#steps;
    if (this.#size === steps.length) this.#forget(steps[this.#next] ?? 0);
    else this.#size++;
    steps[this.#next] = step;
    this.#middle.add(step);
    this.#high.add(step);
    this.#next = this.#next + 1 === steps.length ? 0 : this.#next + 1;
    if (step > 0 && step < this.#grain) this.#grain = step;
    if (this.#size >= FEWEST) this.value = TO_SIGMA * this.#median;
  }

  get #median(): number {
    const size = this.#size;
    const upper = this.#middle.at(size >> 1, size);
    return size % 2 === 1 ? upper : (this.#middle.at((size >> 1) - 1, size) + upper) / 2;
  }

  #begin(): void {
    this.#steps = new Float64Array(WINDOW);
    this.#middle = new RankBand(this.#steps);
    this.#high = new RankBand(this.#steps);
  }

  #forget(step: number): void {
    this.#middle.drop(step);
    this.#high.drop(step);
  }
}
