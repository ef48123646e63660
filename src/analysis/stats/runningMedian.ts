/** Median of the last `window` finite values; NaN while there are none. Even counts: mean of the middle two. */
export function medianOfLast(values: readonly number[], window: number): number {
  const last = values.filter(Number.isFinite).slice(-window);
  last.sort((a, b) => a - b);
  const middle = last.length >> 1;
  const upper = last[middle] ?? Number.NaN;
  return last.length % 2 === 1 ? upper : ((last[middle - 1] ?? Number.NaN) + upper) / 2;
}

const NOTHING = new Float64Array(0);
/** Room of a window that has a value. */
const FIRST_ROOM = 4;

/**
 * The running form of `medianOfLast`. The window is kept sorted: a binary search and one move of
 * the doubles between the oldest value and the newest. Of long windows see `RankBand`.
 */
export class RunningMedian {
  /** Both grow up to the window: many series never have a value, or few. */
  #ring: Float64Array = NOTHING;
  #sorted: Float64Array = NOTHING;
  #size = 0;
  #next = 0;
  /** NaN until a finite value came. */
  value = Number.NaN;

  constructor(private readonly window: number) {}

  push(value: number): void {
    if (!Number.isFinite(value)) return;
    if (this.#size === this.#ring.length && this.#size < this.window) this.#grow();
    const ring = this.#ring;
    if (this.#size === this.window) this.#replace(ring[this.#next] ?? 0, value);
    else this.#insert(value);
    ring[this.#next] = value;
    this.#next = this.#next + 1 === this.window ? 0 : this.#next + 1;
    const sorted = this.#sorted;
    const middle = this.#size >> 1;
    const upper = sorted[middle] ?? Number.NaN;
    this.value = this.#size % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
  }

  #grow(): void {
    const room = Math.min(this.window, Math.max(FIRST_ROOM, 2 * this.#size));
    this.#ring = longer(this.#ring, room);
    this.#sorted = longer(this.#sorted, room);
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

function longer(values: Float64Array, room: number): Float64Array {
  const grown = new Float64Array(room);
  grown.set(values);
  return grown;
}
