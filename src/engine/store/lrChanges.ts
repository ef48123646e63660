/** A change by less is a schedule at work, not a step of one. */
const FACTOR = 1.5;
/** A learning rate that moves more often than at every fifth reading is no stair. */
const STEPS_AT_MOST = 0.2;
/** More marks than these are no help to anyone. */
const MARKS_AT_MOST = 20;

export interface LrChange {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The stairs of a stepwise learning rate. O(1) a reading. */
export class LrChanges {
  readonly #changes: LrChange[] = [];
  #moves = 0;
  #count = 0;
  #last: number | undefined;

  push(index: number, value: number): void {
    const last = this.#last;
    if (!Number.isFinite(value)) return;
    this.#last = value;
    this.#count++;
    if (last === undefined || last === value) return;
    this.#moves++;
    const isStep = last > 0 && value > 0 && Math.max(value / last, last / value) >= FACTOR;
    if (isStep && this.#changes.length <= MARKS_AT_MOST) {
      this.#changes.push({ index, from: last, to: value });
    }
  }

  /** Empty for a rate that glides (warm-up, cosine). */
  get steps(): readonly LrChange[] {
    const isStair = this.#moves <= STEPS_AT_MOST * this.#count;
    return isStair && this.#changes.length <= MARKS_AT_MOST ? this.#changes : [];
  }
}
