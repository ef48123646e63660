import { isAscii, isUtf8 } from 'node:buffer';

/** `bytes`: one byte a terminator (UTF-8, GBK); decided line by line, since a log may mix them. */
export type Encoding = 'bytes' | 'utf-16le' | 'utf-16be';

const GBK = new TextDecoder('gbk', { fatal: true });
const WIDE = new TextDecoder('utf-16le', { ignoreBOM: true });
const WIDE_BE = new TextDecoder('utf-16be', { ignoreBOM: true });

/** What the first bytes of a file say; undefined while they may still become a byte order mark. */
export function sniffEncoding(
  head: Uint8Array,
): { readonly encoding: Encoding; readonly bomBytes: number } | undefined {
  const [first, second, third] = head;
  if (first === undefined) return undefined;
  if (first === 0xff || first === 0xfe) {
    if (second === undefined) return undefined;
    if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
    if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  }
  if (first === 0xef && (second === undefined || second === 0xbb)) {
    if (second === undefined || third === undefined) return undefined;
    if (third === 0xbf) return { encoding: 'bytes', bomBytes: 3 };
  }
  return { encoding: 'bytes', bomBytes: 0 };
}

/** The bytes of one line as text: ASCII, UTF-8, or GBK where that is the likely reading. */
export function decodeBytes(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes) || !isLikelyGbk(bytes)) return bytes.toString('utf8');
  try {
    return GBK.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return bytes.toString('utf8');
    throw error;
  }
}

export function decodeWide(bytes: Buffer, isBigEndian: boolean): string {
  return (isBigEndian ? WIDE_BE : WIDE).decode(bytes);
}

/**
 * Chinese text in GBK is made of pairs whose lead is a common character (B0-F7) or punctuation
 * (A1-A3) and whose second byte is A1-FE. Stray bytes of a broken write hardly ever come in such
 * pairs: 3 of 4 must.
 */
function isLikelyGbk(bytes: Uint8Array): boolean {
  let likely = 0;
  let other = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    const isPair =
      ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3)) && trail > 0xa0;
    if (isPair) likely++;
    else other++;
    if (isPair) at++;
  }
  return likely > 0 && likely >= 3 * other;
}

/** Control characters, tabs and escapes aside, are no part of a text. */
export function isBinary(head: Uint8Array): boolean {
  if (sniffEncoding(head)?.encoding !== 'bytes') return false;
  const strange = head.filter((byte) => byte < 7 || (byte > 13 && byte < 27)).length;
  return strange > head.length / 20;
}
