/** At this many blocks the pairs are joined and a block covers twice as many points. */
const MOST = 64;

/**
 * How many events fell into each of the consecutive blocks of equal size of a history, a power of two;
 * 32 to 64 blocks (fewer while it is shorter), the last one still open.
 */
export function countsOf(events: readonly boolean[]): number[] {
  let size = 1;
  while (Math.ceil(events.length / size) > MOST) size *= 2;
  return Array.from(
    { length: Math.ceil(events.length / size) },
    (_, block) => events.slice(block * size, (block + 1) * size).filter(Boolean).length,
  );
}

/** The running form of `countsOf`: O(1) a point, amortised. */
export class RunningCounts {
  #counts: number[] = [];
  #size = 1;
  /** Points in the last block. */
  #open = 0;

  get counts(): readonly number[] {
    return this.#counts;
  }

  push(isEvent: boolean): void {
    if (this.#counts.length === 0 || this.#open === this.#size) this.#begin();
    this.#open++;
    if (isEvent) this.#counts[this.#counts.length - 1] = (this.#counts.at(-1) ?? 0) + 1;
  }

  #begin(): void {
    if (this.#counts.length === MOST) {
      this.#counts = Array.from(
        { length: MOST / 2 },
        (_, i) => (this.#counts[2 * i] ?? 0) + (this.#counts[2 * i + 1] ?? 0),
      );
      this.#size *= 2;
    }
    this.#counts.push(0);
    this.#open = 0;
  }
}

/** Events of the last quarter among all, and how probable so many there are by accident. */
export interface LastQuarterCount {
  readonly late: number;
  readonly all: number;
  /** Probability of at least `late` of `all` there, were each as likely everywhere. */
  readonly chance: number;
}

export function countLastQuarter(counts: readonly number[]): LastQuarterCount {
  const blocks = Math.floor(counts.length / 4);
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  const all = sum(counts);
  const late = blocks > 0 ? sum(counts.slice(-blocks)) : 0;
  return { late, all, chance: blocks > 0 ? atLeast(late, all, blocks / counts.length) : 1 };
}

/** P(X >= least) of a binomial X with `of` trials of probability `p`. */
export function atLeast(least: number, of: number, p: number): number {
  let term = (1 - p) ** of;
  let below = 0;
  for (let k = 0; k < least; k++) {
    below += term;
    term *= ((of - k) / (k + 1)) * (p / (1 - p));
  }
  return Math.max(0, 1 - below);
}
