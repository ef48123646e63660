import {
  type Phrase,
  type PlaceInSeries,
  phrase,
  writeLoss,
  writeRate,
} from '../../analysis/index.js';
import type { Mark } from '../../protocol.js';
import type { LrChange } from './lrChanges.js';
import { placeOf } from './placeOf.js';
import type { ShownRun } from './shownRun.js';
import { courseOf } from './spikeCourse.js';
import { spikesIn } from './spikesIn.js';
import type { Stage } from './stage.js';

/** What happened where, on the axis that is shown. */
export function marksOf(run: ShownRun, stage: Stage): Mark[] {
  const marks = [
    ...onsets(run, stage),
    ...bests(run, stage),
    ...spikes(run, stage),
    ...lrMarks(run, stage),
    ...restarts(run, stage),
  ];
  return marks.filter(({ x }) => Number.isFinite(x));
}

/** A verdict that stands lasts to the end of the run. States of health are no marks, silence is none. */
function onsets(run: ShownRun, stage: Stage): Mark[] {
  return run.verdicts
    .filter(({ severity, code }) => severity !== 'info' && code !== 'stalled-log')
    .map(({ since, title, because, severity }) => ({
      kind: 'onset',
      ...markAt(run, since, stage),
      to: stage.end - stage.origin,
      label: title,
      says: because,
      severity,
    }));
}

/** The best point of each series that has a direction. */
function bests(run: ShownRun, stage: Stage): Mark[] {
  return run.series.flatMap((series, id): Mark[] => {
    const { bestIndex: index, info } = series;
    if (index === undefined) return [];
    const value = writeLoss(series.y.at(index));
    return [
      {
        kind: 'best',
        ...markAt(run, { series: id, index }, stage),
        label: phrase('Best {0}: {1} at {2}.', info.name, value, placeOf(series, index)),
      },
    ];
  });
}

function spikes(run: ShownRun, stage: Stage): Mark[] {
  return spikesIn(run, stage).flatMap(({ spike, more }): Mark[] => {
    const series = run.series[spike.at.series];
    if (!series) return [];
    return [
      {
        kind: 'spike',
        ...markAt(run, spike.at, stage),
        label: phrase('Spike at {0}.', placeOf(series, spike.at.index)),
        says: courseOf(spike, series),
        more: more || undefined,
      },
    ];
  });
}

/** Groups of parameters mostly share a schedule: what two rates do at one place is one mark. */
function lrMarks(run: ShownRun, stage: Stage): Mark[] {
  const marks = new Map<string, Mark>();
  run.series.forEach((series, id) => {
    for (const change of series.lrChanges?.marks ?? []) {
      const { kind, index } = change;
      const at = markAt(run, { series: id, index }, stage);
      const key = `${kind} ${at.x}`;
      if (marks.has(key)) continue;
      marks.set(key, {
        kind: kind === 'warm-up-end' ? kind : `lr-${kind}`,
        ...at,
        label: lrLabel(change, placeOf(series, index)),
      });
    }
  });
  return [...marks.values()];
}

function lrLabel({ kind, from, to }: LrChange, place: string): Phrase {
  const rates = [from === 0 ? '0' : writeRate(from), writeRate(to), place] as const;
  if (kind === 'drop') return phrase('Learning rate drops {0} → {1} at {2}.', ...rates);
  if (kind === 'rise') return phrase('Learning rate rises {0} → {1} at {2}.', ...rates);
  if (kind === 'restart') return phrase('Learning rate starts anew {0} → {1} at {2}.', ...rates);
  return phrase('Warm-up {0} → {1} ends at {2}.', ...rates);
}

/** The first point of each attempt after the first, whichever series it is in. */
function restarts(run: ShownRun, stage: Stage): Mark[] {
  const first = new Map<number, Mark>();
  run.series.forEach((series, id) => {
    series.rows.attempts(stage.axis).forEach(({ from }, number) => {
      if (number === 0 || from >= series.count) return;
      const at = markAt(run, { series: id, index: from }, stage);
      const known = first.get(number);
      if (!Number.isFinite(at.x) || (known && known.x <= at.x)) return;
      const [place, before] = [placeOf(series, from), placeOf(series, from - 1)];
      const label = phrase('Attempt {0} starts', number + 1);
      const says = phrase('It goes on at {0}; the one before came to {1}.', place, before);
      first.set(number, { kind: 'restart', ...at, y: undefined, label, says });
    });
  });
  return [...first.values()];
}

/** A point of a series as a mark names it. */
function markAt(
  run: ShownRun,
  { series: id, index }: Pick<PlaceInSeries, 'series' | 'index'>,
  { axis, origin }: Stage,
) {
  const series = run.series[id];
  const y = series?.y.at(index) ?? Number.NaN;
  return {
    x: (series?.rows.at(axis, index) ?? Number.NaN) - origin,
    y: Number.isFinite(y) ? y : undefined,
    series: id,
    line: series?.rows.lineAt(index) || undefined,
  };
}
