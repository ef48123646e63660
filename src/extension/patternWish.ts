import type { TriedLine } from './trialWords.js';

/** A line to make a pattern of, and the lines that it is tried on besides. */
export interface PatternWish {
  readonly file: string;
  readonly line: string;
  readonly pattern?: string | undefined;
  readonly others: readonly TriedLine[];
}
