/** Which training of the file a record belongs to, and which attempt of it. */
export interface Place {
  readonly run: number;
  readonly attempt: number;
}

/** One writer: where each shape of its records stands. */
interface Writer extends Place {
  readonly last: Map<string, number>;
  /** Lowest position it began at. */
  readonly first: number;
  /** Number of the record it wrote last. */
  seen: number;
}

/** A writer that has been silent for so many records has ended; interleaved ones take turns. */
const TURNS = 6;

/**
 * Tells runs and attempts apart by the axis alone. A record whose position falls behind the last of
 * its own shape begins anew: at or before the beginning it is the next run, later it is a resume,
 * the next attempt of the same run. Where the old position is then taken up again within a few
 * records, two writers share the file, and each goes on as its own run.
 */
export class RunSplitter {
  #writers: Writer[] = [];
  #now: Writer = { run: 0, attempt: 0, last: new Map(), first: Number.POSITIVE_INFINITY, seen: 0 };
  #records = 0;

  /** `key` names a shape of records and what their positions count. */
  place(key: string, at: number | undefined): Place {
    if (at === undefined || !Number.isFinite(at)) return this.#now;
    this.#records++;
    const last = this.#now.last.get(key);
    if (last !== undefined && (at < last || this.#writers.length > 0)) this.#choose(key, at, last);
    this.#now.last.set(key, at);
    this.#now.seen = this.#records;
    if (this.#now.first > at) this.#now = Object.assign(this.#now, { first: at });
    return this.#now;
  }

  #choose(key: string, at: number, last: number): void {
    const alive = this.#writers.filter(({ seen }) => this.#records - seen <= TURNS);
    const gap = (from: number | undefined) =>
      from === undefined || at <= from ? Number.POSITIVE_INFINITY : at - from;
    const nearest = alive
      .filter((writer) => writer !== this.#now)
      .reduce<Writer | undefined>(
        (best, one) => (gap(one.last.get(key)) < gap(best?.last.get(key)) ? one : best),
        undefined,
      );
    this.#writers = alive;
    if (nearest && gap(nearest.last.get(key)) < gap(last)) this.#now = nearest;
    else if (at < last) this.#begin(at);
  }

  #begin(at: number): void {
    const { run, attempt, first } = this.#now;
    const isOver = at <= first;
    if (!this.#writers.includes(this.#now)) this.#writers.push(this.#now);
    this.#now = {
      run: isOver ? run + 1 : run,
      attempt: isOver ? 0 : attempt + 1,
      last: new Map(),
      first: isOver ? Number.POSITIVE_INFINITY : first,
      seen: this.#records,
    };
    this.#writers.push(this.#now);
  }
}
