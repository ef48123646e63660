/** A change by less is a schedule at work, not a step of one. */
const FACTOR = 1.5;
/** Readings in a row of one rate that make a stair of it: a slope read every few steps has large factors too. */
const HELD = 3;
/** A stair is held so much longer than the steps of a slope before it (a schedule moved once an epoch). */
const LONGER = 3;
/** Part of the peak that a rate comes back to in a restart. */
const RESTART = 0.3;
/** Changes in one direction that make a slope. */
const SLOPE = 2;
/** A climb in stairs is over when its last one is held so much longer than the one before. */
const RESTS = 1.5;
/** More marks than these are no help to anyone. */
const MARKS_AT_MOST = 20;

/** What a schedule did at a reading: a stair down or up, back up after a slope, or the end of the first climb. */
export interface LrChange {
  readonly kind: 'drop' | 'rise' | 'restart' | 'warm-up-end';
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** What stands out in a logged learning rate. O(1) a reading; slopes (cosine, linear) are no marks. */
export class LrChanges {
  readonly #changes: LrChange[] = [];
  readonly #climb = new Climb();
  #last = Number.NaN;
  #peak = Number.NaN;
  /** Readings in a row that showed the rate of now, and the one before it. */
  #held = 0;
  #heldBefore = 0;
  /** Changes in a row by less than a stair: how many, and whether downwards. */
  #slope = 0;
  #isFalling = false;

  push(index: number, value: number): void {
    if (!Number.isFinite(value) || value < 0) return;
    const last = this.#last;
    this.#last = value;
    if (value === last) {
      this.#held++;
      this.#climb.push(index, value);
      return;
    }
    const kind = this.#kindOf(last, value);
    this.#climb.push(index, value, kind !== undefined);
    if (kind && this.#changes.length <= MARKS_AT_MOST) {
      this.#changes.push({ kind, index, from: last, to: value });
    }
    this.#move(kind !== undefined, value < last);
    if (!(value <= this.#peak)) this.#peak = value;
  }

  /** In their order; empty where they are too many to tell anything. */
  get marks(): readonly LrChange[] {
    if (this.#changes.length > MARKS_AT_MOST) return [];
    const { end } = this.#climb;
    return end ? [end, ...this.#changes].sort((a, b) => a.index - b.index) : this.#changes;
  }

  #kindOf(from: number, to: number): LrChange['kind'] | undefined {
    if (!(from > 0 && to > 0) || Math.max(to / from, from / to) < FACTOR) return undefined;
    if (to > from && !this.#climb.isOver) return undefined;
    const isBack = from * FACTOR <= this.#peak && to >= RESTART * this.#peak;
    if (to > from && isBack && this.#isFalling && this.#slope >= SLOPE) return 'restart';
    const isSlope = this.#slope > 0 && this.#isFalling === to < from;
    if (this.#held < HELD || (isSlope && this.#held < LONGER * this.#heldBefore)) return undefined;
    return to < from ? 'drop' : 'rise';
  }

  #move(isMark: boolean, isFalling: boolean): void {
    this.#slope = isMark ? 0 : isFalling === this.#isFalling ? this.#slope + 1 : 1;
    this.#isFalling = isFalling;
    this.#heldBefore = this.#held;
    this.#held = 1;
  }
}

/** The first climb of a rate from where it began: a warm-up, once it has come to an end. */
class Climb {
  /** It fell, or rested longer than a climb in stairs does. */
  isOver = false;
  #first: number | undefined;
  #top: { readonly index: number; readonly value: number } | undefined;
  #held = 0;
  #heldBefore = 0;
  /** Lowest rate since the top, while it glides: one that climbs there again goes in cycles. */
  #lowest = Number.POSITIVE_INFINITY;
  #isCycle = false;

  /** `isJump`: this change is a mark by itself. */
  push(index: number, value: number, isJump = false): void {
    const top = this.#top;
    this.#first ??= value;
    if (this.isOver) this.#after(value, isJump);
    else if (!top || value > top.value) {
      this.#heldBefore = this.#held;
      this.#held = 1;
      this.#top = { index, value };
    } else if (value < top.value) {
      this.isOver = true;
      this.#after(value, isJump);
    } else if (++this.#held >= HELD) {
      this.isOver = top.value !== this.#first && this.#held > RESTS * this.#heldBefore;
    }
  }

  get end(): LrChange | undefined {
    const { value, index } = this.#top ?? { value: 0, index: 0 };
    const from = this.#first ?? value;
    if (!this.isOver || this.#isCycle || !(value >= 2 * from) || index === 0) return undefined;
    return { kind: 'warm-up-end', index, from, to: value };
  }

  #after(value: number, isJump: boolean): void {
    const top = this.#top?.value ?? 0;
    this.#lowest = isJump && value > this.#lowest ? value : Math.min(value, this.#lowest);
    if (value >= 0.9 * top && this.#lowest * FACTOR <= top) this.#isCycle = true;
  }
}
