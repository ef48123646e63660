import { ByteQueue } from './byteQueue.js';
import { crc32c, masked } from './crc.js';
import type { GiveRecord } from './recordReader.js';

/** `uint64 length, uint32 masked CRC-32C of it`; behind the data its own checksum. */
const HEADER = 12;
const FOOTER = 4;
/** Protobuf ends at 2 GiB: a longer record is no record, even where its checksum holds. */
const LONGEST = 2 ** 31;
/** Held at most while a record is incomplete; longer ones (images, graphs) are passed over. */
const HELD_AT_MOST = 16 * 1024 * 1024;
/** A longer record is asked for by its first bytes whether it is worth waiting for. */
const WORTH_ASKING = 64 * 1024;
const FIRST_BYTES = 64;

/**
 * The frames of TensorFlow's record files. A wrong checksum of the data costs that record; one of the
 * length costs what stands before the next header that holds. What a length says is never allocated.
 */
export class TfRecords {
  /** Places where something was damaged. */
  damaged = 0;
  readonly #queue = new ByteQueue();
  readonly #isWanted: (firstBytes: Uint8Array) => boolean;
  /** Of the record whose header was read. */
  #length: number | undefined;
  #toSkip = 0;
  #isLost = false;

  constructor(isWanted: (firstBytes: Uint8Array) => boolean) {
    this.#isWanted = isWanted;
  }

  push(bytes: Uint8Array, give: GiveRecord): void {
    const skipped = this.#skip(bytes.length);
    this.#queue.push(skipped === 0 ? bytes : bytes.subarray(skipped));
    while (this.#length === undefined ? this.#readHeader() : this.#readRecord(this.#length, give));
  }

  /** Passed over before it is even copied; the queue only counts it. */
  #skip(available: number): number {
    if (this.#toSkip === 0) return 0;
    const count = Math.min(available, this.#toSkip);
    this.#toSkip -= count;
    this.#queue.pass(count);
    return count;
  }

  #readHeader(): boolean {
    if (this.#queue.size < HEADER) return false;
    const length = lengthAt(this.#queue.peek(HEADER), 0);
    if (length === undefined) return this.#search();
    this.#isLost = false;
    this.#queue.drop(HEADER);
    this.#length = length;
    return true;
  }

  /** Goes on to the next header that holds. */
  #search(): boolean {
    if (!this.#isLost) this.damaged++;
    this.#isLost = true;
    const waiting = this.#queue.peek(this.#queue.size);
    let at = 1;
    while (at + HEADER <= waiting.length && lengthAt(waiting, at) === undefined) at++;
    this.#queue.drop(at);
    return true;
  }

  #readRecord(length: number, give: GiveRecord): boolean {
    const waiting = this.#queue.size;
    if (waiting < length + FOOTER) {
      const isAsked = length > WORTH_ASKING && waiting >= FIRST_BYTES;
      if (!isAsked || (length <= HELD_AT_MOST && this.#isWanted(this.#queue.peek(FIRST_BYTES))))
        return false;
      this.#toSkip = length + FOOTER - waiting;
      this.#queue.drop(waiting);
      this.#length = undefined;
      return false;
    }
    this.#length = undefined;
    const offset = this.#queue.offset - HEADER;
    const framed = this.#queue.peek(length + FOOTER);
    this.#queue.drop(length + FOOTER);
    if (masked(crc32c(framed, 0, length)) === uint32At(framed, length)) {
      give(framed.subarray(0, length), offset);
    } else this.damaged++;
    return true;
  }
}

/** Are these the first bytes of such a file? False also where there are too few. */
export function beginsTfRecords(head: Uint8Array): boolean {
  return lengthAt(head, 0) !== undefined;
}

/** May they still become so? */
export function mayBeginTfRecords(head: Uint8Array): boolean {
  return head.length < HEADER && head.subarray(4, 8).every((byte) => byte === 0);
}

/** The length that a header at `at` says; undefined where its checksum does not hold. */
function lengthAt(bytes: Uint8Array, at: number): number | undefined {
  if (at + HEADER > bytes.length || uint32At(bytes, at + 4) !== 0) return undefined;
  const length = uint32At(bytes, at);
  if (length >= LONGEST) return undefined;
  return masked(crc32c(bytes, at, at + 8)) === uint32At(bytes, at + 8) ? length : undefined;
}

function uint32At(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return (low | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
}
