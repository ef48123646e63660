import { ByteQueue } from './byteQueue.js';
import { crc32 } from './crc.js';
import type { GiveRecord } from './recordReader.js';

/** `":W&B", uint16 0xBEE1, uint8 version`; it counts in the first block. */
const FILE_HEADER = 7;
const MAGIC = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe] as const;
const BLOCK = 32 * 1024;
/** `uint32 CRC-32 of type and data, uint16 length, uint8 type`. */
const CHUNK_HEADER = 7;
const FULL = 1;
const FIRST = 2;
const LAST = 4;
/** A longer record (a table, an artifact) is passed over. */
const HELD_AT_MOST = 16 * 1024 * 1024;

/**
 * The records of a `.wandb` file: LevelDB's log of 32 KiB blocks with the plain CRC-32 of zlib. A
 * chunk with a wrong checksum costs its record; a length that leaves its block, the rest of the block.
 */
export class LogBlocks {
  /** Places where something was damaged. */
  damaged = 0;
  readonly #queue = new ByteQueue();
  #isBegun = false;
  /** Chunks of the record that goes on in the next block. */
  #parts: Uint8Array[] = [];
  #partsSize = 0;
  #startsAt: number | undefined;

  push(bytes: Uint8Array, give: GiveRecord): void {
    this.#queue.push(bytes);
    while (this.#isBegun ? this.#readChunk(give) : this.#begin());
  }

  #begin(): boolean {
    if (this.#queue.size < FILE_HEADER) return false;
    if (!beginsLogBlocks(this.#queue.peek(FILE_HEADER))) this.damaged++;
    this.#queue.drop(FILE_HEADER);
    this.#isBegun = true;
    return true;
  }

  #readChunk(give: GiveRecord): boolean {
    const left = BLOCK - (this.#queue.offset % BLOCK);
    if (left < CHUNK_HEADER) return this.#dropWhole(left);
    if (this.#queue.size < CHUNK_HEADER) return false;
    const [a = 0, b = 0, c = 0, d = 0, low = 0, high = 0, type = 0] =
      this.#queue.peek(CHUNK_HEADER);
    const crc = (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
    const size = CHUNK_HEADER + (low | (high << 8));
    if (type < FULL || type > LAST || size > left) {
      // A block that was never written to is all zeros: no damage.
      if (crc !== 0 || size !== CHUNK_HEADER || type !== 0) this.#damage();
      return this.#dropWhole(left);
    }
    if (this.#queue.size < size) return false;
    const offset = this.#queue.offset;
    const chunk = this.#queue.peek(size);
    this.#queue.drop(size);
    if (crc32(chunk, CHUNK_HEADER - 1, size) !== crc) this.#damage();
    else this.#take(type, chunk.subarray(CHUNK_HEADER), offset, give);
    return true;
  }

  /** The rest of a block says nothing. It is waited for, so that blocks stay in step. */
  #dropWhole(count: number): boolean {
    if (this.#queue.size < count) return false;
    this.#queue.drop(count);
    return true;
  }

  #take(type: number, data: Uint8Array, offset: number, give: GiveRecord): void {
    if (type === FULL || type === FIRST) {
      // The record before never ended: its writer was killed.
      this.#forget();
      this.#startsAt = offset;
    }
    if (type === FULL) give(data, offset);
    else this.#join(type, data, give);
  }

  #join(type: number, data: Uint8Array, give: GiveRecord): void {
    const startsAt = this.#startsAt;
    if (startsAt === undefined) return;
    this.#partsSize += data.length;
    if (this.#partsSize <= HELD_AT_MOST) this.#parts.push(new Uint8Array(data));
    else this.#parts = [];
    if (type !== LAST) return;
    if (this.#parts.length > 0) give(joined(this.#parts, this.#partsSize), startsAt);
    this.#forget();
  }

  #damage(): void {
    this.damaged++;
    this.#forget();
  }

  #forget(): void {
    this.#parts = [];
    this.#partsSize = 0;
    this.#startsAt = undefined;
  }
}

/** Are these the first bytes of such a file? */
export function beginsLogBlocks(head: Uint8Array): boolean {
  return head.length >= MAGIC.length && mayBeginLogBlocks(head);
}

/** May they still become so? */
export function mayBeginLogBlocks(head: Uint8Array): boolean {
  return MAGIC.every((byte, at) => at >= head.length || head[at] === byte);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
