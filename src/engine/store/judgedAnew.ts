import type { Diagnosis, LogClock } from '../../analysis/index.js';
import type { Series } from './series.js';

/** A diagnosis by the rules as they are set now; `clock` where the same run was judged before. */
export type NewDiagnosis = (clock?: LogClock) => Diagnosis;

/**
 * Gives all points of a run to a new diagnosis, in the order in which the file says them: by attempt and
 * line, on one line by position. When a line came is known to the clock alone, which goes on.
 */
export function judgeAnew(series: readonly Series[], diagnosis: Diagnosis): void {
  const seen = series.map(() => 0);
  let announced = 0;
  let attempt = 0;
  for (let next = earliest(series, seen); next; next = earliest(series, seen)) {
    for (; announced <= next.id; announced++) {
      const one = series[announced];
      if (one) diagnosis.addSeries(one.info, one.xUnit);
    }
    if (next.attempt > attempt) diagnosis.restart();
    attempt = Math.max(attempt, next.attempt);
    const point = next.of.pointAt(next.index);
    diagnosis.push(next.id, { ...point, line: point.line || undefined });
    seen[next.id] = next.index + 1;
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

/** Of the points that were not given yet, that which the file says first. */
function earliest(series: readonly Series[], seen: readonly number[]): Next | undefined {
  let first: Next | undefined;
  series.forEach((of, id) => {
    const index = seen[id] ?? 0;
    if (index >= of.count) return;
    const { rows } = of;
    const place = rows.at(rows.has('step') ? 'step' : 'epoch', index);
    const line = rows.lineAt(index);
    const next = { id, of, index, attempt: rows.attemptAt(index), line, place };
    if (!first || isBefore(next, first)) first = next;
  });
  return first;
}

function isBefore(one: Next, other: Next): boolean {
  if (one.attempt !== other.attempt) return one.attempt < other.attempt;
  if (one.line !== other.line) return one.line < other.line;
  return one.place < other.place;
}
