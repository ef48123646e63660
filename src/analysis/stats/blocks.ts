/** At this many blocks the pairs are joined and a block covers twice as many values. */
const MOST = 64;

/**
 * A whole history in 32 to 63 numbers (fewer while it is shorter): the means of consecutive blocks of
 * equal size, a power of two. Values of the last, incomplete block and non-finite ones are left out.
 */
export function blocksOf(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  let size = 1;
  while (Math.floor(finite.length / size) >= MOST) size *= 2;
  return Array.from({ length: Math.floor(finite.length / size) }, (_, block) =>
    mean(finite.slice(block * size, (block + 1) * size)),
  );
}

/**
 * The running form of `blocksOf`: O(1) a point, amortised. Means are made of halves of equal size, never of
 * a long sum: blocks of equal values are equal to the last bit, else a constant would have a trend.
 */
export class RunningBlocks {
  #means: number[] = [];
  #size = 1;
  /** Means of 1, 2, 4, … values that wait for their other half. */
  readonly #halves: number[] = [];
  #open = 0;

  /** Complete blocks, oldest first. A new array (or a longer one) whenever a block is completed. */
  get means(): readonly number[] {
    return this.#means;
  }

  /** How many values one block covers. */
  get size(): number {
    return this.#size;
  }

  /** True when this value completed a block, that is, when `means` changed. */
  push(value: number): boolean {
    if (!Number.isFinite(value)) return false;
    let mean = value;
    let half = 0;
    for (let waiting = this.#open++; waiting & 1; waiting >>= 1)
      mean = mean / 2 + (this.#halves[half++] ?? 0) / 2;
    if (this.#open < this.#size) {
      this.#halves[half] = mean;
      return false;
    }
    this.#means.push(mean);
    this.#open = 0;
    if (this.#means.length === MOST) this.#join();
    return true;
  }

  #join(): void {
    const joined: number[] = [];
    for (let i = 0; i + 1 < this.#means.length; i += 2) {
      joined.push((this.#means[i] ?? 0) / 2 + (this.#means[i + 1] ?? 0) / 2);
    }
    this.#means = joined;
    this.#size *= 2;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
