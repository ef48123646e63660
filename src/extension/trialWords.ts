import type { TakenNumber } from '../protocol.js';

/** A line that a pattern is tried on, and how many of its form there are. */
export interface TriedLine {
  readonly text: string;
  readonly count: number;
}

/** "step=12, loss=0.5" */
export function takenText(taken: readonly TakenNumber[]): string {
  return taken.map(({ name, value }) => `${name}=${value}`).join(', ');
}

/** How many of the lines a pattern takes something of. */
export function countMatches(
  lines: readonly TriedLine[],
  taken: readonly (readonly TakenNumber[])[],
): { readonly matched: number; readonly all: number } {
  let matched = 0;
  let all = 0;
  lines.forEach(({ count }, i) => {
    all += count;
    if ((taken[i]?.length ?? 0) > 0) matched += count;
  });
  return { matched, all };
}
