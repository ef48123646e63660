import type {
  Explanation,
  Phrase,
  Reading,
  RulePair,
  UserFormat,
  VerdictChange,
  XUnit,
} from './analysis/index.js';
import type { Frame, RunSummary, SourceState, View } from './protocol/runs.js';

/**
 * Every message of the house: host <-> engine (worker), host <-> webview. Types only.
 *
 * The engine owns every fact. A *view* is a standing wish: the engine answers it with a frame at once
 * and again after each change of its run, at most 10 a second. A frame is whole (decimated to the
 * pixels asked for), so a dropped one costs nothing and a reopened page needs no history.
 */

export type * from './protocol/runs.js';

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
      /** Links that lead out of the roots are not followed: nobody trusts this workspace yet. */
      readonly linksStayInside?: boolean | undefined;
      /** Patterns of the user: they are asked before all formats. */
      readonly formats?: readonly UserFormat[] | undefined;
      /** How the rules are set; undefined: as measured. */
      readonly rules?: readonly RulePair[] | undefined;
      /** What VS Code's `files.encoding` says of folders, for bytes that are no UTF-8. */
      readonly encodings?: readonly FolderEncoding[] | undefined;
      /** Ask for `reading` and `withdrawn` events too (the command line does, the editor does not). */
      readonly everyPoint?: boolean | undefined;
      /**
       * Ask for `verdict` events, each change of a verdict (the command line does): in a flood of points
       * they are a thousand a second. The editor goes by the verdicts that stand in `runs`.
       */
      readonly everyVerdict?: boolean | undefined;
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
  /** Only with `everyVerdict`. */
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
