import { partialSort } from './partialSort.js';

/** Values that are kept in order about the rank: fewer are sorted anew too often, more take longer to move. */
const MOST = 48;
/** Of these so many are filled when they are sorted anew: the rest is room for what comes between. */
const FILLED = 36;
/** Of these so many lie behind the rank, the others where it moves to. */
const BEHIND = 12;

/**
 * One order statistic of the values in a ring, exact. Only the values about it stand in order; of those
 * below and above there is a count. Most new and old values change such a count alone, so that this
 * costs a third of keeping the whole window of 200 sorted; about one value in 500 asks for a new sort.
 */
export class RankBand {
  readonly #values: Float64Array;
  /** How many stand in order. 0: nobody has asked yet, and nothing needs to be kept. */
  #held = 0;
  #below = 0;
  #above = 0;

  constructor(private readonly ring: Float64Array) {
    this.#values = new Float64Array(Math.min(MOST, ring.length));
  }

  /** The value of this rank (from 0) among the first `size` of the ring. */
  at(rank: number, size: number): number {
    const place = rank - this.#below;
    if (place < 0 || place >= this.#held) return this.#sortAbout(rank, size);
    return this.#values[place] ?? Number.NaN;
  }

  /** This value came into the ring. Beyond the edges it is counted, unless nothing else is there. */
  add(value: number): void {
    const held = this.#held;
    if (held === 0) return;
    const isFull = held === this.#values.length;
    if (value <= (this.#values[0] ?? 0) && (isFull || this.#below > 0)) this.#below++;
    else if (value >= (this.#values[held - 1] ?? 0) && (isFull || this.#above > 0)) this.#above++;
    else this.#insert(value, isFull);
  }

  /** This value left the ring. One that lies between the edges, or on one, is one of the band. */
  drop(value: number): void {
    const values = this.#values;
    if (this.#held === 0) return;
    if (value < (values[0] ?? 0)) this.#below--;
    else if (value > (values[this.#held - 1] ?? 0)) this.#above--;
    else {
      let at = 0;
      while ((values[at] ?? 0) < value) at++;
      for (this.#held--; at < this.#held; at++) values[at] = values[at + 1] ?? 0;
    }
  }

  /** In a full band the highest one makes room. */
  #insert(value: number, isFull: boolean): void {
    const values = this.#values;
    if (isFull) this.#above++;
    else this.#held++;
    let at = this.#held - 1;
    for (; at > 0; at--) {
      const next = values[at - 1] ?? 0;
      if (next <= value) break;
      values[at] = next;
    }
    values[at] = value;
  }

  /** The rank moved on to one side, mostly: it begins on the other. */
  #sortAbout(rank: number, size: number): number {
    const held = Math.min(size, FILLED, this.#values.length);
    const ahead = this.#held > 0 && rank < this.#below ? held - BEHIND : BEHIND;
    const below = Math.max(0, Math.min(size - held, rank - ahead));
    const values = this.ring.slice(0, size);
    partialSort(values, below, below + held);
    this.#values.set(values.subarray(below, below + held));
    this.#held = held;
    this.#below = below;
    this.#above = size - held - below;
    return values[rank] ?? Number.NaN;
  }
}
