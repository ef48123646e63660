import type { Level, Trace } from './trace.js';

/** Looks back on so many levels, each a fifth of a window apart … */
const KEPT = 26;
/** … and compares those a whole window apart: medians that share no value. */
const APART = 5;
/** The windows that those make. */
const WINDOWS = (KEPT - 1) / APART;
/** Change over one window, in standard errors of the difference of two medians … */
const ERRORS = 5;
/** … against the largest of the four windows before … */
const UNUSUAL = 3;
/** … and as a part of what it is measured against. */
const PART = 0.03;
/** Standard error of the difference of two medians of n normal values: this times sigma / sqrt(n). */
const OF_MEDIANS = 1.2533 * Math.SQRT2;

/**
 * Steps of a schedule that the log does not tell, read from the level of train: it changes within one
 * window by much more than its noise and than it did before. A drop of the rate makes it fall like that,
 * a warm restart rise. O(1) a point.
 *
 * @measured test/unit/analysis/generated/schedules.ts, and our own runs whose logged rate was withheld.
 */
export class CurvePhases {
  #levels: number[] = [];
  #skipped = 0;

  /** True when a new phase shows; it began within the last window. */
  push({ value, window }: Level, trace: Trace): boolean {
    if (++this.#skipped < window / APART) return false;
    this.#skipped = 0;
    this.#levels.push(value);
    if (this.#levels.length < KEPT) return false;
    if (this.#levels.length > KEPT) this.#levels.shift();
    if (!this.#hasChanged(window, trace)) return false;
    this.#levels = [];
    return true;
  }

  #hasChanged(window: number, trace: Trace): boolean {
    const before = this.#windowsAgo(1);
    const change = Math.abs(this.#windowsAgo(0) - before);
    if (!(change > PART * trace.scale(before))) return false;
    if (!(change > (ERRORS * OF_MEDIANS * trace.sigma) / Math.sqrt(window))) return false;
    for (let ago = 1; ago < WINDOWS; ago++) {
      const older = Math.abs(this.#windowsAgo(ago + 1) - this.#windowsAgo(ago));
      if (!(change > UNUSUAL * older)) return false;
    }
    return true;
  }

  /** The last level, or that one, two, … windows before it. */
  #windowsAgo(count: number): number {
    return this.#levels[KEPT - 1 - count * APART] ?? 0;
  }
}
