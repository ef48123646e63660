import { closeSync, readSync } from 'node:fs';
import type { LastLine } from '../../analysis/index.js';
import { decodeBytes, decodeWide, wideAt } from './decode.js';
import { openRegularFile } from './openRegularFile.js';

/** A traceback and what a launcher and a tracker print behind it fit in. */
const LONGEST = 64 * 1024;

/**
 * The last lines of what was read of a file: of `end` bytes, behind which line number `line` goes on.
 * Read from the file once more, since lines that say nothing pass the reader unseen. Throws what the
 * file system says.
 */
export function lastLines(file: string, end: number, line: number): LastLine[] {
  // UTF-16 is cut between two characters.
  const from = Math.max(0, end - LONGEST) & ~1;
  const text = textOf(bytesOf(file, from, end));
  const rows = text.split('\n');
  const first = line - rows.length + 1;
  const lines = rows.flatMap((row, index) =>
    row
      .replace(/\r$/, '')
      .split('\r')
      .map((repaint) => ({ text: repaint, line: first + index })),
  );
  // The first one is cut.
  return from > 0 ? lines.slice(1) : lines;
}

function bytesOf(file: string, from: number, end: number): Buffer {
  const handle = openRegularFile(file);
  try {
    const bytes = Buffer.alloc(end - from);
    let have = 0;
    while (have < bytes.length) {
      const count = readSync(handle, bytes, have, bytes.length - have, from + have);
      if (count === 0) break;
      have += count;
    }
    return bytes.subarray(0, have);
  } finally {
    closeSync(handle);
  }
}

/** Of the encoding of its end alone: a log that changes it is no place for a traceback in two. */
function textOf(bytes: Buffer): string {
  const tail = bytes.subarray((bytes.length - 4) & ~1);
  const encoding = bytes.length < 4 ? 'bytes' : (wideAt(tail, 0) ?? 'bytes');
  return encoding === 'bytes' ? decodeBytes(bytes) : decodeWide(bytes, encoding === 'utf-16be');
}
