import type { Reading } from '../../analysis/index.js';
import type { PlacedReading } from '../../protocol.js';
import type { Run } from '../store/run.js';
import { type Series, seriesKey } from '../store/series.js';

/** Where one content of a file begins among the runs of that file. */
export interface Beginning {
  /** The number that run 0 of this content has, and its attempt. */
  readonly firstRun: number;
  readonly firstAttempt: number;
  /** Points that this run has from contents before it (a log that was rotated), by series. */
  readonly before: readonly (readonly [key: string, points: number])[];
}

export const AT_THE_START: Beginning = { firstRun: 0, firstAttempt: 0, before: [] };

/** How a content stands among the runs of its file. */
export interface Standing {
  readonly beginning: Beginning;
  /** What was told of its last line while that had no end: when the line goes on, it never was. */
  readonly open: readonly Reading[];
}

/** Where a content begins that stands behind all these runs, or goes on where the last of them ended. */
export function beginningBehind(runs: readonly Run[], readings: readonly Reading[]): Beginning {
  const last = runs.at(-1);
  if (!last?.isContinuedBy(readings)) return { ...AT_THE_START, firstRun: runs.length };
  const before = last.series.map(({ info, count }) => [seriesKey(info), count] as const);
  return { firstRun: runs.length - 1, firstAttempt: last.lastAttempt, before };
}

/** Where a content begins whose head, these readings, was thrown away: they count as of one before it. */
export function beginningAfter(begins: Beginning, head: readonly Reading[]): Beginning {
  const [first] = head;
  if (!first) return begins;
  const before = new Map(begins.before);
  for (const reading of head) {
    const key = seriesKey(reading);
    before.set(key, (before.get(key) ?? 0) + 1);
  }
  return { firstRun: first.run, firstAttempt: first.attempt, before: [...before] };
}

/** What is shown of the content that begins there. */
export function shownReadings(runs: readonly Run[], { firstRun, before }: Beginning) {
  const counts = new Map(before);
  return runs.slice(firstRun).flatMap((run, at) =>
    run.series.flatMap((series) => {
      const from = at === 0 ? (counts.get(seriesKey(series.info)) ?? 0) : 0;
      return readingsOf(series, from, series.count, firstRun + at);
    }),
  );
}

/** What the run has from contents before that one, in the order in which it was printed. */
export function earlierReadings(runs: readonly Run[], { firstRun, before }: Beginning) {
  const counts = new Map(before);
  const series = runs[firstRun]?.series ?? [];
  const readings = series.flatMap((one) => {
    const count = counts.get(seriesKey(one.info)) ?? 0;
    return readingsOf(one, 0, count, firstRun).map((reading, index) => ({
      reading,
      at: [reading.attempt, one.rows.at('step', index), one.rows.at('epoch', index), reading.line],
    }));
  });
  const ordered = readings.sort((a, b) => inOrder(a.at, b.at));
  // Their lines stand in no file of this name any more.
  return ordered.map(({ reading }) => ({ ...reading, line: 0, offset: Number.NaN }));
}

/** The last run without these readings, which are the last of their series, and these as they were placed. */
export function withoutLast(runs: readonly Run[], readings: readonly Reading[]) {
  const firstRun = runs.length - 1;
  const keys = new Set(readings.map(seriesKey));
  const before = (runs[firstRun]?.series ?? []).map(({ info, count }) => {
    const key = seriesKey(info);
    return [key, keys.has(key) ? count - 1 : count] as const;
  });
  const beginning = { firstRun, firstAttempt: 0, before };
  const open = keys.size > 0 ? shownReadings(runs, beginning) : [];
  return { kept: open.length > 0 ? earlierReadings(runs, beginning) : [], open };
}

function readingsOf(series: Series, from: number, to: number, run: number): PlacedReading[] {
  const { name, metric, split, kind } = series.info;
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
    name,
    metric,
    split,
    kind,
    value: series.y.at(from + at),
    ...series.rows.printedAt(from + at),
    run,
    x: series.xAt(from + at),
    xUnit: series.xUnit,
  }));
}

/** By the first numbers that are known on both sides and differ. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const order = value - (b[at] ?? Number.NaN);
    if (order < 0 || order > 0) return order;
  }
  return 0;
}
