import { RunningMedian } from '../stats/runningMedian.js';
import type { LearningRate } from './learningRate.js';
import type { Level, Trace } from './trace.js';

/** Rise over the best level, as a part of what it is measured against, at which it has left it … */
const LEFT = 0.01;
/** … and at which it is far from it. */
const FAR = 0.15;
/** Part of the way come that a restart of the learning rate gives back at most; above it a network has collapsed. */
const GIVEN_BACK = 0.6;
/** A rise that is through: fallen by this part of it … */
const FALLEN = 0.1;
/** … and one that climbs on after its first window: by this part of it. */
const CLIMBS = 0.1;
/** A later rise is like an earlier one that came back: up to so many times as high … */
const AS_HIGH = 2;
/** … and as long. */
const AS_LONG = 3;
/** Factor over the logged rate of the best level from which a loss may stand higher, below the highest rate by then. */
const FASTER = 1.3;
const HIGHEST = 1.02;

/**
 * A rise of the train level over its best, and whether it looks like that of a restarted learning rate
 * (warm restarts, cyclic rates): at once, not nearly up to where the run began, and then downwards. A
 * divergence climbs on or stays. Once one rise came back, later ones like it are known. O(1) a point.
 *
 * Where the rate is logged, it tells: a loss may stand higher at a rate above that of its best, as long as
 * the run knew that rate before.
 *
 * @measured Generated restarts and triangular rates, logged and not, and `diverging` on our own runs.
 */
export class Rise {
  #left: number | undefined;
  #far: number | undefined;
  #isSudden = false;
  #peak = Number.NaN;
  /** Lowest level since the peak. */
  #low = Number.NaN;
  /** The level when its whole window lies after the rise: half of it made it far. */
  #settled = Number.NaN;
  #best = Number.NaN;
  #knownHeight = 0;
  #knownLength = 0;
  /** Logged rate over the same window as the level; now, at the best level, and the highest before it. */
  #rates: RunningMedian | undefined;
  #window = 0;
  #rateAtBest = Number.NaN;
  #peakAtBest = Number.NaN;

  push(level: Level, trace: Trace, rate: LearningRate): void {
    if (!Number.isNaN(rate.last)) this.#followRate(level, rate);
    const rise = level.value - level.best;
    const scale = trace.scale(level.best);
    if (rise > Math.max(LEFT * scale, trace.sigma)) this.#follow(level, trace, rise > FAR * scale);
    else this.#cameBack(trace);
  }

  /** It may be a restart: of a rise like that nothing bad can be said yet. */
  isReturning({ value, window }: Level, trace: Trace): boolean {
    if (value < trace.start && this.#isFaster) return true;
    if (this.#far === undefined) return false;
    const height = value - this.#best;
    const age = trace.count - this.#far;
    if (height <= AS_HIGH * this.#knownHeight && age <= AS_LONG * this.#knownLength) return true;
    if (!this.#isSudden || height > GIVEN_BACK * (trace.start - this.#best)) return false;
    const size = this.#peak - this.#best;
    if (value <= this.#peak - FALLEN * size && value <= this.#low + FALLEN * size) return true;
    if (value > this.#settled + CLIMBS * (this.#settled - this.#best)) return false;
    return age < Math.max(2 * window, this.#far / 2);
  }

  /** The rate is back from where it was at the best level to one at which the run trained before. */
  get #isFaster(): boolean {
    const now = this.#rates?.value ?? Number.NaN;
    return now > FASTER * this.#rateAtBest && now <= HIGHEST * this.#peakAtBest;
  }

  #followRate({ age, window }: Level, { last, peak }: LearningRate): void {
    // The first point of a run by the epoch is alone, as if train were logged by the step.
    if (!this.#rates || window !== this.#window) this.#rates = new RunningMedian(window);
    this.#window = window;
    this.#rates.push(last);
    if (age > 0) return;
    this.#rateAtBest = this.#rates.value;
    this.#peakAtBest = peak;
  }

  #follow(level: Level, trace: Trace, isFar: boolean): void {
    const { value, window } = level;
    this.#left ??= trace.count;
    if (this.#far === undefined) {
      if (!isFar) return;
      this.#begin(level, trace);
    }
    if (!(value <= this.#peak)) this.#peak = this.#low = value;
    this.#low = Math.min(this.#low, value);
    if (trace.count - (this.#far ?? 0) === Math.ceil(window / 2)) this.#settled = value;
  }

  #begin({ best, window }: Level, { count }: Trace): void {
    this.#far = count;
    this.#isSudden = count - (this.#left ?? count) <= window / 2;
    this.#best = best;
    this.#peak = Number.NaN;
    this.#settled = Number.NaN;
  }

  #cameBack({ count }: Trace): void {
    if (this.#far !== undefined) {
      this.#knownHeight = Math.max(this.#knownHeight, this.#peak - this.#best);
      this.#knownLength = Math.max(this.#knownLength, count - this.#far);
    }
    this.#left = undefined;
    this.#far = undefined;
  }
}
