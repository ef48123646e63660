import type {
  Better,
  Ending,
  Explanation,
  Kind,
  PairReading,
  Phrase,
  Reading,
  Role,
  RulePair,
  Split,
  UserFormat,
  Verdict,
  VerdictChange,
  XUnit,
} from './analysis/index.js';

/**
 * Every message of the house: host <-> engine (worker), host <-> webview. Types only.
 *
 * The engine owns every fact. A *view* is a standing wish: the engine answers it with a frame at once
 * and again after each change of its run, at most 10 a second. A frame is whole (decimated to the
 * pixels asked for), so a dropped one costs nothing and a reopened page needs no history.
 */

/** What the x axis of a chart counts. `time` is seconds since the first timed reading of the run. */
export type Axis = 'step' | 'epoch' | 'time';

/** A series as lists show it. `id` is its index in the run, in order of appearance. */
export interface SeriesSummary {
  readonly id: number;
  readonly name: string;
  readonly metric: string;
  readonly split: Split;
  readonly kind: Kind;
  readonly role: Role;
  readonly better: Better;
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

/* ------------------------------------------------------------------ patterns and explanations */

/** What is read of a file and what is not; undefined where it cannot be read, with the reason. */
export type Explained =
  | {
      readonly explanation: Explanation /** Only its first bytes were looked at. */;
      readonly isCut: boolean;
    }
  | { readonly trouble: string };

/** What a pattern makes of lines: what is wrong with it, or the numbers that it takes of each. */
export type Trial =
  | { readonly fault: Phrase }
  | { readonly taken: readonly (readonly TakenNumber[])[] };

/** A number with the name of its metric, or of its place: epoch, epochs, step, steps, time. */
export interface TakenNumber {
  readonly name: string;
  readonly value: number;
}

/** Wishes that need the patterns of the user alone, not the runs. */
export type ToPatternDesk =
  /** Answered by `explained`. */
  | { readonly type: 'explain'; readonly request: number; readonly file: string }
  /** Answered by `tried`. */
  | {
      readonly type: 'tryPattern';
      readonly request: number;
      readonly pattern: string;
      readonly lines: readonly string[];
    };

/* ------------------------------------------------------------------ host -> engine */

export type ToEngine = ToRuns | ToPatternDesk;

export interface FolderEncoding {
  /** Absolute path; all that lies in it is meant. The empty one stands for every file. */
  readonly folder: string;
  /** As VS Code names it: 'gbk', 'windows1252', 'utf8'. */
  readonly encoding: string;
}

/** Wishes that concern the runs. */
export type ToRuns =
  | {
      readonly type: 'start';
      /** Folders to search, and single files to follow. Absolute paths. */
      readonly roots: readonly string[];
      /** Glob patterns (VS Code's files.exclude and search.exclude), on top of the built-in ones. */
      readonly exclude: readonly string[];
      /** Patterns of the user: they are asked before all formats. */
      readonly formats?: readonly UserFormat[] | undefined;
      /** How the rules are set; undefined: as measured. */
      readonly rules?: readonly RulePair[] | undefined;
      /** What VS Code's `files.encoding` says of folders, for bytes that are no UTF-8. */
      readonly encodings?: readonly FolderEncoding[] | undefined;
      /** Ask for `reading` and `withdrawn` events too (the command line does, the editor does not). */
      readonly everyPoint?: boolean | undefined;
      /** Folder in which offsets and fingerprints are kept between sessions. */
      readonly stateDir?: string | undefined;
    }
  /** Other rules from here on: all runs are judged anew, no file is read again. */
  | { readonly type: 'rules'; readonly rules: readonly RulePair[] }
  | { readonly type: 'follow'; readonly file: string }
  | { readonly type: 'unfollow'; readonly file: string }
  | { readonly type: 'openView'; readonly view: number; readonly wish: View }
  | { readonly type: 'closeView'; readonly view: number }
  /** All readings of a run as columns, undecimated, for export. Answered by `columns`. */
  | { readonly type: 'columns'; readonly request: number; readonly run: string }
  /** Answered by `pong`; measures that the worker is alive. */
  | { readonly type: 'ping'; readonly request: number }
  | { readonly type: 'stop' };

/* ------------------------------------------------------------------ engine -> host */

export type FromEngine =
  /** Runs that changed since the last message; at most 10 messages a second. */
  | { readonly type: 'runs'; readonly runs: readonly RunSummary[] }
  | { readonly type: 'runGone'; readonly run: string }
  | { readonly type: 'source'; readonly source: SourceState }
  /** The first look through all roots has ended. */
  | {
      readonly type: 'found';
      readonly files: number;
      readonly candidates: number;
      readonly ms: number;
    }
  | { readonly type: 'verdict'; readonly run: string; readonly change: VerdictChange }
  | { readonly type: 'frame'; readonly view: number; readonly frame: Frame }
  | {
      readonly type: 'columns';
      readonly request: number;
      readonly run: RunSummary | undefined;
      readonly series: readonly ColumnsOfSeries[];
    }
  /** Only with `everyPoint`. */
  | { readonly type: 'readings'; readonly file: string; readonly added: readonly PlacedReading[] }
  | {
      readonly type: 'withdrawn';
      readonly file: string;
      readonly removed: readonly PlacedReading[];
    }
  | { readonly type: 'pong'; readonly request: number }
  | ({ readonly type: 'explained'; readonly request: number } & Explained)
  | ({ readonly type: 'tried'; readonly request: number } & Trial)
  /** A pattern of the user that cannot be used; the others are. */
  | { readonly type: 'wrongFormat'; readonly pattern: string; readonly message: Phrase }
  /** A setting of the rules that cannot be used; what was measured stands in its place. */
  | { readonly type: 'wrongRule'; readonly message: Phrase }
  /** A programmer's error caught at the border: logged, the rest goes on. */
  | { readonly type: 'fault'; readonly where: string; readonly stack: string };

/** A reading with the x that its series draws it at. */
export interface PlacedReading extends Reading {
  readonly x: number;
  readonly xUnit: XUnit;
}

export interface ColumnsOfSeries {
  readonly id: number;
  readonly step: Float64Array;
  readonly epoch: Float64Array;
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly line: Float64Array;
  readonly attempt: Float64Array;
}

/* ------------------------------------------------------------------ webview <-> host */

/** What the page shows in which language: English text -> translation, sent once. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Facts for the page. The way is JSON but for typed arrays: the host packs each message with
 * `toWire` and the page unpacks it with `fromWire` (analysis), so that a plain NaN arrives.
 */
export type ToWebview =
  | {
      readonly type: 'hello';
      readonly translations: Translations;
      readonly language: string;
      /** Run to show when the page has none of its own (restored) wish. */
      readonly run: string | undefined;
    }
  | {
      readonly type: 'runs';
      readonly runs: readonly RunSummary[];
      readonly searched: Searched | undefined;
    }
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'show'; readonly run: string }
  | { readonly type: 'muted'; readonly run: string; readonly muted: boolean }
  /** The command asks for a picture of what is shown; the page answers with `export` and its data. */
  | { readonly type: 'picture'; readonly as: 'png' | 'svg' };

/** How the search for logs went, for the page that has nothing to show. */
export interface Searched {
  readonly files: number;
  readonly candidates: number;
  readonly ms: number;
}

/** Wishes. The page changes no fact; it waits until the host says so. */
export type FromWebview =
  | { readonly type: 'ready' }
  | { readonly type: 'view'; readonly wish: View }
  /** `series` says in whose file the line stands; without it, in that of the run. */
  | {
      readonly type: 'showLine';
      readonly run: string;
      readonly line: number;
      readonly series?: number | undefined;
    }
  | { readonly type: 'mute'; readonly run: string; readonly muted: boolean }
  | {
      readonly type: 'export';
      readonly run: string;
      readonly as: 'png' | 'svg' | 'csv';
      readonly data?: string;
    }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'command'; readonly command: 'followFile' | 'insertCriterion' | 'openSample' }
  | { readonly type: 'fault'; readonly stack: string };

/** One handler for each kind. A kind that nobody handles does not compile. */
export type Handlers<M extends { readonly type: string }> = {
  readonly [K in M['type']]: (message: Extract<M, { readonly type: K }>) => void;
};
