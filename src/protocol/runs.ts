import type { Ending, PairReading, Phrase, SeriesInfo, Verdict, XUnit } from '../analysis/index.js';

/** What the x axis of a chart counts. `time` is seconds since the first timed reading of the run. */
export type Axis = 'step' | 'epoch' | 'time';

/** A series as lists show it. `id` is its index in the run, in order of appearance. */
export interface SeriesSummary extends SeriesInfo {
  readonly id: number;
  readonly xUnit: XUnit;
  readonly count: number;
  readonly last: PointAt;
  /** Best finite point; undefined where the metric has no direction or no finite point. */
  readonly best?: PointAt | undefined;
  /** The file in which its lines stand, where that is not the file of the run. */
  readonly file?: string | undefined;
}

export interface PointAt {
  readonly x: number;
  readonly y: number;
  readonly epoch?: number | undefined;
  readonly line: number;
}

/**
 * `live`: a line came within the rhythm of the log. `idle`: none did. `finished`, `crashed`: the log says
 * so at its end, until its next line. `gone`: the file vanished.
 */
export type RunState = 'reading' | 'live' | 'idle' | 'finished' | 'crashed' | 'gone';

export interface RunSummary {
  /** Stable for the life of the file: path and number of the run in it. */
  readonly id: string;
  /** For people: the folder-relative path, and the number of the run where a file holds several. */
  readonly name: string;
  readonly file: string;
  /** All files that tell of this training, where there are several; `file` is the first. */
  readonly files?: readonly string[] | undefined;
  readonly format: string;
  readonly state: RunState;
  /** How it ended, where the state says that it did. */
  readonly ending?: Ending | undefined;
  readonly attempts: number;
  readonly series: readonly SeriesSummary[];
  readonly points: number;
  readonly progress: Progress;
  /** Axes that this run can be drawn over; the first is the natural one. */
  readonly axes: readonly Axis[];
  /** Active verdicts, the gravest first. The first is the headline. Never empty once there are points. */
  readonly verdicts: readonly Verdict[];
  /** What the table of train and val says of it; undefined while that is too early. */
  readonly pair?: PairReading | undefined;
  /** Counts the changes of this run. */
  readonly seq: number;
  /** Milliseconds since 1970 when the file last grew, by its modification time. */
  readonly changedAt: number;
}

export interface Progress {
  readonly epoch?: number | undefined;
  readonly epochs?: number | undefined;
  readonly step?: number | undefined;
  readonly steps?: number | undefined;
  /** Seconds from the first to the last timed reading (or from first seen growing). */
  readonly elapsed?: number | undefined;
  readonly remaining?: number | undefined;
}

/** A file that is no run (yet): shown so that nobody wonders. */
export interface SourceState {
  readonly file: string;
  readonly state: 'reading' | 'followed' | 'no-readings' | 'unreadable' | 'not-text' | 'gone';
  /** Why and what to do; for states that a person can answer. */
  readonly message?: Phrase | undefined;
  readonly bytesRead: number;
  readonly bytes: number;
}

/** One window on a run: what a chart page wants to see. */
export interface View {
  readonly run: string;
  readonly axis: Axis;
  /** Visible part of the axis; undefined: all of it. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Width of the plot in device pixels: how many columns are worth sending. */
  readonly pixels: number;
  /** Weight of the debiased exponential moving average, 0 (off) to 0.999. */
  readonly smoothing: number;
}

/** Columns of one series, x ascending inside an attempt, decimated so that each pixel keeps its extremes. */
export interface FrameSeries {
  readonly id: number;
  readonly x: Float64Array;
  /** Finite values; NaN only as a gap between attempts. */
  readonly y: Float64Array;
  /** Smoothed over all points, not over this sample; undefined when off or under 3 points. */
  readonly smooth?: Float64Array | undefined;
  /** Line of each point, for the tooltip and the jump. */
  readonly line: Float64Array;
  readonly epoch: Float64Array;
  /** Non-finite readings: where, and which (NaN, Infinity, -Infinity). */
  readonly oddX: Float64Array;
  readonly oddY: Float64Array;
  readonly oddLine: Float64Array;
  /** Best finite point in the whole series, with its epoch. */
  readonly best?: PointAt | undefined;
}

export interface Frame {
  readonly run: RunSummary;
  readonly axis: Axis;
  /** Extent of the whole run on this axis. */
  readonly min: number;
  readonly max: number;
  readonly series: readonly FrameSeries[];
  /** Verdicts, best points, spikes, restarts, changes of the learning rate. */
  readonly marks: readonly Mark[];
}

/**
 * What happened at a place, as data: the page draws it, says it on hovering, and leads to its line.
 * Sent in the order of their x inside a kind, at most one spike for a few pixels of the window.
 */
export interface Mark {
  /**
   * `onset`: a verdict that stands. `best`: the best point of a series. `spike`: a value far above the
   * level before it. `restart`: another attempt. The others are what the learning rate did.
   */
  readonly kind:
    | 'onset'
    | 'best'
    | 'spike'
    | 'restart'
    | 'lr-drop'
    | 'lr-rise'
    | 'lr-restart'
    | 'warm-up-end';
  readonly x: number;
  /** End of the span for an onset that still lasts; undefined: one place. */
  readonly to?: number | undefined;
  /** Value of its point; undefined where it stands for none. */
  readonly y?: number | undefined;
  /** Series of that point, in whose file the line stands. */
  readonly series?: number | undefined;
  /** Line of the log, from 1; undefined in a file of records, which has none. */
  readonly line?: number | undefined;
  /** In a few words: "Overfitting since epoch 20." */
  readonly label: Phrase;
  /** With its numbers and places, as a sentence; undefined where the label says all. */
  readonly says?: Phrase | undefined;
  /** Others of its kind beside it that are not sent: it is the highest of them. */
  readonly more?: number | undefined;
  readonly severity?: Verdict['severity'] | undefined;
}
