/** Median of the last `window` finite values; NaN while there are none. Even counts: mean of the middle two. */
export function medianOfLast(values: readonly number[], window: number): number {
  const last = values.filter(Number.isFinite).slice(-window);
  last.sort((a, b) => a - b);
  const middle = last.length >> 1;
  const upper = last[middle] ?? Number.NaN;
  return last.length % 2 === 1 ? upper : ((last[middle - 1] ?? Number.NaN) + upper) / 2;
}

const NOTHING = new Float64Array(0);

/**
 * The running form of `medianOfLast`. The window is kept sorted: a binary search and one move of
 * the doubles between the oldest value and the newest. Of long windows see `RankBand`.
 */
export class RunningMedian {
  /** Both as long as the window from the first value on: many series never have one. */
  #ring = NOTHING;
  #sorted = NOTHING;
  #size = 0;
  #next = 0;
  /** NaN until a finite value came. */
  value = Number.NaN;

  constructor(private readonly window: number) {}

  push(value: number): void {
    if (!Number.isFinite(value)) return;
    if (this.#size === 0) this.#begin();
    const ring = this.#ring;
    if (this.#size === ring.length) this.#replace(ring[this.#next] ?? 0, value);
    else this.#insert(value);
    ring[this.#next] = value;
    this.#next = this.#next + 1 === ring.length ? 0 : this.#next + 1;
    const sorted = this.#sorted;
    const middle = this.#size >> 1;
    const upper = sorted[middle] ?? Number.NaN;
    this.value = this.#size % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
  }

  #begin(): void {
    this.#ring = new Float64Array(this.window);
    this.#sorted = new Float64Array(this.window);
  }

  #insert(value: number): void {
    const sorted = this.#sorted;
    let at = this.#size++;
    for (; at > 0 && (sorted[at - 1] ?? 0) > value; at--) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = value;
  }

  /** Moves only what lies between the old value and the new one. */
  #replace(old: number, value: number): void {
    const sorted = this.#sorted;
    let at = this.#placeOf(old);
    if (value < old) {
      for (let next = sorted[at - 1] ?? value; next > value; next = sorted[at - 1] ?? value) {
        sorted[at] = next;
        at--;
      }
    } else {
      for (let next = sorted[at + 1] ?? value; next < value; next = sorted[at + 1] ?? value) {
        sorted[at] = next;
        at++;
      }
    }
    sorted[at] = value;
  }

  /** First place whose value is not below `value`. */
  #placeOf(value: number): number {
    const sorted = this.#sorted;
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
