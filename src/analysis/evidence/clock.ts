import { RunningMedian } from '../stats/runningMedian.js';

/** Intervals that the rhythm is taken from, and how many it takes at least. */
const WINDOW = 31;
const FEWEST = 5;
/** A pause that came only once was an accident when so many times as many lines came by then. */
const FORGOTTEN = 4;
/** A pause like another one is at least this part of it. */
const ALIKE = 0.5;

/** The rhythm of a log, from the wall-clock times of its lines. Time is handed in, never asked for. */
export class LogClock {
  readonly #intervals = new RunningMedian(WINDOW);
  #count = 0;
  #last = Number.NaN;
  #now = Number.NaN;
  /** The longest two pauses between lines, in seconds, and how many lines had come at the first. */
  #longest = 0;
  #second = 0;
  #longestAt = 0;

  /** A line came at this time, in seconds. Several readings of one line are one beat. */
  push(time: number | undefined): void {
    if (time === undefined || !Number.isFinite(time)) return;
    const interval = time - this.#last;
    if (interval > 0) this.#beat(interval);
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

  /**
   * The longest pause that belongs to this log, in seconds: it validates, saves, loads. One that came
   * once may come again, until it is long overdue: then the machine had slept.
   */
  get longestPause(): number {
    const isOverdue = this.#count > FORGOTTEN * this.#longestAt;
    return isOverdue ? Math.min(this.#longest, this.#second / ALIKE) : this.#longest;
  }

  /** Seconds since the last line, as of the last look. */
  get silence(): number {
    return this.#now - this.#last;
  }

  #beat(interval: number): void {
    this.#intervals.push(interval);
    this.#count++;
    if (interval < this.#longest) {
      this.#second = Math.max(this.#second, interval);
      return;
    }
    this.#second = this.#longest;
    this.#longest = interval;
    this.#longestAt = this.#count;
  }
}
