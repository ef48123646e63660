import type { LineBlock, LogLine, Reading } from '../model.js';

/**
 * Lines in, readings out. The same bytes give the same readings however they were cut, and each
 * point comes out once: a bar that is repainted is held back until something else follows or its
 * total is reached.
 */
export interface LogReader {
  /** Id of the format that reads this source, 'general' for the general reader, '' until known. */
  readonly format: string;
  /** The readings that this line settles, in file order. Never throws on data. */
  push(line: LogLine): readonly Reading[];
  /** The same for many lines at once; `lines` says how many there were. Quicker, no different. */
  pushBlock?(block: LineBlock): { readonly readings: readonly Reading[]; readonly lines: number };
  /** What is still held back. Called when the source is quiet or has ended; safe at any time. */
  flush(): readonly Reading[];
}
