import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineBlock, LogLine } from '../../src/analysis/index.js';
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
const be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

const LOG = 'Epoch 1\r\nbar 1\rbar 2\rbar 3\n\n损失: 0.5\r\n\r\nloss=0.4 🙂\nhalf';
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', Buffer.from(LOG)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${LOG}`)],
  ['UTF-16LE', Buffer.from(`\ufeff${LOG}`, 'utf16le')],
  ['UTF-16BE', be(LOG)],
  ['bad bytes', Buffer.concat([Buffer.from([0xef, 0xbb]), Buffer.from(LOG), Buffer.from([0xff])])],
  ['NULs of a hole', Buffer.concat([Buffer.alloc(40), Buffer.from(LOG), Buffer.alloc(9)])],
];

describe('line cutter', () => {
  it.each(FILES)('%s: cut at every place, the lines are the same', (_, bytes) => {
    const whole = linesOf(bytes);
    for (let at = 0; at <= bytes.length; at++) expect(cutAt(bytes, at)).toEqual(whole);
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
    expect(texts(Buffer.from([0x61, 0xff, 0x31]))).toEqual(['a\ufffd1']);
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
