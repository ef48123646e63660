import type { Point } from '../model.js';

/** Factor between two logged rates that is a step of a schedule … */
const JUMP = 1.5;
/** … where the rate was held for so many readings before: slopes (cosine, linear) end in large factors too. */
const HELD = 3;
/** Part of the peak that a rate jumps back to in a warm restart. */
const RESTART = 0.3;

/** Part of the peak from which on a rate is as good as none. */
const RUN_DOWN = 0.02;

/** The logged learning rate, as far as rules have to know it. */
export class LearningRate {
  last = Number.NaN;
  /** The last jump was upwards. */
  isRaised = false;
  #first = Number.NaN;
  /** The highest rate so far. */
  peak = Number.NaN;
  /** Logged rates since the peak. */
  #sincePeak = 0;

  /** Readings in a row that showed the same rate. */
  #held = 0;

  /** True when the rate jumped: by half again or more, from a rate that was held or back towards its peak. */
  push({ y }: Point): boolean {
    if (!Number.isFinite(y) || y < 0) return false;
    const before = this.last;
    this.last = y;
    if (Number.isNaN(this.#first)) this.#first = y;
    this.#sincePeak++;
    if (!(y <= this.peak)) {
      this.peak = y;
      this.#sincePeak = 0;
    }
    const isHeld = this.#held >= HELD;
    this.#held = y === before ? this.#held + 1 : 1;
    if (!(before > 0 && y > 0) || Math.max(y / before, before / y) < JUMP) return false;
    this.isRaised = y > before;
    return isHeld || (y > before && y >= RESTART * this.peak && this.#sincePeak > 0);
  }

  /** The schedule came to its end: what follows depends on another one. Unknown rates never do. */
  get isRunDown(): boolean {
    return this.last <= RUN_DOWN * this.peak && this.#sincePeak > 0;
  }

  /** The rate is still climbing to its peak. Unknown rates do not warm up. */
  get isWarmingUp(): boolean {
    return this.last > this.#first && this.#sincePeak === 0;
  }
}
