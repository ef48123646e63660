import { closeSync, fstatSync, readSync } from 'node:fs';
import { isBinary } from './decode.js';
import { openRegularFile } from './openRegularFile.js';
import { type AnyReader, bytesOf, type SourceBytes } from './sourceBytes.js';

/** Bytes looked at, at each end, and at a time. */
const END = 64 * 1024;
/** A document and a file of records say nothing from the middle on: they are read on, up to this. */
const WHOLE = 16 * 1024 * 1024;

/** Are there readings in the first or in the last 64 KiB of a file? Throws what the system says. */
export function probe(
  file: string,
  newReader: (file: string) => AnyReader,
): 'readings' | 'no-readings' | 'not-text' {
  const handle = openRegularFile(file);
  try {
    const { size } = fstatSync(handle);
    const reader = bytesOf(newReader(file));
    const head = bytesAt(handle, 0, Math.min(size, END));
    if (reader.push(head).length > 0) return 'readings';
    if (size <= head.length ? saysMore(reader) : reader.flush().length > 0) return 'readings';
    if (reader.form !== 'lines') return readsOn(handle, reader, size) ? 'readings' : 'no-readings';
    if (isBinary(head)) return 'not-text';
    if (size <= head.length) return 'no-readings';
    const tail = bytesAt(handle, Math.max(head.length, size - END), END);
    // The first line of the tail is cut.
    const last = bytesOf(newReader(file));
    const hasReadings = last.push(tail.subarray(tail.indexOf(10) + 1)).length > 0;
    return hasReadings || saysMore(last) ? 'readings' : 'no-readings';
  } finally {
    closeSync(handle);
  }
}

/** At the end of the file: the line without an end, and what was held back. */
function saysMore(reader: SourceBytes): boolean {
  return (reader.lastLine() ?? []).length > 0 || reader.flush().length > 0;
}

function readsOn(handle: number, reader: SourceBytes, size: number): boolean {
  for (let at = END; at < size && at < WHOLE; at += END) {
    if (reader.push(bytesAt(handle, at, Math.min(END, size - at))).length > 0) return true;
  }
  return size <= WHOLE && reader.flush().length > 0;
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
