import type { Spike } from './spike.js';

/** A spike as a chart marks it. */
export interface MarkedSpike {
  readonly spike: Spike;
  /** Lower spikes near it for which it stands: a long run has more of them than anyone looks at. */
  readonly more: number;
}

/** Spikes that are kept at most. */
const KEPT = 1024;

/**
 * The spikes of a whole run, in order. Bounded: when it is full, of each two neighbours the higher stays
 * and says for how many it stands. Amortised O(1) a spike, about 200 kB at most.
 */
export class SpikeLog {
  #kept: MarkedSpike[] = [];

  get all(): readonly MarkedSpike[] {
    return this.#kept;
  }

  /** The last one turned out to be none. */
  dropLast(spike: Spike): void {
    if (this.#kept.at(-1)?.spike === spike) this.#kept = this.#kept.slice(0, -1);
  }

  push(spike: Spike): void {
    this.#kept.push({ spike, more: 0 });
    if (this.#kept.length > KEPT) this.#kept = inPairs(this.#kept);
  }
}

function inPairs(spikes: readonly MarkedSpike[]): MarkedSpike[] {
  const kept: MarkedSpike[] = [];
  for (let index = 0; index < spikes.length; index += 2) {
    const pair = highestOf(spikes.slice(index, index + 2));
    if (pair) kept.push(pair);
  }
  return kept;
}

/** The highest of some spikes, standing for all of them; undefined of none. */
export function highestOf(spikes: readonly MarkedSpike[]): MarkedSpike | undefined {
  const [first, ...others] = spikes;
  if (!first) return undefined;
  const highest = others.reduce((a, b) => (b.spike.value > a.spike.value ? b : a), first);
  const count = spikes.reduce((sum, { more }) => sum + more + 1, 0);
  return { ...highest, more: count - 1 };
}
