import type { Split } from '../model.js';

/** What one reading of a sample says; what is left out is not asked. */
export interface SampleReading {
  readonly name: string;
  readonly value: number;
  readonly split?: Split;
  readonly step?: number;
  readonly steps?: number;
  readonly epoch?: number;
}

/** Lines as they stand in a source, and exactly the readings they give. None: a near miss. */
export interface Sample {
  readonly lines: readonly string[];
  readonly yields: readonly SampleReading[];
}

/**
 * A line of a text log, without the clock, level and logger name before it (see `withoutPrefix`).
 * Named groups: `epoch`, `epochs`, `step`, `steps` place it, `done` and `total` make it a bar that
 * repaints, `split` is a word for the split, `pairs` is the part in which names and numbers stand,
 * `train` and `val` are such parts of one split, `name` is what their numbers without one are called.
 * Anchored with `^`, no nested quantifiers: the pattern meets hostile lines.
 */
export interface LineRule {
  /** `nothing`: a summary or a running mean that looks like a point and is none. */
  readonly says: 'position' | 'metrics' | 'nothing';
  readonly pattern: RegExp;
  readonly split?: Split;
  /** Groups that hold a number, and what to call it: the writer names none. */
  readonly values?: Readonly<Record<string, string>>;
  /** Means over an epoch under names that the lines in between use too: series of their own. */
  readonly isPerEpoch?: boolean;
  /** The step counts inside the epoch, although no total stands beside it. */
  readonly isStepInEpoch?: boolean;
  /** One such line makes no curve: it counts from the second on, with the first. */
  readonly isDoubtful?: boolean;
}

/** A record on one line: a JSON object or a printed dict. */
export interface RecordRule {
  /** A printed dict has single quotes. */
  readonly quote: '"' | "'";
  /** What the text of the record holds, all of them. */
  readonly keys?: readonly RegExp[];
  /** Named groups `step`, `steps`, `epoch`, `split` that say more than the usual keys. */
  readonly place?: RegExp;
  /** Keys that are neither metric nor position here. */
  readonly omits?: RegExp;
  /** A list among the values, its numbers in named groups, and what to call them. */
  readonly list?: { readonly pattern: RegExp; readonly values: Readonly<Record<string, string>> };
}

/** A shape of log. A definition holds no state and no loop over bytes. */
export interface LogFormat {
  readonly id: string;
  readonly title: string;
  /** Who writes it, and what the definition rests on. */
  readonly source: string;
  /** Lines of a text log that the general reader cannot know well enough. */
  readonly lines?: readonly LineRule[];
  /**
   * A line with numbers that only this writer prints, with or without what stands before its
   * message: the general reader reads, the name is this.
   */
  readonly signature?: RegExp;
  /** A table: columns of which all must be there. */
  readonly columns?: readonly RegExp[];
  /** Columns of the table that are measured on held-out data and do not say so. */
  readonly held?: RegExp;
  /** Columns of the table that are no curve. */
  readonly omits?: RegExp;
  /** Records on one line each, the first that fits. */
  readonly records?: readonly RecordRule[];
  /** A whole JSON file: what its first bytes look like. */
  readonly document?: { readonly name?: RegExp; readonly head: RegExp };
  readonly samples: readonly Sample[];
}
