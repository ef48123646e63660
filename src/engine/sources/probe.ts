import { closeSync, fstatSync, readSync } from 'node:fs';
import type { LogReader } from '../../analysis/index.js';
import { isBinary } from './decode.js';
import { LineCutter } from './lineCutter.js';
import { openRegularFile } from './openRegularFile.js';

/** Bytes looked at, at each end. */
const END = 64 * 1024;
/** One document (JSON) says nothing in pieces: it is looked at whole up to this size. */
const WHOLE_DOCUMENT = 8 * 1024 * 1024;

/** Are there readings in the first or in the last 64 KiB of a file? Throws what the system says. */
export function probe(
  file: string,
  newReader: (file: string) => LogReader,
): 'readings' | 'no-readings' | 'not-text' {
  const handle = openRegularFile(file);
  try {
    const { size } = fstatSync(handle);
    const isDocument = file.endsWith('.json') && size <= WHOLE_DOCUMENT;
    const head = isDocument ? size : Math.min(size, END);
    const start = bytesAt(handle, 0, head);
    if (saysSomething(newReader(file), start, size <= head)) return 'readings';
    if (isBinary(start)) return 'not-text';
    if (size <= head) return 'no-readings';
    const tail = bytesAt(handle, Math.max(head, size - END), END);
    // The first line of the tail is cut.
    const from = tail.indexOf(10) + 1;
    return saysSomething(newReader(file), tail.subarray(from), true) ? 'readings' : 'no-readings';
  } finally {
    closeSync(handle);
  }
}

function saysSomething(reader: LogReader, bytes: Uint8Array, isEnd: boolean): boolean {
  const cutter = new LineCutter();
  let isFound = false;
  cutter.push(bytes, (line) => {
    isFound ||= reader.push(line).length > 0;
  });
  const rest = isEnd ? cutter.rest() : undefined;
  if (rest) isFound ||= reader.push(rest).length > 0;
  return isFound || reader.flush().length > 0;
}

function bytesAt(handle: number, from: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let have = 0;
  while (have < size) {
    const count = readSync(handle, bytes, have, size - have, from + have);
    if (count === 0) break;
    have += count;
  }
  return bytes.subarray(0, have);
}
