import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineBlock, LogLine } from '../../src/analysis/index.js';
import { eightBitOf } from '../../src/engine/sources/eightBit.js';
import { LineCutter, LONGEST_LINE } from '../../src/engine/sources/lineCutter.js';

/** All lines of the pieces, the unterminated rest included; with `blocks`, cut from blocks. */
function cut(pieces: readonly Uint8Array[], blocks: 'lines' | 'blocks'): LogLine[] {
  const cutter = new LineCutter();
  const lines: LogLine[] = [];
  const keep = ({ text, line, offset }: LogLine) => lines.push({ text, line, offset });
  const takeBlock = (block: LineBlock) => {
    let count = 0;
    for (let from = block.from; from < block.to; count++) {
      const end = block.bytes.indexOf(10, from);
      keep(block.lineAt(from, end, block.line + count));
      from = end + 1;
    }
    return count;
  };
  // Each piece travels in a buffer that is used again, as the tail's is.
  for (const piece of pieces) {
    const reused = Uint8Array.from(piece);
    cutter.push(reused, keep, blocks === 'blocks' ? takeBlock : undefined);
    reused.fill(0x78);
  }
  const rest = cutter.rest();
  return rest ? [...lines, rest] : lines;
}

const linesOf = (...pieces: readonly Uint8Array[]) => cut(pieces, 'lines');

const cutAt = (bytes: Uint8Array, at: number) => linesOf(bytes.subarray(0, at), bytes.subarray(at));
const texts = (bytes: Uint8Array) => linesOf(bytes).map(({ text }) => text);
const textsAs = (encoding: string, bytes: Uint8Array) => {
  const lines: string[] = [];
  const cutter = new LineCutter(eightBitOf(encoding));
  cutter.push(Buffer.concat([bytes, Buffer.from('\n')]), ({ text }) => lines.push(text));
  return lines;
};
const wide = (text: string) => Buffer.from(text, 'utf16le');
const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

const LOG = 'Epoch 1\r\nbar 1\rbar 2\rbar 3\n\n损失: 0.5\r\n\r\nloss=0.4 🙂\nhalf';
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', Buffer.from(LOG)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${LOG}`)],
  ['UTF-16LE', Buffer.from(`\ufeff${LOG}`, 'utf16le')],
  ['UTF-16BE', be(LOG)],
  ['UTF-16LE without its mark', wide(LOG)],
  ['UTF-16LE behind UTF-8', Buffer.concat([Buffer.from('损失 0.6\r\nstep 1\n'), wide(LOG)])],
  ['UTF-8 behind UTF-16LE', Buffer.concat([wide('\ufeffstep 1\r\n上不 2\r\n'), Buffer.from(LOG)])],
  ['GBK', Buffer.from('step 1\n\xd1\xb5\xc1\xb7 0.5\r\n\xcb\xf0\xca\xa7', 'latin1')],
  ['Latin-1', Buffer.from('pr\xe9cision 1\nGr\xf6\xdfe 0.5\r\nstep', 'latin1')],
  ['bad bytes', Buffer.concat([Buffer.from([0xef, 0xbb]), Buffer.from(LOG), Buffer.from([0xff])])],
  ['NULs of a hole', Buffer.concat([Buffer.alloc(40), Buffer.from(LOG), Buffer.alloc(9)])],
];

/** Bytes (each character one) and what a person sees. */
const EIGHT_BIT = [
  ['Verlust f\xfcr Gr\xf6\xdfe: 0.5', 'Verlust für Größe: 0.5'],
  ['pr\xe9cision cr\xe9\xe9e 0.5', 'précision créée 0.5'],
  ['\x93loss\x94 0.5', '“loss” 0.5'],
  // GB18030: a character of four bytes between two of two.
  ['\xd1\xb5\x81\x30\x81\x30\xc1\xb7 0.5', '训\u0080练 0.5'],
] as const;

/** What is mixed in one file, each with its lines. */
const MIXED: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
  [
    'UTF-16LE appended to ASCII',
    Buffer.concat([Buffer.from('step 1\n'), wide('step 2: 不上\r\nstep 3\r\n')]),
    ['step 1', 'step 2: 不上', 'step 3'],
  ],
  [
    'ASCII appended to UTF-16LE',
    Buffer.concat([wide('\ufeffstep 1\r\n不上不 2\r\n'), Buffer.from('step: 3\nstep: 4\n')]),
    ['step 1', '不上不 2', 'step: 3', 'step: 4'],
  ],
  [
    'one after the other',
    Buffer.concat(
      range(6).map((at) => (at % 2 === 0 ? Buffer.from(`step: ${at}\n`) : wide(`step: ${at}\n`))),
    ),
    range(6).map((at) => `step: ${at}`),
  ],
  ['UTF-16LE without a mark', wide('loss 1\r\nloss 2\r\n'), ['loss 1', 'loss 2']],
  ['UTF-16BE without a mark', wide('loss 1\nloss 2\n').swap16(), ['loss 1', 'loss 2']],
];

describe('line cutter', () => {
  it.each(FILES)('%s: cut at every place, the lines are the same', (_, bytes) => {
    const whole = linesOf(bytes);
    for (let at = 0; at <= bytes.length; at++) expect(cutAt(bytes, at)).toEqual(whole);
  });

  it.each(MIXED)('%s is read line by line', (_, bytes, lines) => {
    expect(texts(bytes)).toEqual(lines);
  });

  it('any bytes in any pieces give the same lines', () => {
    const alphabet = fc.constantFrom(
      10,
      13,
      0,
      0x61,
      0x31,
      0xe6,
      0x8d,
      0x9f,
      0xff,
      0xfe,
      0xef,
      0xbb,
    );
    const pieces = fc.array(fc.array(alphabet, { maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (lists) => {
        const whole = linesOf(Uint8Array.from(lists.flat()));
        const pieces = lists.map((list) => Uint8Array.from(list));
        expect(linesOf(...pieces)).toEqual(whole);
        expect(cut(pieces, 'blocks')).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('repaints share the number of their line, and offsets are those of the bytes', () => {
    expect(linesOf(Buffer.from('a\r\nb\rc\n\nd'))).toEqual([
      { text: 'a', line: 1, offset: 0 },
      { text: 'b', line: 2, offset: 3 },
      { text: 'c', line: 2, offset: 5 },
      { text: '', line: 3, offset: 7 },
      { text: 'd', line: 4, offset: 8 },
    ]);
  });

  it('reads GBK where it is likely, and keeps UTF-8 with a bad byte', () => {
    const gbk = Buffer.from([
      0xd1, 0xb5, 0xc1, 0xb7, 0xcb, 0xf0, 0xca, 0xa7, 0x20, 0x30, 0x2e, 0x35,
    ]);
    expect(texts(gbk)).toEqual(['训练损失 0.5']);
    const bad = Buffer.from([...Buffer.from('损失: 0.5'), 0xff]);
    expect(texts(bad)).toEqual(['损失: 0.5\ufffd']);
  });

  it.each(EIGHT_BIT)('%s is read as %s', (bytes, text) => {
    expect(texts(Buffer.from(bytes, 'latin1'))).toEqual([text]);
  });

  it('an expected encoding decides what could be several', () => {
    const bytes = Buffer.from('loss \xcb\xf0 0.5', 'latin1');
    expect(texts(bytes)).toEqual(['loss 损 0.5']);
    expect(textsAs('windows1251', bytes)).toEqual(['loss Лр 0.5']);
    expect(textsAs('iso88591', bytes)).toEqual(['loss Ëð 0.5']);
    expect(textsAs('utf8', bytes)).toEqual(['loss 损 0.5']);
    expect(textsAs('gbk', Buffer.from('\xd1\xb5 0.5', 'latin1'))).toEqual(['训 0.5']);
    // What is UTF-8 is UTF-8, whatever was expected.
    expect(textsAs('gbk', Buffer.from('损失 0.5'))).toEqual(['损失 0.5']);
    // What it cannot be is read as ever.
    expect(textsAs('gbk', Buffer.from('Cr\xe9 0.5', 'latin1'))).toEqual(['Cré 0.5']);
  });

  it('a line that is not ASCII as it is has no raw bytes', () => {
    const lines: LogLine[] = [];
    const cutter = new LineCutter();
    const text = Buffer.from('loss \x81\x30\x81\x30 5\nloss 6\n\xcb\xf0 7\n', 'latin1');
    cutter.push(text, (line) => lines.push(line));
    cutter.push(Buffer.from('损 7\n'), (line) => lines.push(line));
    expect(lines.map(({ raw }) => raw !== undefined)).toEqual([false, true, false, true]);
  });

  it.each([
    ['UTF-8', Buffer.from('x'), Buffer.from('\nloss 1\n')],
    ['UTF-16', Buffer.from('\ufeffx', 'utf16le'), Buffer.from('\nloss 1\n', 'utf16le')],
  ])('%s: a line of 200 MB is passed over in bounded memory', (_, start, end) => {
    const cutter = new LineCutter();
    const lines: LogLine[] = [];
    const chunk = new Uint8Array(LONGEST_LINE).fill(0x78);
    const before = process.memoryUsage().arrayBuffers;
    const keep = ({ text, line, offset }: LogLine) => lines.push({ text, line, offset });
    cutter.push(start, keep);
    for (let at = 0; at < 200; at++) cutter.push(chunk, keep);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * LONGEST_LINE);
    cutter.push(end, keep);
    expect(lines.map(({ text, line }) => [text, line])).toEqual([['loss 1', 2]]);
    expect(cutter.skipped).toBe(1);
  });
});
