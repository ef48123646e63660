import type { LineBlock, LogLine, Reading } from '../model.js';
import type { LogReader } from './logReader.js';

const LINE_FEED = 10;

/** Gives the lines of a block one by one; how many there were. */
export function eachLine(block: LineBlock, give: (line: LogLine) => void): number {
  let count = 0;
  for (let from = block.from; from < block.to; count++) {
    const end = block.bytes.indexOf(LINE_FEED, from);
    give(block.lineAt(from, end, block.line + count));
    from = end + 1;
  }
  return count;
}

/** A block for a reader that takes it line by line. */
export function pushEachLine(
  reader: LogReader,
  block: LineBlock,
): { readonly readings: readonly Reading[]; readonly lines: number } {
  const readings: Reading[] = [];
  const lines = eachLine(block, (line) => readings.push(...reader.push(line)));
  return { readings, lines };
}
