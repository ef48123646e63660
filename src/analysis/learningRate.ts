import type { Point } from './model.js';

/** Factor between two logged rates that is a step of a schedule, not its slope (cosine, linear). */
const JUMP = 1.5;

/** The logged learning rate, as far as rules have to know it. */
export class LearningRate {
  last = Number.NaN;
  #first = Number.NaN;
  #peak = Number.NaN;
  /** Logged rates since the peak. */
  #sincePeak = 0;

  /** True when the rate jumped: by half again or more, up or down, from one reading to the next. */
  push({ y }: Point): boolean {
    if (!Number.isFinite(y) || y < 0) return false;
    const before = this.last;
    this.last = y;
    if (Number.isNaN(this.#first)) this.#first = y;
    this.#sincePeak++;
    if (!(y <= this.#peak)) {
      this.#peak = y;
      this.#sincePeak = 0;
    }
    return before > 0 && y > 0 && Math.max(y / before, before / y) >= JUMP;
  }

  /** The rate is still climbing to its peak. Unknown rates do not warm up. */
  get isWarmingUp(): boolean {
    return this.last > this.#first && this.#sincePeak === 0;
  }
}
