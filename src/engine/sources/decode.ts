import { isAscii, isUtf8 } from 'node:buffer';
import { decodeAmbiguous, decodeEightBit, type EightBit } from './eightBit.js';

/** `bytes`: one byte a terminator (UTF-8, GBK); decided line by line, since a log may mix them. */
export type Encoding = 'bytes' | 'utf-16le' | 'utf-16be';

const WIDE = new TextDecoder('utf-16le', { ignoreBOM: true });
const WIDE_BE = new TextDecoder('utf-16be', { ignoreBOM: true });
/** Plain text has no NUL; of UTF-16 at least every fourth byte is one where its words are ASCII. */
const NULS_OF_WIDE = 1 / 4;

/** An ASCII line among UTF-16 is known if it has at least and at most so many bytes. */
const SHORTEST_BYTE_LINE = 6;
const LONGEST_BYTE_LINE = 4096;

/** What the first bytes of a file say; undefined while more of them may say something else. */
export function sniffEncoding(
  head: Uint8Array,
): { readonly encoding: Encoding; readonly bomBytes: number } | undefined {
  const [first, second, third] = head;
  if (first === undefined || second === undefined) return undefined;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  if (first === 0xef && second === 0xbb) {
    if (third === undefined) return undefined;
    if (third === 0xbf) return { encoding: 'bytes', bomBytes: 3 };
  }
  const encoding = (first === 0) === (second === 0) ? 'bytes' : wideAt(head, 0);
  return encoding && { encoding, bomBytes: 0 };
}

/**
 * UTF-16 without a mark, as PowerShell appends it: two ASCII characters, each beside a NUL. Undefined
 * while that cannot be told.
 */
export function wideAt(bytes: Uint8Array, at: number): Encoding | undefined {
  const [a, b, c, d] = bytes.subarray(at, at + 4);
  const isBig = a === 0;
  if (b === undefined || isBig === (b === 0)) return b === undefined ? undefined : 'bytes';
  if (d === undefined) return undefined;
  const [one, nul] = isBig ? [d, c] : [c, d];
  return nul === 0 && one !== 0 ? (isBig ? 'utf-16be' : 'utf-16le') : 'bytes';
}

/**
 * Does a line of plain ASCII begin here, in a file of UTF-16? It ends with a byte of its own, where
 * UTF-16 has a NUL beside it. Chinese letters may be pairs of such bytes: few of them in a row are.
 */
export function areBytes(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < Math.min(bytes.length, from + LONGEST_BYTE_LINE); at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 10) return at - from >= SHORTEST_BYTE_LINE && (bytes[at + 1] ?? 0) !== 0;
    if (byte !== 13 && byte !== 9 && (byte < 32 || byte > 126)) return false;
  }
  return false;
}

/**
 * The bytes of one line as text: ASCII, UTF-8, else an encoding of eight bits. A line of UTF-16 that
 * stands among them is read too.
 */
export function decodeBytes(bytes: Buffer, expected?: EightBit): string {
  if (bytes.includes(0)) {
    const isBig = isWide(bytes);
    if (isBig !== undefined) return decodeWide(bytes, isBig);
  }
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? decodeAmbiguous(bytes, expected) : decodeEightBit(bytes, expected);
}

export function decodeWide(bytes: Buffer, isBigEndian: boolean): string {
  return (isBigEndian ? WIDE_BE : WIDE).decode(bytes);
}

/** Are these the bytes of characters as they are, so that an ASCII character is its own byte? */
export function isTransparent(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

/** Which byte of each two is NUL: the first (true: big endian) or the second; undefined: neither. */
function isWide(bytes: Uint8Array): boolean | undefined {
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (Math.max(even, odd) < NULS_OF_WIDE * bytes.length || even === odd) return undefined;
  return Math.min(even, odd) * 8 > Math.max(even, odd) ? undefined : even > odd;
}

/** Control characters, tabs and escapes aside, are no part of a text. */
export function isBinary(head: Uint8Array): boolean {
  const found = sniffEncoding(head);
  if (!found || found.bomBytes === 2) return false;
  const low = found.encoding === 'utf-16be' ? 1 : 0;
  const step = found.encoding === 'bytes' ? 1 : 2;
  let strange = 0;
  for (let at = low; at < head.length; at += step) {
    const byte = head[at] ?? 0;
    const isHigh = step === 2 && head[at + 1 - 2 * low] !== 0;
    if (!isHigh && (byte < 7 || (byte > 13 && byte < 27))) strange++;
  }
  return strange > head.length / step / 20;
}
