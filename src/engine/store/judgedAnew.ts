import type { Diagnosis, LogClock } from '../../analysis/index.js';
import type { Series } from './series.js';

/** A diagnosis by the rules as they are set now; `clock` where the same run was judged before. */
export type NewDiagnosis = (clock?: LogClock) => Diagnosis;

/**
 * Gives all points of a run to a new diagnosis, in the order in which the file says them: by attempt and
 * line, on one line by position. When a line came is known to the clock alone, which goes on.
 */
export function judgeAnew(series: readonly Series[], diagnosis: Diagnosis): void {
  const heads = series.map((of, id) => headOf(of, id, 0));
  let announced = 0;
  let attempt = 0;
  for (let next = earliest(heads); next; next = earliest(heads)) {
    const { id, of, index } = next;
    for (; announced <= id; announced++) {
      const one = series[announced];
      if (one) diagnosis.addSeries(one.info, one.xUnit);
    }
    if (next.attempt > attempt) diagnosis.restart();
    attempt = Math.max(attempt, next.attempt);
    const point = of.pointAt(index);
    diagnosis.push(id, { ...point, line: point.line || undefined });
    heads[id] = headOf(of, id, index + 1);
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
