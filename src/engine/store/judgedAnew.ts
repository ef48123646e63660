import type { Diagnosis, LogClock } from '../../analysis/index.js';
import type { Series } from './series.js';

/** A diagnosis by the rules as they are set now; `clock` where the same run was judged before. */
export type NewDiagnosis = (clock?: LogClock) => Diagnosis;

/** Points that are judged between two looks at the time. */
const SLICE = 500;

/**
 * Gives all points of a run to a new diagnosis, in the order in which the file says them: by attempt and
 * line, on one line by position. When a line came is known to the clock alone, which goes on. A long run
 * takes seconds, so that it is done in turns; what comes to the run in between is given too.
 */
export class JudgedAnew {
  /** Points of each series that were given. */
  readonly #given: number[] = [];
  #announced = 0;
  #attempt = 0;

  constructor(
    private readonly series: readonly Series[],
    readonly diagnosis: Diagnosis,
  ) {}

  /** True: all points are given. False: the time of this turn is up. */
  turn(isUp: () => boolean): boolean {
    const heads = this.series.map((of, id) => headOf(of, id, this.#given[id] ?? 0));
    let count = 0;
    for (let next = earliest(heads); next; next = earliest(heads)) {
      this.#give(next);
      heads[next.id] = headOf(next.of, next.id, next.index + 1);
      if (++count % SLICE === 0 && isUp()) return false;
    }
    return true;
  }

  #give({ id, of, index, attempt }: Next): void {
    for (; this.#announced <= id; this.#announced++) {
      const one = this.series[this.#announced];
      if (one) this.diagnosis.addSeries(one.info, one.xUnit);
    }
    if (attempt > this.#attempt) this.diagnosis.restart();
    this.#attempt = Math.max(attempt, this.#attempt);
    const point = of.pointAt(index);
    this.diagnosis.push(id, { ...point, line: point.line || undefined });
    this.#given[id] = index + 1;
  }
}

interface Next {
  readonly id: number;
  readonly of: Series;
  readonly index: number;
  readonly attempt: number;
  readonly line: number;
  readonly place: number;
}

/** The next point of a series that was not given yet. */
function headOf(of: Series, id: number, index: number): Next | undefined {
  if (index >= of.count) return undefined;
  const { rows } = of;
  const place = rows.at(rows.has('step') ? 'step' : 'epoch', index);
  return { id, of, index, attempt: rows.attemptAt(index), line: rows.lineAt(index), place };
}

/** Of the points that were not given yet, that which the file says first. Series began in their order. */
function earliest(heads: readonly (Next | undefined)[]): Next | undefined {
  let first: Next | undefined;
  for (const head of heads) {
    if (!head) continue;
    if (!first || isBefore(head, first)) first = head;
    if (head.index === 0) break;
  }
  return first;
}

function isBefore(one: Next, other: Next): boolean {
  if (one.attempt !== other.attempt) return one.attempt < other.attempt;
  if (one.line !== other.line) return one.line < other.line;
  return one.place < other.place;
}
