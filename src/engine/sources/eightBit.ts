import { TextDecoder } from 'node:util';

const NOT_UTF8 = '\ufffd';
/** The signs that Windows puts where Latin-1 has control characters, 0x80 to 0x9F. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** An encoding that is expected of a file where it is no UTF-8. */
export interface EightBit {
  /** A letter is two bytes or more, which may look like a letter of UTF-8. */
  readonly isPaired: boolean;
  /** Undefined: these bytes are not of this encoding. */
  decode(bytes: Buffer): string | undefined;
}

/** Latin-1 as Windows has it: every byte means something. */
const WESTERN: EightBit = {
  isPaired: false,
  decode: (bytes) =>
    bytes
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? ''),
};
const CHINESE = ofLabel('gb18030');

/** Names that VS Code's `files.encoding` has, and the standard calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  big5hkscs: 'big5-hkscs',
  cp936: 'gb18030',
  cp950: 'big5',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  macroman: 'macintosh',
  shiftjis: 'shift_jis',
};

/**
 * The decoder for an encoding as VS Code, Python or a person names it. Undefined for UTF-8 and UTF-16,
 * which are known by their bytes.
 */
export function eightBitOf(name: string | undefined): EightBit | undefined {
  if (name === undefined) return undefined;
  const plain = name.toLowerCase().replaceAll(/[-_\s]/g, '');
  if (/^(?:utf|ascii|usascii|auto)/.test(plain)) return undefined;
  if (/^(?:latin1|iso88591|(?:windows|cp)1252)$/.test(plain)) return WESTERN;
  const label = NAMES[plain] ?? plain.replace(/^(?:windows|cp)(?=125\d|874)/, 'windows-');
  return isKnown(label) ? ofLabel(label) : undefined;
}

function ofLabel(label: string): EightBit {
  const decoder = new TextDecoder(label, { fatal: true });
  const decode = (bytes: Buffer) => tryDecoding(bytes, decoder);
  return { isPaired: /^(?:gb|big5|euc|shift)/.test(label), decode };
}

/** Is there an encoding of this name? */
export function isEncoding(name: string): boolean {
  return /^(?:utf-?(?:8|16)|ascii)/i.test(name) || eightBitOf(name) !== undefined;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * A line that is no UTF-8: UTF-8 with bad bytes where most of it is good; else as expected where its
 * bytes allow that; else GBK where its pairs are common characters, else Latin letters.
 */
export function decodeEightBit(bytes: Buffer, expected: EightBit | undefined): string {
  const text = bytes.toString('utf8');
  const [good, bad] = goodAndBad(text);
  if (good >= 2 * bad) return text;
  const chinese = () => (isLikelyChinese(bytes) ? CHINESE.decode(bytes) : undefined);
  const said = expected?.decode(bytes) ?? chinese();
  return said ?? (good >= bad ? text : (WESTERN.decode(bytes) ?? text));
}

/** A line that may be UTF-8, of letters of two bytes alone, and also what is expected. */
export function decodeAmbiguous(bytes: Buffer, expected: EightBit | undefined): string {
  const text = bytes.toString('utf8');
  if (!expected?.isPaired || /[\u0800-\uffff]/.test(text)) return text;
  return expected.decode(bytes) ?? text;
}

function tryDecoding(bytes: Buffer, decoder: TextDecoder): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Characters beyond ASCII that were read, and places that could not be. */
function goodAndBad(text: string): [good: number, bad: number] {
  let [good, bad] = [0, 0];
  for (const character of text) {
    if (character === NOT_UTF8) bad++;
    else if (character > '\u007f') good++;
  }
  return [good, bad];
}

/**
 * Chinese text is made of pairs whose lead is a common character (B0-D7), a rarer one (to F7) or
 * punctuation (A1-A3) and whose second byte is A1-FE, or of four bytes with digits between (GB18030).
 * Two accented letters side by side look like a rare one ("öß"): common ones must be as many. Stray
 * bytes of a broken write hardly ever come in pairs: 3 of 4 must.
 */
function isLikelyChinese(bytes: Uint8Array): boolean {
  let [common, rare, other] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    const isFour = isDigit(trail) && (bytes[at + 2] ?? 0) > 0x80 && isDigit(bytes[at + 3] ?? 0);
    const isPair = trail > 0xa0 && trail < 0xff;
    if (isFour) at += 3;
    else if (isPair && (isWithin(lead, 0xb0, 0xd7) || isWithin(lead, 0xa1, 0xa3))) common++;
    else if (isPair && isWithin(lead, 0xd8, 0xf7)) rare++;
    else other++;
    if (isPair) at++;
  }
  return common > 0 && common >= rare && common + rare >= 3 * other;
}

const isWithin = (byte: number, from: number, to: number) => byte >= from && byte <= to;
const isDigit = (byte: number) => isWithin(byte, 0x30, 0x39);
