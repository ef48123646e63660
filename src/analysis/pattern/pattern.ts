import type { Phrase } from '../model.js';

/** One row of the setting `losscope.formats`. */
export interface UserFormat {
  /** Named groups (`(?<step>\d+) (?<loss>\S+)`) or the short form (`\step \loss`). */
  readonly pattern: string;
  /** Glob of the files it is for; undefined: every file. */
  readonly files?: string | undefined;
}

/** What is wrong with a pattern, where, and what to do. */
export interface PatternFault {
  readonly message: Phrase;
  /** First character of the wrong place in the pattern, from 0, and its length. */
  readonly at: number;
  readonly length: number;
}

/** A pattern that was understood, ready for an engine that runs in linear time. */
export interface ParsedPattern {
  readonly text: string;
  /** RE2 syntax; its groups are named g0, g1, …, since names of metrics may hold any sign. */
  readonly source: string;
  /** What each group gives: `epoch`, `epochs`, `step`, `steps`, `time`, or the name of a metric. */
  readonly names: readonly string[];
  /** A piece of text that every matching line holds: the cheap first test. */
  readonly literal: string | undefined;
}

/** What the groups of a pattern caught on a line, in the order of its names. */
export type Caught = readonly (string | undefined)[];

/** A pattern of the user that can be asked. */
export interface LinePattern {
  readonly text: string;
  readonly names: readonly string[];
  /** Undefined where the line is not of this pattern. Linear in the length of the line. */
  match(line: string): Caught | undefined;
}

/** The format id of readings that a pattern of the user read. */
export const USER_PATTERN = 'pattern';

/** Groups that place a line; every other one is a metric. */
export const PLACES: ReadonlySet<string> = new Set(['epoch', 'epochs', 'step', 'steps', 'time']);

export function isFault<T extends object>(parsed: T | PatternFault): parsed is PatternFault {
  return 'message' in parsed;
}

/** A fault at a piece of the pattern; `say` gets its character from 1 and the piece itself. */
export function faultAt(
  text: string,
  at: number,
  length: number,
  say: (character: number, piece: string) => Phrase,
): PatternFault {
  const piece = text.slice(at, at + length);
  return { message: say(at + 1, piece.length > 30 ? `${piece.slice(0, 29)}…` : piece), at, length };
}
