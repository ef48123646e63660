import { agreementOf, isCopy } from './agreement.js';
import type { Run } from './run.js';
import type { Series } from './series.js';

/** A measurement of a joined run: the series that is shown for it, and those that only repeat it. */
export interface Slot {
  readonly shown: Series;
  readonly copies: readonly Series[];
}

/** A live copy leads once it is ahead by so many points, or by this share of all. */
const AHEAD = { points: 3, share: 0.02 };
/** A thinned copy (every tenth point) is no replacement for the whole. */
const THINNED = 0.8;

/**
 * What several runs of one training say, each measurement once. The slots of before keep their places,
 * so that a series keeps its number while files come and grow.
 */
export function slotsOf(runs: readonly Run[], before: readonly Slot[] = []): Slot[] {
  const known = before.map(({ shown }) => shown);
  const present = new Set(runs.flatMap(({ series }) => series));
  const first = known.filter((series) => present.has(series));
  const rest = [...present].filter((series) => !first.includes(series));
  const slots: Slot[] = [];
  for (const series of [...first, ...rest]) {
    const at = slots.findIndex(({ shown }) => isCopyOf(series, shown));
    const slot = slots[at];
    if (slot) slots[at] = withCopy(slot, series);
    else slots.push({ shown: series, copies: [] });
  }
  return slots.map(leading);
}

/** The slot as it should be shown now; the same object where nothing changes. */
export function leading(slot: Slot): Slot {
  const better = slot.copies.find((copy) => isAhead(copy, slot.shown));
  if (!better) return slot;
  return {
    shown: better,
    copies: [slot.shown, ...slot.copies.filter((copy) => copy !== better)],
  };
}

function isCopyOf(series: Series, shown: Series): boolean {
  const [a, b] = [series.info, shown.info];
  if (series.file === shown.file || a.metric !== b.metric || a.kind !== b.kind) return false;
  if (a.split !== b.split && a.split !== 'other' && b.split !== 'other') return false;
  return isCopy(agreementOf(series, shown));
}

/** The richer of two that are as far: more points, more digits, both axes. Else the one that leads. */
function withCopy({ shown, copies }: Slot, series: Series): Slot {
  const isRicher = !isAhead(shown, series) && richness(series) > richness(shown);
  return isRicher
    ? { shown: series, copies: [shown, ...copies] }
    : { shown, copies: [...copies, series] };
}

function isAhead(copy: Series, shown: Series): boolean {
  if (copy.count < THINNED * shown.count) return false;
  const unit = copy.rows.has('step') && shown.rows.has('step') ? 'step' : 'epoch';
  const end = shown.rows.at(unit, shown.count - 1);
  let ahead = 0;
  const enough = Math.max(AHEAD.points, AHEAD.share * shown.count);
  while (ahead < enough && copy.rows.at(unit, copy.count - 1 - ahead) > end) ahead++;
  return ahead >= enough;
}

/** Points first; a copy that prints both axes or more digits counts as a few points more. */
function richness({ count, rows, y }: Series): number {
  const digits = String(y.at(count - 1)).length;
  return count * (1 + (rows.has('step') && rows.has('epoch') ? 0.05 : 0) + 0.002 * digits);
}
