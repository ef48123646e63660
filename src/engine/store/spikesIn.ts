import { highestOf, type MarkedSpike } from '../../analysis/index.js';
import type { ShownRun } from './shownRun.js';
import type { Stage } from './stage.js';

/** Device pixels that a mark of a spike takes: two in one such column are one mark. */
const MARK_PX = 16;

/** The spikes of the shown part, the highest of each column of pixels standing for the others in it. */
export function spikesIn(run: ShownRun, { axis, from, to, pixels }: Stage): MarkedSpike[] {
  const width = ((to - from) * MARK_PX) / pixels;
  const columns = new Map<string, MarkedSpike[]>();
  for (const one of run.spikes) {
    const { series, index } = one.spike.at;
    const x = run.series[series]?.rows.at(axis, index) ?? Number.NaN;
    if (!(x >= from && x <= to)) continue;
    const column = `${series} ${width > 0 ? Math.floor((x - from) / width) : 0}`;
    const known = columns.get(column);
    if (known) known.push(one);
    else columns.set(column, [one]);
  }
  return [...columns.values()].flatMap((spikes) => highestOf(spikes) ?? []);
}
