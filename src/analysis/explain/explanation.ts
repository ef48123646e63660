import type { Phrase } from '../model.js';

/** Why the numbers of a line became no readings. */
export type Reason =
  | 'position'
  | 'section'
  | 'header'
  | 'box'
  | 'row'
  | 'repaint'
  | 'bar'
  | 'rank'
  | 'repeated'
  | 'best'
  | 'rates'
  | 'no-place'
  | 'once'
  | 'held'
  | 'summary'
  | 'setting'
  | 'code'
  | 'prose'
  | 'noise'
  | 'no-number'
  | 'unnamed'
  | 'no-name'
  | 'unclear'
  | 'unprintable'
  | 'long'
  | 'not-a-log';

/** The lines that one format read. */
export interface TakenLines {
  /** Id of the format; 'general' for the general reader, 'pattern' for one of the user. */
  readonly format: string;
  /** For people; for a pattern of the user its text. */
  readonly title: Phrase;
  readonly lines: number;
  readonly readings: number;
  /** Number of the first such line, from 1. */
  readonly first: number;
  readonly example: string;
}

/** Lines of one shape that hold numbers and were not taken. */
export interface LeftLines {
  readonly reason: Reason;
  readonly why: Phrase;
  /** The line with its numbers collapsed. */
  readonly shape: string;
  readonly lines: number;
  readonly first: number;
  /** As printed, inert and cut: for people. */
  readonly example: string;
  /** A pattern that would read such a line, to begin with; undefined where none makes sense. */
  readonly pattern?: string | undefined;
}

/** What was read of a log and what was not, and why. Plain data: it travels and is JSON as it is. */
export interface Explanation {
  /** As `extract` says it: id of the format that reads the file, '' where none does. */
  readonly format: string;
  readonly lines: number;
  /** Of them, those that hold a number. */
  readonly numbered: number;
  readonly readings: number;
  /** Most lines first. */
  readonly taken: readonly TakenLines[];
  /** Most frequent first. */
  readonly left: readonly LeftLines[];
  /** Lines with numbers of shapes beyond those that are kept apart. */
  readonly others: number;
}
