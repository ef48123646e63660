import { closeSync, fstatSync, readSync } from 'node:fs';
import type { Reading } from '../../analysis/index.js';
import { openRegularFile } from './openRegularFile.js';
import { type AnyReader, bytesOf } from './sourceBytes.js';

/** Bytes asked for at a time. */
export const SLICE = 256 * 1024;

/**
 * A whole file, once, and how many bytes it has, as the command line reads it: what is unterminated at its end counts as a line.
 * Memory stays that of a slice; `give` takes the readings as they come. Throws what the file system
 * says (`ENOENT`, `EACCES`), and `NotAFile` for a folder, a pipe, a device.
 */
export function readFileReadings(
  file: string,
  reader: AnyReader,
  give: (readings: readonly Reading[]) => void,
): number {
  const source = bytesOf(reader);
  const take = (readings: readonly Reading[]) => readings.length > 0 && give(readings);
  let bytes = 0;
  eachSlice(file, (slice) => {
    bytes += slice.length;
    take(source.push(slice));
  });
  const last = source.lastLine();
  take(last ?? []);
  take(source.flush());
  // What was taken for a document may have turned out to be lines.
  if (!last) take(source.lastLine() ?? []);
  return bytes;
}

/** The bytes of a regular file in slices that are valid until the next one. */
export function eachSlice(file: string, give: (slice: Uint8Array) => void): void {
  const handle = openRegularFile(file);
  try {
    const buffer = Buffer.allocUnsafe(Math.min(SLICE, Math.max(1, fstatSync(handle).size + 1)));
    for (let at = 0; ; ) {
      const count = readSync(handle, buffer, 0, buffer.length, at);
      if (count === 0) return;
      give(buffer.subarray(0, count));
      at += count;
    }
  } finally {
    closeSync(handle);
  }
}
