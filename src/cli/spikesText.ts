import { type MarkedSpike, sayPhrase, type Verdict } from '../analysis/index.js';
import { placeOf } from '../engine/store/placeOf.js';
import type { Series } from '../engine/store/series.js';
import type { ShownRun } from '../engine/store/shownRun.js';
import { courseOf } from '../engine/store/spikeCourse.js';

/** More of them are a list that nobody reads. */
const MOST = 5;

/** A spike of a run, over or not. */
export interface ToldSpike {
  /** "step 829". */
  readonly place: string;
  readonly line: number | undefined;
  /** What came after it. */
  readonly says: string;
  /** Lower ones near it for which it stands. */
  readonly more: number;
}

export function toldSpikes({ spikes, series }: ShownRun): ToldSpike[] {
  return spikes.flatMap((marked) => told(marked, series) ?? []);
}

function told({ spike, more }: MarkedSpike, all: readonly Series[]): ToldSpike | undefined {
  const series = all[spike.at.series];
  return (
    series && {
      place: placeOf(series, spike.at.index),
      line: spike.at.line,
      says: sayPhrase(courseOf(spike, series)),
      more,
    }
  );
}

/**
 * All spikes of a run for a person to read, the last few with what came after them. Empty without any, and
 * where a verdict says the only one already.
 */
export function spikesBlock(spikes: readonly ToldSpike[], verdicts: readonly Verdict[]): string {
  const count = spikes.reduce((sum, { more }) => sum + more + 1, 0);
  const isSaid = verdicts.some(({ code }) => code === 'spike');
  if (count === 0 || (count === 1 && isSaid)) return '';
  const shown = spikes.slice(-MOST);
  const head = `  ^ Loss spikes: ${count}${spikes.length > shown.length ? `, the last ${shown.length}:` : ''}\n`;
  return head + shown.map(({ place, says }) => `    · At ${place}: ${says}\n`).join('');
}
