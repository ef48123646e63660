import type { Ending, Reading } from '../../analysis/index.js';
import type { Progress } from '../../protocol.js';
import { Goal } from './goal.js';

/** A log that is silent for this many of its usual pauses, within these bounds, is idle. */
const PAUSES = 5;
const IDLE_AFTER_MS = { least: 30_000, most: 3_600_000 };

/** How far a run is, how fast it goes, and whether it still goes. Times are handed in. */
export class Pace {
  #epoch: number | undefined;
  #epochs: number | undefined;
  #step: number | undefined;
  #steps: number | undefined;
  /** First and last known moment, in seconds, with the share of the run that was done. */
  #start: { readonly at: number; readonly done: number } | undefined;
  #last: { readonly at: number; readonly done: number } | undefined;
  #beats = 0;
  #attempt = 0;
  #changedAt = 0;
  #pauseMs = 0;
  /** The moment a line came last, one without a reading too; 0: seen of none. */
  #heardAt = 0;
  readonly #goal = new Goal();

  /** The moment (ms since 1970) the file last grew. */
  get changedAt(): number {
    return this.#changedAt;
  }

  /** `time` in seconds since 1970, printed or of arrival; undefined where neither is known. */
  push(reading: Reading, time: number | undefined): void {
    this.#goal.push(reading);
    this.#epoch = reading.epoch ?? this.#epoch;
    this.#epochs = reading.epochs ?? this.#epochs;
    this.#step = reading.step ?? this.#step;
    this.#steps = reading.steps ?? this.#steps;
    if (reading.attempt !== this.#attempt) this.#start = undefined;
    this.#attempt = reading.attempt;
    if (time === undefined || time === this.#last?.at) return;
    const moment = { at: time, done: this.#done };
    this.#start ??= moment;
    this.#last = moment;
    this.#beats++;
  }

  grew(atMs: number, isSeen: boolean): void {
    if (isSeen && this.#changedAt > 0) {
      const pause = Math.max(0, atMs - this.#changedAt);
      this.#pauseMs = this.#pauseMs === 0 ? pause : 0.8 * this.#pauseMs + 0.2 * pause;
    }
    this.#changedAt = atMs;
  }

  /** Lines came, with readings or without. */
  heard(atMs: number): void {
    this.#heardAt = atMs;
  }

  isLive(nowMs: number): boolean {
    const printed = this.#beats > 1 ? (1000 * this.#elapsed) / (this.#beats - 1) : 0;
    const patience = PAUSES * Math.max(this.#pauseMs, printed);
    const { least, most } = IDLE_AFTER_MS;
    return (
      nowMs - Math.max(this.#changedAt, this.#heardAt) <= Math.min(most, Math.max(least, patience))
    );
  }

  /** The printed total is reached: no further line is owed. */
  get reached(): Ending | undefined {
    return this.#goal.reached;
  }

  get progress(): Progress {
    const elapsed = this.#elapsed;
    const gained = this.#done - (this.#start?.done ?? 0);
    const hasPace = elapsed > 0 && gained > 0 && this.#done < 1;
    return {
      epoch: this.#epoch,
      epochs: this.#epochs,
      step: this.#step,
      steps: this.#steps,
      elapsed: elapsed > 0 ? elapsed : undefined,
      remaining: hasPace ? (elapsed * (1 - this.#done)) / gained : undefined,
    };
  }

  get #elapsed(): number {
    return Math.max(0, (this.#last?.at ?? 0) - (this.#start?.at ?? 0));
  }

  /** Share of the run that is done, 0 to 1; 0 where no total is printed. */
  get #done(): number {
    if (this.#steps && this.#step !== undefined) return Math.min(1, this.#step / this.#steps);
    if (this.#epochs && this.#epoch !== undefined) return Math.min(1, this.#epoch / this.#epochs);
    return 0;
  }
}
