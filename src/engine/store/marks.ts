import { type PlaceInSeries, phrase } from '../../analysis/index.js';
import type { Axis, Mark } from '../../protocol.js';
import type { ShownRun } from './shownRun.js';

/** What happened where, on the axis that is shown. `origin` is taken from every x. */
export function marksOf(run: ShownRun, axis: Axis, origin: number, end: number): Mark[] {
  const marks = [
    ...onsets(run, axis, origin, end),
    ...lrChanges(run, axis),
    ...restarts(run, axis),
  ];
  return marks
    .map((mark) => (mark.kind === 'onset' ? mark : { ...mark, x: mark.x - origin }))
    .filter(({ x }) => Number.isFinite(x));
}

/** A verdict that stands lasts to the end of the run. States of health are no marks. */
function onsets(run: ShownRun, axis: Axis, origin: number, end: number): Mark[] {
  return run.verdicts
    .filter(({ severity }) => severity !== 'info')
    .map((verdict) => ({
      kind: 'onset',
      x: placeOn(run, verdict.since, axis) - origin,
      to: end,
      label: verdict.title,
      severity: verdict.severity,
    }));
}

function lrChanges(run: ShownRun, axis: Axis): Mark[] {
  return run.series.flatMap(({ rows, lrChanges }) =>
    (lrChanges?.steps ?? []).map(
      ({ index, from, to }): Mark => ({
        kind: 'lr-change',
        x: rows.at(axis, index),
        label: phrase('Learning rate {0} → {1}', short(from), short(to)),
      }),
    ),
  );
}

/** The first point of each attempt after the first, whichever series it is in. */
function restarts(run: ShownRun, axis: Axis): Mark[] {
  const first = new Map<number, number>();
  for (const { rows, count } of run.series) {
    rows.attempts(axis).forEach(({ from }, number) => {
      const x = rows.at(axis, from);
      if (number === 0 || from >= count || !Number.isFinite(x)) return;
      first.set(number, Math.min(x, first.get(number) ?? x));
    });
  }
  return [...first].map(([number, x]) => ({
    kind: 'restart',
    x,
    label: phrase('Attempt {0} starts', number + 1),
  }));
}

function placeOn(run: ShownRun, { series, index }: PlaceInSeries, axis: Axis): number {
  return run.series[series]?.rows.at(axis, index) ?? Number.NaN;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
