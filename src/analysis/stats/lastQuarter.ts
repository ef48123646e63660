/** Blocks at either end of the part that are averaged. */
const ENDS = 2;
/** Below this many blocks a part is shorter than its two ends. */
const FEWEST = 8;

/** The values at the beginning and at the end of the last part of a history. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** The two ends of the last quarter of a history; undefined below 8 blocks. */
export function lastQuarter(blocks: readonly number[]): Ends | undefined {
  return endsFrom(blocks, 3 / 4);
}

/** The two ends of the second half of a history; undefined below 8 blocks. */
export function lastHalf(blocks: readonly number[]): Ends | undefined {
  return endsFrom(blocks, 1 / 2);
}

/** The means of the third and of the last quarter of a history, and how many blocks either has; undefined below 8. */
export function lastTwoQuarters(blocks: readonly number[]): (Ends & { count: number }) | undefined {
  if (blocks.length < FEWEST) return undefined;
  const count = Math.floor(blocks.length / 4);
  const end = blocks.length;
  return {
    from: meanOf(blocks, end - 2 * count, end - count),
    to: meanOf(blocks, end - count, end),
    count,
  };
}

function endsFrom(blocks: readonly number[], part: number): Ends | undefined {
  if (blocks.length < FEWEST) return undefined;
  const begin = Math.floor(part * blocks.length) - ENDS / 2;
  return {
    from: meanOf(blocks, begin, begin + ENDS),
    to: meanOf(blocks, blocks.length - ENDS, blocks.length),
  };
}

function meanOf(blocks: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += blocks[i] ?? Number.NaN;
  return sum / (to - from);
}
