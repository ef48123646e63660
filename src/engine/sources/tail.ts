import { closeSync, fstatSync, readSync, statSync } from 'node:fs';
import { isBinary } from './decode.js';
import { FINGERPRINT, type FileStamp, stampOf } from './fileIdentity.js';
import { NotAFile, openRegularFile } from './openRegularFile.js';

/**
 * `same`: nothing new. `grown`: there are bytes to read. `changed`: what was read is no longer what
 * the file says, or the name stands for another file. `gone`: no such name.
 */
export type Look = 'same' | 'grown' | 'changed' | 'gone';

/** A file whose size stands still while it is written to is compared in whole up to this size. */
const COMPARED_WHOLE = 4 * 1024 * 1024;
/** One buffer for all tails: reading is never interleaved. */
const SLICE = 1024 * 1024;
const buffer = Buffer.allocUnsafe(FINGERPRINT + SLICE);
const NOTHING = Buffer.alloc(0);

/**
 * The new bytes of one file. It knows the file by content: each read begins before the
 * place it stopped at and compares. Between bursts the handle is closed (`rest`).
 */
export class Tail {
  readonly #file: string;
  #handle: number | undefined;
  #stamp: FileStamp | undefined;
  #head: Buffer = NOTHING;
  #before: Buffer = NOTHING;
  /** Offset behind the last byte that was given. */
  bytesRead = 0;
  /** The last look found no file of this name. */
  isGone = false;

  constructor(file: string) {
    this.#file = file;
  }

  get bytes(): number {
    return Math.max(this.bytesRead, this.#stamp?.size ?? 0);
  }

  get stamp(): FileStamp | undefined {
    return this.#stamp;
  }

  get isBinary(): boolean {
    return isBinary(this.#head);
  }

  /** Asks the file system; throws what it says (`EACCES`, `NotAFile`). */
  look(): Look {
    const stats = statSync(this.#file, { throwIfNoEntry: false });
    this.isGone = !stats;
    if (!stats) return 'gone';
    if (!stats.isFile()) throw new NotAFile(this.#file);
    const was = this.#stamp;
    const now = stampOf(stats);
    this.#stamp = now;
    if (!was) return now.size > 0 ? 'grown' : 'same';
    const isOther = was.ino !== now.ino || was.dev !== now.dev;
    if (isOther) return this.#lookAtOther(now);
    if (now.size < this.bytesRead) return 'changed';
    if (now.size > this.bytesRead) return 'grown';
    if (now.ctimeMs === was.ctimeMs) return 'same';
    return this.#isAltered(now) ? 'changed' : 'same';
  }

  /**
   * One slice, valid during the call of `give`. False: the bytes before it are no longer those that
   * were read.
   */
  read(give: (bytes: Uint8Array) => void): boolean {
    const handle = this.#open();
    const from = this.bytesRead - this.#before.length;
    const count = readSync(handle, buffer, 0, this.#before.length + SLICE, from);
    const known = buffer.subarray(0, this.#before.length);
    if (count < this.#before.length || !known.equals(this.#before)) return false;
    const fresh = buffer.subarray(this.#before.length, count);
    this.#remember(fresh, count);
    this.bytesRead += fresh.length;
    give(fresh);
    // Later than what was read: a write in between shows as a size that differs.
    this.#stamp = stampOf(fstatSync(handle));
    return true;
  }

  get hasMore(): boolean {
    return (this.#stamp?.size ?? 0) > this.bytesRead;
  }

  /** The open handle is a file that lost the name: it was renamed (`moved`) or is no more. */
  get leaving(): 'moved' | 'deleted' | undefined {
    if (this.#handle === undefined) return undefined;
    const { nlink, ino } = fstatSync(this.#handle);
    if (nlink === 0) return 'deleted';
    return !this.isGone && ino === this.#stamp?.ino ? undefined : 'moved';
  }

  /** What was written to the old file before (and after) it lost its name. True while more came. */
  drain(give: (bytes: Uint8Array) => void): boolean {
    if (this.#handle === undefined) return false;
    const before = this.bytesRead;
    const stamp = this.#stamp;
    const isRead = this.read(give);
    this.#stamp = stamp;
    return isRead && this.bytesRead > before;
  }

  /** Holds nothing open until the next read. */
  rests(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #open(): number {
    this.#handle ??= openRegularFile(this.#file);
    return this.#handle;
  }

  /** Another file under the name: a copy that says the same is read on, anything else is news. */
  #lookAtOther(now: FileStamp): Look {
    if (now.size < this.bytesRead) return 'changed';
    const handle = openRegularFile(this.#file);
    if (!this.#isKnown(handle)) {
      closeSync(handle);
      return 'changed';
    }
    this.rests();
    this.#handle = handle;
    return now.size > this.bytesRead ? 'grown' : 'same';
  }

  /** Same size, written to: compared at head and end; a small file is read again in whole. */
  #isAltered(now: FileStamp): boolean {
    if (now.size > 2 * FINGERPRINT && now.size <= COMPARED_WHOLE) return true;
    return !this.#isKnown(this.#open());
  }

  #isKnown(handle: number): boolean {
    const at = this.bytesRead - this.#before.length;
    return says(handle, 0, this.#head) && says(handle, at, this.#before);
  }

  #remember(fresh: Buffer, count: number): void {
    if (this.#head.length < FINGERPRINT) {
      this.#head = Buffer.concat([this.#head, fresh.subarray(0, FINGERPRINT - this.#head.length)]);
    }
    if (fresh.length === 0) return;
    const before = buffer.subarray(Math.max(0, count - FINGERPRINT), count);
    // A file as short as this begins and ends with the same bytes: they are kept once.
    this.#before = before.equals(this.#head) ? this.#head : Buffer.from(before);
  }
}

function says(handle: number, at: number, expected: Buffer): boolean {
  const bytes = Buffer.alloc(expected.length);
  let have = 0;
  while (have < bytes.length) {
    const count = readSync(handle, bytes, have, bytes.length - have, at + have);
    if (count === 0) return false;
    have += count;
  }
  return bytes.equals(expected);
}
