import type { Stats } from 'node:fs';

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
