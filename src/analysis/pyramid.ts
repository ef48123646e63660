/** Points a block, and blocks a block of the level above. */
const FAN_OUT = 16;
const SHIFT = 4;
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
   */
  extremes(y: Float64Array, from: number, to: number): Extremes | undefined {
    const best: Best = { min: NONE, max: NONE, least: Infinity, greatest: -Infinity };
    const left = Math.min(to, ceilToBlock(from));
    const right = Math.max(left, to & ~(FAN_OUT - 1));
    takePoints(best, y, from, left);
    takePoints(best, y, right, to);
    this.#takeBlocks(best, y, left >> SHIFT, right >> SHIFT);
    return best.min === NONE ? undefined : best;
  }

  #takeBlocks(best: Best, y: Float64Array, from: number, to: number): void {
    for (let level = 0, left = from, right = to; left < right; level++) {
      const blocks = this.#levels[level];
      if (!blocks) return;
      const isTop = level + 1 === this.#levels.length;
      const inner = isTop ? right : Math.min(right, ceilToBlock(left));
      const outer = isTop ? right : Math.max(inner, right & ~(FAN_OUT - 1));
      takeBlocks(best, y, blocks, left, inner);
      takeBlocks(best, y, blocks, outer, right);
      left = inner >> SHIFT;
      right = outer >> SHIFT;
      if (isTop) return;
    }
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

interface Best {
  min: number;
  max: number;
  least: number;
  greatest: number;
}

const ceilToBlock = (index: number): number => (index + FAN_OUT - 1) & ~(FAN_OUT - 1);

function takePoints(best: Best, y: Float64Array, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const value = y[index] ?? Number.NaN;
    if (value - value === 0) take(best, value, index, value, index);
  }
}

function takeBlocks(best: Best, y: Float64Array, blocks: Uint32Array, from: number, to: number) {
  for (let block = from; block < to; block++) {
    const min = blocks[2 * block] ?? NONE;
    if (min === NONE) continue;
    const max = blocks[2 * block + 1] ?? NONE;
    take(best, y[min] ?? 0, min, y[max] ?? 0, max);
  }
}

function take(best: Best, low: number, min: number, high: number, max: number): void {
  if (low < best.least) {
    best.least = low;
    best.min = min;
  }
  if (high > best.greatest) {
    best.greatest = high;
    best.max = max;
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
