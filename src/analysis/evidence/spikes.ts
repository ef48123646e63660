import type { Limits } from '../limits.js';
import { RunningCounts } from '../stats/frequency.js';
import { RunningMedian } from '../stats/runningMedian.js';
import type { Spike } from './spike.js';
import { SpikeLog } from './spikeLog.js';
import type { Trace } from './trace.js';

/** Train points before which no level and no noise are known well enough. */
export const SPIKE_POINTS = 32;
/** So much higher for losses that may be negative: without the logarithm their tails are heavier. */
const SIGNED = 10 / 7;
/** A smaller height counts on the logarithm, by this part, where it is this much on the values as well. */
const BOTH_LOG = 5.5 / 7;
const BOTH_PLAIN = 8 / 7;
/** Part of the height that has to come at once: a loss that climbs day by day is no spike. */
const AT_ONCE = 0.5;
/** Values after it that tell whether the level is back; and how far from the level before they may be. */
const AFTER = 5;
const BACK_SIGMAS = 1;
/** A single value this far above the level before is not back. */
const HIGH_SIGMAS = 3;
/** Values in a row that are not high: it was over when another one came. */
const LOW_ROW = 3;
/** Train points for which a rate that was raised lifts the loss: half the window of the level before. */
const LIFTED = 16;
/** Train points after which a loss that is not back lingers. */
export const LINGERS_FROM = 200;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A spike and what is needed to see its level come back. */
interface Watch {
  readonly spike: Writable<Spike>;
  /** A level up to here is that of before. */
  readonly back: number;
  /** Values above this are still high. */
  readonly high: number;
  readonly values: RunningMedian;
  points: number;
  /** Values in a row that are not high, and the x of the first of them. */
  lowRow: number;
  lowX: number;
}

/**
 * The spikes of the train curve, and what came after each. O(1) a point.
 *
 * Batch losses near zero have heavy tails, so that the logarithm is looked at where all are > 0.
 * The deviation is the larger of two, from the median and from the 95th percentile of the last
 * differences: for normal noise they agree, for heavy tails the second keeps natural extremes out.
 */
export class Spikes {
  last: Spike | undefined;
  /** Of the whole run, for the marks of a chart. */
  readonly log = new SpikeLog();
  readonly #often = new RunningCounts();
  #watch: Watch | undefined;
  /** Points since the last value that stood out. */
  #quiet = Number.POSITIVE_INFINITY;

  /** Train points that the rate still excuses. */
  #lifted = 0;

  /** All of the run so far. */
  count = 0;

  /** The level of the last one is not back. */
  get isOpen(): boolean {
    return this.#watch !== undefined;
  }

  /** Spikes by blocks of the run; what follows while one is not over belongs to that one. */
  get counts(): readonly number[] {
    return this.#often.counts;
  }

  /** A finite train point came. */
  push(train: Trace, limits: Limits): void {
    const isAsked = train.finite >= SPIKE_POINTS && this.#lifted === 0;
    const out = isAsked ? outOf(train, limits['spike.sigmas']) : undefined;
    if (this.#lifted > 0) this.#lifted--;
    const isNew = out !== undefined && this.#quiet >= limits.patience;
    this.#quiet = out ? 0 : this.#quiet + 1;
    this.#often.push(isNew && (!this.#watch || isOver(this.#watch)));
    if (isNew) this.#begin(train, out);
    else if (this.#watch) this.#follow(this.#watch, train, train.here().x);
  }

  /** The rate was raised at this x (a warm restart): it lifts the loss, on the same line already. */
  lifted(x: number): void {
    this.#lifted = LIFTED;
    const { last } = this;
    if (!this.#watch || last?.at.x !== x) return;
    this.#watch = undefined;
    this.last = undefined;
    this.count--;
    this.log.dropLast(last);
  }

  /** The axis went back, and the spike may be gone with it. */
  restart(): void {
    if (this.#watch) this.#watch.spike.aftermath = 'rewound';
    this.#watch = undefined;
    this.#quiet = Number.POSITIVE_INFINITY;
  }

  #begin(train: Trace, { height, needed }: Out): void {
    if (this.#watch) close(this.#watch);
    this.count++;
    this.#watch = watchOf(train, height, needed);
    this.last = this.#watch.spike;
    this.log.push(this.#watch.spike);
  }

  #follow(watch: Watch, { last }: Trace, x: number): void {
    const { spike, values, back, high } = watch;
    watch.points++;
    values.push(last);
    if (last > high) watch.lowRow = 0;
    else if (watch.lowRow++ === 0) watch.lowX = x;
    spike.after = x - spike.at.x;
    if (watch.points >= AFTER && watch.lowRow > 0 && values.value <= back) {
      recover(watch);
      this.#watch = undefined;
    } else if (watch.points >= LINGERS_FROM) spike.aftermath = 'lingering';
  }
}

function watchOf(train: Trace, height: number, needed: number): Watch {
  const { before, last: value, positive, jump } = train;
  // Of one value, on the logarithm where all are > 0: what the height was measured in.
  const sigma = (positive ? Math.log(value / before) : value - before) / jump;
  const above = (sigmas: number) =>
    positive ? before * Math.exp(sigmas * sigma) : before + sigmas * sigma;
  const at = train.here();
  return {
    spike: { at, value, before, height, needed, aftermath: 'open', after: 0 },
    back: above(BACK_SIGMAS),
    high: above(HIGH_SIGMAS),
    values: new RunningMedian(AFTER),
    points: 0,
    lowRow: 0,
    lowX: at.x,
  };
}

/** Another one begins. */
function close(watch: Watch): void {
  if (isOver(watch)) recover(watch);
  else if (watch.spike.aftermath === 'open') watch.spike.aftermath = 'followed';
}

function isOver({ lowRow }: Watch): boolean {
  return lowRow >= LOW_ROW;
}

function recover({ spike, lowX }: Watch): void {
  spike.aftermath = 'recovered';
  spike.after = lowX - spike.at.x;
}

/** How far a value stands out, in standard deviations, and how far it has to. */
interface Out {
  readonly height: number;
  readonly needed: number;
}

function outOf(train: Trace, sigmas: number): Out | undefined {
  const { positive, jump, jumpPlain, last, before, near } = train;
  const needed = sigmas * (positive ? 1 : SIGNED);
  const isHigh = jump > needed;
  const isHighOnBoth = positive && jump > BOTH_LOG * sigmas && jumpPlain > BOTH_PLAIN * sigmas;
  if (!isHigh && !isHighOnBoth) return undefined;
  if (last - near < AT_ONCE * (last - before)) return undefined;
  return isHigh ? { height: jump, needed } : { height: jumpPlain, needed: BOTH_PLAIN * sigmas };
}
