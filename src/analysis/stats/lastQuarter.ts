/** Blocks at either end of the quarter that are averaged. */
const ENDS = 2;
/** Below this many blocks a quarter is shorter than its two ends. */
const FEWEST = 8;

export interface Quarter {
  readonly from: number;
  readonly to: number;
}

/** The values at the beginning and at the end of the last quarter of a history; undefined below 8 blocks. */
export function lastQuarter(blocks: readonly number[]): Quarter | undefined {
  if (blocks.length < FEWEST) return undefined;
  const begin = Math.floor((3 * blocks.length) / 4) - ENDS / 2;
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
