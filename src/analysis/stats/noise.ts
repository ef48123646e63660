import { medianOfLast, RunningMedian } from './runningMedian.js';

/** Differences that the noise looks back on. */
const WINDOW = 200;
/** Below 4 differences a median says nothing. */
const FEWEST = 4;
/** Median of |difference| of independent normal values -> their standard deviation. */
const TO_SIGMA = 1.4826 / Math.SQRT2;
/** 95th percentile of |difference| of independent normal values with standard deviation 1. */
const TAIL = 1.96 * Math.SQRT2;

/**
 * Robust standard deviation of one value, in the unit of the series: 1.4826 x median of
 * |difference| / sqrt(2) over the last 200 differences. A trend does not swell it, one spike does
 * not either. NaN until 5 finite values were seen.
 */
export function noiseOf(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  const steps = finite.slice(1).map((value, i) => Math.abs(value - (finite[i] ?? value)));
  return steps.length < FEWEST ? Number.NaN : TO_SIGMA * medianOfLast(steps, WINDOW);
}

/** The running form of `noiseOf`. */
export class RunningNoise {
  readonly #steps = new RunningMedian(WINDOW);
  #count = 0;
  #last = Number.NaN;
  #grain = Number.POSITIVE_INFINITY;

  push(value: number): void {
    if (!Number.isFinite(value)) return;
    if (!Number.isNaN(this.#last)) this.#pushStep(Math.abs(value - this.#last));
    this.#last = value;
  }

  get value(): number {
    return this.#count < FEWEST ? Number.NaN : TO_SIGMA * this.#steps.value;
  }

  /**
   * The same from the 95th percentile of |difference|: equal to `value` for normal noise, larger where
   * tails are heavy. What one has to look at before a single value is called an outlier.
   */
  get tail(): number {
    return this.#count < FEWEST ? Number.NaN : this.#steps.quantile(0.95) / TAIL;
  }

  /** Smallest difference other than 0: the last printed digit of a log that rounds. 0: none seen. */
  get grain(): number {
    return Number.isFinite(this.#grain) ? this.#grain : 0;
  }

  #pushStep(step: number): void {
    this.#count++;
    this.#steps.push(step);
    if (step > 0 && step < this.#grain) this.#grain = step;
  }
}
