/** Points a block, and blocks a block of the level above. */
const FAN_OUT = 16;
const SHIFT = 4;
const MASK = FAN_OUT - 1;
const NO_BLOCKS = new Uint32Array(0);
/** A block without a finite value. */
const NONE = 0xffff_ffff;

/** Where the least and the greatest finite value stand; undefined where there is none. */
export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/**
 * Indices of the extremes of a growing column, 16 points a block, level upon level: the extremes of
 * any range cost O(log n), and a point more costs O(1). 0.53 bytes a point. NaN and infinities are
 * no extremes. @source knowledge/performance.md 3
 */
export class Pyramid {
  /** Per level: index of the least, index of the greatest, for each block. */
  #levels: Uint32Array[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** `y` holds all values, this one (the next not yet pushed) included. */
  push(y: Float64Array): void {
    const index = this.#count++;
    // A block that is not whole is never asked: most logs of a folder full of them are that short.
    if (index < MASK) return;
    if (index === MASK) for (let before = 0; before < MASK; before++) this.#put(y, before);
    this.#put(y, index);
  }

  #put(y: Float64Array, index: number): void {
    const value = y[index];
    const isValue = value !== undefined && Number.isFinite(value);
    for (let level = 0, block = index >> SHIFT; ; level++, block >>= SHIFT) {
      const isNew = (index & ((1 << (SHIFT * (level + 1))) - 1)) === 0;
      const blocks = this.#room(level, block);
      const isBetter = this.#offer(blocks, block, isNew, y, isValue ? index : NONE);
      if (block === 0 || !(isNew || isBetter)) return;
    }
  }

  /**
   * Extremes of `from` (inclusive) to `to` (exclusive): the ragged ends from the points, then from
   * ever bigger blocks. NaN compares as neither; an infinity is passed over by its difference to itself.
   * One long function on locals: this is the inner loop of every window.
   */
  extremes(y: Float64Array, from: number, to: number): Extremes | undefined {
    let min = NONE;
    let max = NONE;
    let least = Infinity;
    let greatest = -Infinity;
    let left = from;
    let right = to;
    while (left < right && ((left | right) & MASK) !== 0) {
      const index = (left & MASK) !== 0 ? left++ : --right;
      const value = y[index] ?? Number.NaN;
      if (value - value !== 0) continue;
      if (value < least) {
        least = value;
        min = index;
      }
      if (value > greatest) {
        greatest = value;
        max = index;
      }
    }
    for (let level = 0; left < right; level++) {
      left >>= SHIFT;
      right >>= SHIFT;
      const blocks = this.#levels[level] ?? NO_BLOCKS;
      const isTop = level + 1 >= this.#levels.length;
      while (left < right && (isTop || ((left | right) & MASK) !== 0)) {
        const block = isTop || (left & MASK) !== 0 ? left++ : --right;
        const low = blocks[2 * block] ?? NONE;
        const high = blocks[2 * block + 1] ?? NONE;
        const lowest = y[low] ?? Infinity;
        const highest = y[high] ?? -Infinity;
        if (lowest < least) {
          least = lowest;
          min = low;
        }
        if (highest > greatest) {
          greatest = highest;
          max = high;
        }
      }
    }
    return min === NONE ? undefined : { min, max };
  }

  /** First finite point of a range, or -1. A block without one is stepped over. */
  first(y: Float64Array, from: number, to: number): number {
    for (let index = from; index < to; index++) {
      if (Number.isFinite(y[index])) return index;
      if ((index & (FAN_OUT - 1)) === 0 && this.#isBarren(index)) index += FAN_OUT - 1;
    }
    return -1;
  }

  /** Last finite point of a range, or -1. */
  last(y: Float64Array, from: number, to: number): number {
    for (let index = to - 1; index >= from; index--) {
      if (Number.isFinite(y[index])) return index;
      if ((index & (FAN_OUT - 1)) === FAN_OUT - 1 && this.#isBarren(index)) index -= FAN_OUT - 1;
    }
    return -1;
  }

  #isBarren(index: number): boolean {
    return this.#levels[0]?.[2 * (index >> SHIFT)] === NONE;
  }

  #offer(
    blocks: Uint32Array,
    block: number,
    isNew: boolean,
    y: Float64Array,
    index: number,
  ): boolean {
    const at = 2 * block;
    if (isNew) {
      blocks[at] = index;
      blocks[at + 1] = index;
      return true;
    }
    const isLeast = isBelow(y, index, blocks[at] ?? NONE);
    const isGreatest = isAbove(y, index, blocks[at + 1] ?? NONE);
    if (isLeast) blocks[at] = index;
    if (isGreatest) blocks[at + 1] = index;
    return isLeast || isGreatest;
  }

  #room(level: number, block: number): Uint32Array {
    const blocks = this.#levels[level];
    if (!blocks) {
      const fresh = new Uint32Array(8);
      this.#levels[level] = fresh;
      // A level that comes later starts with what the first block of the level below says.
      const below = this.#levels[level - 1];
      if (below) fresh.set(below.subarray(0, 2));
      return fresh;
    }
    if (2 * block + 1 < blocks.length) return blocks;
    const longer = new Uint32Array(2 * blocks.length);
    longer.set(blocks);
    this.#levels[level] = longer;
    return longer;
  }
}

function isBelow(y: Float64Array, index: number, than: number): boolean {
  const value = y[index];
  if (index === NONE || value === undefined || !Number.isFinite(value)) return false;
  return than === NONE || value < (y[than] ?? 0);
}

function isAbove(y: Float64Array, index: number, than: number): boolean {
  const value = y[index];
  if (index === NONE || value === undefined || !Number.isFinite(value)) return false;
  return than === NONE || value > (y[than] ?? 0);
}
