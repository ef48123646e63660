import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelModule } from '../../../scripts/kernel.mjs';
import { HIGH, LOW, memoryWords, scanLine } from '../../../src/analysis/bytes/lineKernel.js';
import { numberAt } from '../../../src/analysis/bytes/numberAt.js';
import { FORMATS } from '../../../src/analysis/formats/index.js';
import { createReader, type Reading } from '../../../src/analysis/index.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function shapeOf(text: string): string {
  const bytes = bytesOf(text);
  const record = scanLine(bytes, 0, bytes.length);
  if (typeof record !== 'number') throw new Error(`${text} is ${record}`);
  return `${memoryWords[record + LOW]} ${memoryWords[record + HIGH]}`;
}

/** The lines as one block. */
function readingsOfBlock(lines: readonly string[]): Reading[] {
  const reader = createReader({ name: 'train.log' });
  const bytes = bytesOf(`${lines.join('\n')}\n`);
  const lineAt = (from: number, to: number, line: number) => ({
    text: new TextDecoder().decode(bytes.subarray(from, to)),
    line,
    offset: from,
  });
  const block = { bytes, from: 0, to: bytes.length, line: 1, offset: 0, lineAt };
  const done = reader.pushBlock?.(block);
  expect(done?.lines).toBe(lines.length);
  return [...(done?.readings ?? []), ...reader.flush()];
}

function readingsOf(lines: readonly string[], usesShapes: boolean): Reading[] {
  const reader = createReader({ name: 'train.log', usesShapes });
  const readings: Reading[] = [];
  let offset = 0;
  for (const [i, text] of lines.entries()) {
    const bytes = bytesOf(text);
    const raw = { bytes, from: 0, to: bytes.length };
    readings.push(...reader.push({ text, line: i + 1, offset, raw }));
    offset += bytes.length + 1;
  }
  return [...readings, ...reader.flush()];
}

describe('line shapes', () => {
  it.each([
    ['other digits', 'loss: 0.5 step 12', 'loss: 0.75 step 1000'],
    ['another time', '[2026-01-02 03:04:05] lr=1e-05', '[2026-11-12 13:14:15] lr=5e-07'],
  ])('%s make no other shape', (_, one, other) => {
    expect(shapeOf(one)).toBe(shapeOf(other));
  });

  it.each([
    ['a fraction', 'loss: 5', 'loss: 5.0'],
    ['a sign', 'loss: 5', 'loss: -5'],
    ['an exponent', 'lr: 0.1', 'lr: 1e-1'],
    ['the sign of an exponent', 'lr: 1e+1', 'lr: 1e-1'],
    ['a number in a name', 'Acc@1 50.0', 'Acc@5 50.0'],
    ['a grouped thousand', 'step 1,23', 'step 1,234'],
    ['a duration', 'eta 1:02', 'eta 1:02:03'],
    ['a name', 'loss 1', 'lost 1'],
  ])('%s makes another shape', (_, one, other) => {
    expect(shapeOf(one)).not.toBe(shapeOf(other));
  });
});

const printed = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => String(value)),
  fc.tuple(fc.nat(), fc.nat(20)).map(([value, digits]) => (value / 1000).toFixed(digits)),
  fc.tuple(fc.nat(99999), fc.integer({ min: -320, max: 308 })).map(([m, e]) => `${m}e${e}`),
);

describe('the scanner', () => {
  it('is the one that its source makes', async () => {
    expect(await kernelModule()).toBe(readFileSync('src/analysis/bytes/kernel.ts', 'utf8'));
  });
});

describe('numbers by their bytes', () => {
  it('are those of the language, to the last bit', () => {
    fc.assert(
      fc.property(printed, (text) => {
        const bytes = bytesOf(`x${text}y`);
        expect(numberAt(bytes, 1, bytes.length - 1)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The lines again and again with other digits: sometimes only zeros, sometimes longer numbers. */
const withOtherDigits = (line: string, seed: number) =>
  line.replace(/\d+/g, (digits, at: number) => {
    const turn = (seed * 7 + at) % 11;
    if (turn === 10) return digits.replace(/\d/g, '0');
    return digits.replace(/\d/g, (digit) => String((Number(digit) + turn) % 10));
  });

const LINES = [
  ...FORMATS.flatMap(({ samples }) => samples.flatMap(({ lines }) => [lines])),
  ['[rank0]: step 10 loss 2.5', '[rank1]: step 10 loss 2.6'],
  ['2026-01-05 08:00:00,274 - INFO - Epoch [1/100] Step [2/5000], Loss: -2.42, lr: 5.00e-5'],
  ['2025-06-26T11:50:05.243228050Z epoch 4 batch 20/100 loss=0.5737 lr=0.09455'],
  ['{"_timestamp": 1700000000.5, "step": 3, "loss": 0.25, "val/loss": 0.5}'],
  ['Epoch 3:  45%|####5     | 45/100 [00:10<00:12, 4.50it/s, train_loss=0.731]', 'Epoch 4'],
  ['step 1,250 | loss 0.5 | 12,345 tokens'],
  ['correct 2508/10042=0.2498 epoch 3 val acc 25%'],
  ['损失：0.5，准确率：91.2%，第3轮'],
  ['layer.0.loss: 0.5 at step 3', 'layer.1.loss: 0.25 at step 3'],
  ['epoch 1', 'Validation:', '  loss 0.5', 'Best Iteration: 3', 'epoch 1 loss 0.5'],
];

describe.each(LINES.map((lines) => [lines[0] ?? '', lines] as const))(
  'lines as "%s"',
  (_, lines) => {
    it('say the same by their shape and in full', () => {
      const many = Array.from({ length: 60 }, (_, i) =>
        lines.map((line) => withOtherDigits(line, i)),
      );
      const log = [...lines, ...many.flat()];
      const inFull = readingsOf(log, false);
      expect(readingsOf(log, true)).toEqual(inFull);
      expect(readingsOfBlock(log)).toEqual(inFull);
    });
  },
);
