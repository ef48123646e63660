import { createHash } from 'node:crypto';
import { readSync, type Stats } from 'node:fs';

/** Bytes at the head of a file, and before the place that was read to, by which it is known again. */
export const FINGERPRINT = 1024;

/** Which file on which device, and as it was when last looked at. */
export interface FileStamp {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  /** Changes with every write, also where a copy set the modification time back. */
  readonly ctimeMs: number;
  readonly mtimeMs: number;
}

export function stampOf({ dev, ino, size, ctimeMs, mtimeMs }: Stats): FileStamp {
  return { dev, ino, size, ctimeMs, mtimeMs };
}

/** What a file said where it was read: its content is the same only if this still stands there. */
export interface Fingerprint {
  readonly headBytes: number;
  readonly head: string;
  /** The bytes that end at `end`. */
  readonly beforeBytes: number;
  readonly before: string;
  readonly end: number;
}

/** Fingerprint of the first `end` bytes; undefined where the file is shorter by now. */
export function fingerprintOf(handle: number, end: number): Fingerprint | undefined {
  const size = Math.min(FINGERPRINT, end);
  const head = hashAt(handle, 0, size);
  const before = hashAt(handle, end - size, size);
  if (head === undefined || before === undefined) return undefined;
  return { headBytes: size, head, beforeBytes: size, before, end };
}

export function stillSays(handle: number, print: Fingerprint): boolean {
  return (
    hashAt(handle, 0, print.headBytes) === print.head &&
    hashAt(handle, print.end - print.beforeBytes, print.beforeBytes) === print.before
  );
}

function hashAt(handle: number, from: number, size: number): string | undefined {
  const bytes = Buffer.alloc(size);
  let have = 0;
  while (have < size) {
    const count = readSync(handle, bytes, have, size - have, from + have);
    if (count === 0) return undefined;
    have += count;
  }
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}
