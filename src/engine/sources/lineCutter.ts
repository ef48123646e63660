import { isAscii, isUtf8 } from 'node:buffer';
import type { LineBlock, LogLine } from '../../analysis/index.js';
import { CutLine } from './cutLine.js';
import {
  areBytes,
  decodeBytes,
  decodeWide,
  type Encoding,
  sniffEncoding,
  wideAt,
} from './decode.js';
import type { EightBit } from './eightBit.js';

/** A longer line is no log line: it is passed over, and its bytes are not kept. */
export const LONGEST_LINE = 1024 * 1024;

/** Bytes by which UTF-16 is known. */
const WIDE_SIGN = 4;

const LF = 10;
const CR = 13;

/**
 * Bytes in, lines out; the same bytes give the same lines however they were cut. `\n` and `\r\n` end
 * a line. A lone `\r` ends a repaint, which keeps the number of its line: it is given at once (a bar
 * shows its numbers before any `\n` comes), and a `\n` that follows belongs to it. NULs before a line
 * are a hole that a truncation left, not text. Where UTF-16 was appended to a log of bytes (PowerShell
 * does), or bytes to one of UTF-16, the cutter changes over at the beginning of a line.
 */
export class LineCutter {
  readonly #expected: EightBit | undefined;
  #encoding: Encoding | undefined;
  #line = 1;
  /** Offset of the first byte that is not yet given away as a line. */
  #offset = 0;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #isSkipping = false;
  #isAfterCr = false;
  /** Something of this line number was given already. */
  #isLineGiven = false;
  /** Lines that were too long, so far. */
  skipped = 0;

  /** `expected` decides where bytes that are no UTF-8 may be read in several ways. */
  constructor(expected?: EightBit) {
    this.#expected = expected;
  }

  /** Offset behind the last byte that was pushed. */
  get end(): number {
    return this.#offset + this.#heldBytes;
  }

  /** Number of the line that goes on behind what was pushed, from 1. */
  get line(): number {
    return this.#line;
  }

  /**
   * With `giveBlock` (which tells how many lines it took) whole lines go there together, where none
   * holds a repaint or a hole and their bytes are those of their characters.
   */
  push(
    chunk: Uint8Array,
    give: (line: LogLine) => void,
    giveBlock?: (block: LineBlock) => number,
  ): void {
    const bytes = this.#behindMark(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (this.#encoding === undefined) {
      this.#hold(bytes);
      return;
    }
    // The first bytes of a line say whether UTF-16 begins: they are looked at together.
    const isWhole = this.#encoding !== 'bytes' || this.#heldBytes < WIDE_SIGN;
    let rest: Buffer | undefined = isWhole ? this.#takeHeld(bytes) : bytes;
    while (rest) {
      if (this.#encoding !== 'bytes') rest = this.#cutWide(rest, give);
      else rest = this.#cutBytes(rest, give, giveBlock);
    }
  }

  #cutBytes(
    bytes: Buffer,
    give: (line: LogLine) => void,
    giveBlock: ((block: LineBlock) => number) | undefined,
  ): Buffer | undefined {
    const hasNul = bytes.includes(0);
    const isMixed = hasNul || !giveBlock || bytes.includes(CR);
    if (isMixed) return this.#cut(bytes, !hasNul && isAscii(bytes), give);
    // The line that began in the chunk before stands alone.
    const isWithin = this.#heldBytes > 0 || this.#isSkipping || this.#isAfterCr;
    const from = isWithin ? bytes.indexOf(LF) + 1 : 0;
    const to = Math.max(from, bytes.lastIndexOf(LF) + 1);
    const lines = bytes.subarray(from, to);
    const ascii = isAscii(lines);
    if (!ascii && !isUtf8(lines)) return this.#cut(bytes, false, give);
    if (from > 0) this.#cut(bytes.subarray(0, from), false, give);
    if (to > from) this.#giveBlock(bytes, from, to, ascii, giveBlock);
    return this.#cut(bytes.subarray(to), false, give);
  }

  #giveBlock(
    bytes: Buffer,
    from: number,
    to: number,
    isPlain: boolean,
    give: (block: LineBlock) => number,
  ): void {
    const offset = this.#offset;
    const decode = isPlain ? undefined : this.#decode;
    const lines = give({
      bytes,
      from,
      to,
      line: this.#line,
      offset,
      lineAt: (start, end, line) =>
        new CutLine(bytes, start, end, decode, line, offset + start - from),
    });
    this.#line += lines;
    this.#offset += to - from;
    this.#isAfterCr = false;
    this.#isLineGiven = false;
  }

  /** At the start of a file: the bytes behind its byte order mark, once that is known. */
  #behindMark(bytes: Buffer): Buffer {
    if (this.#encoding !== undefined) return bytes;
    const head = this.#takeHeld(bytes);
    const found = sniffEncoding(head);
    if (!found) return head;
    this.#encoding = found.encoding;
    this.#offset += found.bomBytes;
    return head.subarray(found.bomBytes);
  }

  /** The unterminated rest, as it stands now; it stays held. */
  rest(): LogLine | undefined {
    if (this.#heldBytes === 0 || this.#isSkipping) return undefined;
    const bytes = Buffer.concat(this.#held);
    const isWide = this.#encoding !== undefined && this.#encoding !== 'bytes';
    const text = isWide ? this.#decodeWide(bytes) : decodeBytes(bytes, this.#expected);
    return { text, line: this.#line, offset: this.#offset };
  }

  /** Holds what has no end; gives back what is to be read in another encoding. */
  #cut(bytes: Buffer, isPlain: boolean, give: (line: LogLine) => void): Buffer | undefined {
    let at = 0;
    let cr = bytes.indexOf(CR);
    let lf = bytes.indexOf(LF);
    while (at < bytes.length) {
      if (this.#heldBytes === 0 && bytes[at] === 0) {
        const text = behindNuls(bytes, at);
        this.#offset += text - at;
        at = text;
        continue;
      }
      if (!isPlain && this.#heldBytes === 0 && !this.#isSkipping && bytes[at + 1] === 0) {
        const encoding = isBreak(bytes[at]) ? 'bytes' : wideAt(bytes, at);
        if (encoding === undefined) break;
        if (encoding !== 'bytes') {
          this.#encoding = encoding;
          return bytes.subarray(at);
        }
      }
      if (cr >= 0 && cr < at) cr = bytes.indexOf(CR, at);
      if (lf >= 0 && lf < at) lf = bytes.indexOf(LF, at);
      const isCr = cr >= 0 && (lf < 0 || cr < lf);
      const end = isCr ? cr : lf;
      if (end < 0) break;
      this.#end(bytes, at, end, isPlain, isCr, give);
      at = end + 1;
    }
    this.#hold(at === 0 ? bytes : bytes.subarray(at));
    return undefined;
  }

  /** One terminator was found at `end`. */
  #end(
    bytes: Buffer,
    from: number,
    end: number,
    isPlain: boolean,
    isCr: boolean,
    give: (line: LogLine) => void,
  ): void {
    const size = this.#heldBytes + end - from;
    if (this.#isSkipping || size > LONGEST_LINE) this.skipped++;
    else if (!this.#isEmptyTwin(size, isCr)) {
      give(
        this.#heldBytes > 0
          ? this.#joined(bytes.subarray(from, end))
          : this.#cutLine(bytes, from, end, isPlain),
      );
      this.#isLineGiven = true;
    }
    this.#step(size + 1, isCr);
  }

  #joined(end: Buffer): LogLine {
    const bytes = this.#takeHeld(end);
    return this.#cutLine(bytes, 0, bytes.length, false);
  }

  #cutLine(bytes: Buffer, from: number, to: number, isPlain: boolean): LogLine {
    const decode = isPlain ? undefined : this.#decode;
    return new CutLine(bytes, from, to, decode, this.#line, this.#offset);
  }

  /** An empty repaint says nothing, and the `\n` of `\r\n` says nothing twice. */
  #isEmptyTwin(size: number, isCr: boolean): boolean {
    return size === 0 && (isCr || (this.#isAfterCr && this.#isLineGiven));
  }

  #step(bytes: number, isCr: boolean): void {
    this.#offset += bytes;
    this.#held = [];
    this.#heldBytes = 0;
    this.#isSkipping = false;
    this.#isAfterCr = isCr;
    if (isCr) return;
    this.#line++;
    this.#isLineGiven = false;
  }

  /** UTF-16: the held bytes were put before `bytes` already; an odd last byte waits for its other half. */
  #cutWide(bytes: Buffer, give: (line: LogLine) => void): Buffer | undefined {
    const low = this.#encoding === 'utf-16be' ? 1 : 0;
    let from = 0;
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      if (at === from && !this.#isSkipping && areBytes(bytes, at)) {
        this.#encoding = 'bytes';
        return bytes.subarray(at);
      }
      const unit = bytes[at + low];
      if ((unit !== LF && unit !== CR) || bytes[at + 1 - low] !== 0) continue;
      const start = from;
      const size = at - from;
      if (this.#isSkipping || size > LONGEST_LINE) this.skipped++;
      else if (!this.#isEmptyTwin(size, unit === CR)) {
        const text = this.#decodeWide(bytes.subarray(start, at));
        give({ text, line: this.#line, offset: this.#offset });
        this.#isLineGiven = true;
      }
      this.#step(size + 2, unit === CR);
      from = at + 2;
    }
    this.#hold(bytes.subarray(from));
    return undefined;
  }

  readonly #decode = (bytes: Buffer): string => decodeBytes(bytes, this.#expected);

  #decodeWide(bytes: Buffer): string {
    return decodeWide(bytes, this.#encoding === 'utf-16be');
  }

  #takeHeld(bytes: Buffer): Buffer {
    if (this.#heldBytes === 0) return bytes;
    const joined = Buffer.concat([...this.#held, bytes]);
    this.#held = [];
    this.#heldBytes = 0;
    return joined;
  }

  /** Keeps a copy of the rest (the caller reuses its buffer), unless the line is past all measure. */
  #hold(rest: Buffer): void {
    if (rest.length === 0) return;
    if (this.#isSkipping || this.#heldBytes + rest.length > LONGEST_LINE) {
      this.#drop(rest);
      return;
    }
    this.#held.push(Buffer.from(rest));
    this.#heldBytes += rest.length;
  }

  /** Goes on in the middle of a line that is too long; an odd byte of UTF-16 is kept. */
  #drop(rest: Buffer): void {
    const odd = this.#encoding === 'bytes' ? 0 : rest.length % 2;
    this.#offset += this.#heldBytes + rest.length - odd;
    this.#isSkipping = true;
    this.#held = odd === 1 ? [Buffer.from(rest.subarray(rest.length - 1))] : [];
    this.#heldBytes = odd;
  }
}

function behindNuls(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === 0) at++;
  return at;
}

function isBreak(byte: number | undefined): boolean {
  return byte === LF || byte === CR;
}
