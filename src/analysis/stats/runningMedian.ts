/** Median of the last `window` finite values; NaN while there are none. Even counts: mean of the middle two. */
export function medianOfLast(values: readonly number[], window: number): number {
  const last = values.filter(Number.isFinite).slice(-window);
  last.sort((a, b) => a - b);
  const middle = last.length >> 1;
  const upper = last[middle] ?? Number.NaN;
  return last.length % 2 === 1 ? upper : ((last[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * The running form of `medianOfLast`. The window is kept sorted: a binary search and one move of
 * at most `window` doubles a point, which for windows up to 200 is faster than any heap.
 */
export class RunningMedian {
  readonly #ring: Float64Array;
  readonly #sorted: Float64Array;
  #size = 0;
  #next = 0;

  constructor(window: number) {
    this.#ring = new Float64Array(window);
    this.#sorted = new Float64Array(window);
  }

  push(value: number): void {
    if (!Number.isFinite(value)) return;
    if (this.#size === this.#ring.length) this.#remove(this.#ring[this.#next] ?? 0);
    this.#insert(value);
    this.#ring[this.#next] = value;
    this.#next = (this.#next + 1) % this.#ring.length;
  }

  get value(): number {
    const middle = this.#size >> 1;
    const upper = this.#size > 0 ? (this.#sorted[middle] ?? Number.NaN) : Number.NaN;
    return this.#size % 2 === 1 ? upper : ((this.#sorted[middle - 1] ?? Number.NaN) + upper) / 2;
  }

  /** The value at this part (0 to 1) of the sorted window, by nearest rank; NaN while it is empty. */
  quantile(part: number): number {
    return this.#size > 0
      ? (this.#sorted[Math.round(part * (this.#size - 1))] ?? Number.NaN)
      : Number.NaN;
  }

  #insert(value: number): void {
    const at = this.#placeOf(value);
    this.#sorted.copyWithin(at + 1, at, this.#size);
    this.#sorted[at] = value;
    this.#size++;
  }

  #remove(value: number): void {
    const at = this.#placeOf(value);
    this.#sorted.copyWithin(at, at + 1, this.#size);
    this.#size--;
  }

  /** First place whose value is not below `value`. */
  #placeOf(value: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
