import type { LogClock } from './evidence/clock.js';
import type { MarkedSpike } from './evidence/spikeLog.js';
import type { PlaceInSeries, Point, SeriesInfo, Verdict, VerdictCode, XUnit } from './model.js';
import type { PairReading } from './pairReading.js';

export type VerdictChange =
  | { readonly change: 'raised'; readonly verdict: Verdict }
  | { readonly change: 'cleared'; readonly verdict: Verdict; readonly at: PlaceInSeries };

/**
 * What is being said of one run while it grows. O(1) a point. A verdict that reaches a higher
 * severity is raised again; one whose evidence only grew is not, but `active` shows today's numbers.
 */
export interface Diagnosis {
  /** Announces a series; its id is the number of series announced before. */
  addSeries(info: SeriesInfo, xUnit: XUnit): number;
  push(series: number, point: Point): readonly VerdictChange[];
  /**
   * The axis went back (resume): best, patience and trends start anew. What began before the point that
   * comes next stays said, in the numbers of its own attempt, until it can be judged again.
   */
  restart(): void;
  /** Wall clock, in seconds since 1970, when no line came: only `stalled-log` looks at it. */
  look(seconds: number): readonly VerdictChange[];
  /** The run as the table of train and val reads it, beside the verdicts; undefined while it is too early. */
  reading(): PairReading | undefined;
  /** The spikes of the run, in order, for the marks of a chart: 1024 at most. */
  readonly spikes: readonly MarkedSpike[];
  /** The rhythm of the log; whoever judges the same run anew goes on with it. */
  readonly clock: LogClock;
  /** Does this verdict hold now? Makes no words. */
  says(code: VerdictCode): boolean;
  /** Verdicts that hold now, the gravest first. Never empty once there is a point ("too early"). */
  active(): readonly Verdict[];
}
