/** The words of the house. Everything that flows from a line of a log to a pixel is made of these. */

/** Which part of the data a value was measured on. `other`: neither, or the writer does not say. */
export type Split = 'train' | 'val' | 'other';

/** What a metric is. `error` is lower-is-better and not a loss (error rate, WER, perplexity). */
export type Kind = 'loss' | 'accuracy' | 'lr' | 'error' | 'reward' | 'other';

/** Split and learning rate in one word, as the command line and the scorers say it. */
export type Role = 'train' | 'val' | 'lr' | 'other';

/** What the x of a series counts. `index`: nothing was printed, so it is the number of the reading. */
export type XUnit = 'step' | 'epoch' | 'index';

/** Direction of improvement; undefined where there is none (a learning rate, a gradient norm). */
export type Better = 'min' | 'max' | undefined;

/** Severity of a verdict, rising. Alarms are `hint` and above. */
export type Severity = 'info' | 'hint' | 'warning' | 'error';

/** One line of a source as text, without its terminator. A repaint by `\r` is a line of its own. */
export interface LogLine {
  readonly text: string;
  /** Line number from 1, as an editor counts it. Repaints by `\r` share the number. */
  readonly line: number;
  /** Byte offset of the first byte of the line (or repaint) in the file. */
  readonly offset: number;
  /** Where its bytes stand, if its encoding leaves ASCII as it is; valid during the call alone. */
  readonly raw?: RawLine | undefined;
}

/** The bytes of a line, without its terminator. */
export interface RawLine {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Whole lines as they follow each other in a source, each closed by a line feed, none by a `\r`. */
export interface LineBlock extends RawLine {
  /** Number of the first line, from 1. */
  readonly line: number;
  /** Byte offset of the first byte in the file. */
  readonly offset: number;
  /** The line that stands from `from` to `to` and has this number. */
  readonly lineAt: (from: number, to: number, line: number) => LogLine;
}

/** One value of one metric at one position. */
export interface Reading {
  /** The name as printed, the split included ("val_loss", "eval/acc", "训练损失"): its identity. */
  readonly name: string;
  /** The name without its split, normalised, shared by train and val ("loss", "acc"): its chart. */
  readonly metric: string;
  readonly split: Split;
  readonly kind: Kind;
  /** NaN, Infinity and -Infinity are values like any other. */
  readonly value: number;
  /** Global step where known. */
  readonly step?: number | undefined;
  /** Epoch, possibly a fraction, where known. */
  readonly epoch?: number | undefined;
  /** Wall-clock time in seconds since 1970, where the line carries one. */
  readonly time?: number | undefined;
  /** Totals where the line says them ("3/10"): the progress of the run. */
  readonly steps?: number | undefined;
  readonly epochs?: number | undefined;
  /** Where it stands; line 0 in a file of records, which has none. */
  readonly line: number;
  readonly offset: number;
  /** 0-based training inside this file: two trainings appended to one file are runs 0 and 1. */
  readonly run: number;
  /** 0-based attempt of that run: a resume whose axis goes back starts the next one. */
  readonly attempt: number;
}

/** What a series is, as far as rules and charts have to know. */
export interface SeriesInfo {
  readonly name: string;
  readonly metric: string;
  readonly split: Split;
  readonly kind: Kind;
  readonly role: Role;
  readonly better: Better;
}

/** One point of a series as the rules see it. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly epoch?: number | undefined;
  /** Wall clock, seconds since 1970. */
  readonly time?: number | undefined;
  readonly line?: number | undefined;
}

export type VerdictCode =
  | 'nan'
  | 'diverging'
  | 'not-learning'
  | 'overfitting'
  | 'generalisation-stalled'
  | 'plateau'
  | 'learning'
  | 'converged'
  | 'too-slow'
  | 'spike'
  | 'oscillating'
  | 'val-below-train'
  | 'val-never-improved'
  | 'suspect-data'
  | 'stalled-log'
  | 'too-early';

/** English text with {0}, {1}, … and its arguments. The host translates `text` and then fills it in. */
export interface Phrase {
  readonly text: string;
  readonly args: readonly (string | number)[];
  /** What is judged where that is no loss, "perplexity": hosts say it for the word loss (`nameMetric`). */
  readonly metric?: string | undefined;
}

/** A point named for people and for jumps: which series, where on its axis, which line. */
export interface PlaceInSeries {
  /** Index of the series in its run, in order of appearance. */
  readonly series: number;
  /** Index of the point in that series, from 0. */
  readonly index: number;
  readonly x: number;
  readonly epoch?: number | undefined;
  readonly line?: number | undefined;
}

/** One row of proof: what was measured beside what was needed. */
export interface Evidence {
  readonly label: Phrase;
  /** Formatted number with unit, e.g. "0.586", "21 σ". */
  readonly measured: string;
  /** What the rule asks for, e.g. "> 0.443 (best + 3 %)". */
  readonly needed: Phrase;
  /** False: this piece is still missing (shown without a tick). */
  readonly holds: boolean;
}

/** A diagnosis that this one is mistaken for, and the number that rules it out. */
export interface RuledOut {
  readonly code: VerdictCode;
  /** "Not generalisation stalled: val is 36 % above its best, more than 3 %." */
  readonly because: Phrase;
}

/** One thing to do. */
export interface Advice {
  readonly act: Phrase;
  /** Who says so, as people cite it: "Prechelt 1998". Undefined: plain sense. */
  readonly source?: Phrase | undefined;
}

/** What a rule says of a run. Plain data: it travels to the host, the webview and JSON as it is. */
export interface Verdict {
  readonly code: VerdictCode;
  readonly severity: Severity;
  /** "Overfitting since epoch 20." */
  readonly title: Phrase;
  /** "Val loss is 36 % above its best (0.409 at epoch 16) while train loss fell from 0.297 to 0.0724." */
  readonly because: Phrase;
  /** Where it began: the best point for overfitting, the first bad value for NaN. */
  readonly since: PlaceInSeries;
  /** Where the rule fired. Never before `since`. */
  readonly raisedAt: PlaceInSeries;
  readonly evidence: readonly Evidence[];
  /** At most three. */
  readonly isNot: readonly RuledOut[];
  /** Candidates, the likeliest first; at most four. Curves show shapes, so that none is certain. */
  readonly causes: readonly Phrase[];
  /** At most three. */
  readonly advice: readonly Advice[];
}
