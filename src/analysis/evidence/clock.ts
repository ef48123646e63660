import { RunningMedian } from '../stats/runningMedian.js';

/** Intervals that the rhythm is taken from, and how many it takes at least. */
const WINDOW = 31;
const FEWEST = 5;

/** The rhythm of a log, from the wall-clock times of its lines. Time is handed in, never asked for. */
export class LogClock {
  readonly #intervals = new RunningMedian(WINDOW);
  #count = 0;
  #last = Number.NaN;
  #now = Number.NaN;

  /** A line came at this time, in seconds. Several readings of one line are one beat. */
  push(time: number | undefined): void {
    if (time === undefined || !Number.isFinite(time)) return;
    const interval = time - this.#last;
    if (interval > 0) {
      this.#intervals.push(interval);
      this.#count++;
    }
    this.#last = time;
    this.#now = time;
  }

  /** Somebody looks at this time, in seconds. */
  look(now: number): void {
    this.#now = now;
  }

  get hasRhythm(): boolean {
    return this.#count >= FEWEST;
  }

  /** Usual seconds between two lines. */
  get interval(): number {
    return this.#intervals.value;
  }

  /** Seconds since the last line, as of the last look. */
  get silence(): number {
    return this.#now - this.#last;
  }
}
