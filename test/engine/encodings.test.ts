import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/analysis/index.js';
import { expectedOf } from '../../src/engine/sources/folderEncodings.js';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { openHouse } from './house.js';

const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const lineAt = (epoch: number) => `第 ${epoch} 轮 训练损失: ${(1 / epoch).toFixed(4)}`;
const LINES = range(40).map((at) => lineAt(at + 1));
const LOG = LINES.join('\n');
/** `训练损失`, `第` and `轮` in GBK. */
const GBK: Readonly<Record<string, string>> = {
  训: '\xd1\xb5',
  练: '\xc1\xb7',
  损: '\xcb\xf0',
  失: '\xca\xa7',
  第: '\xb5\xda',
  轮: '\xc2\xd6',
};
const gbk = (text: string) =>
  Buffer.from(
    text.replace(/[\u4e00-\u9fff]/g, (letter) => GBK[letter] ?? '?'),
    'latin1',
  );
const wide = (text: string) => Buffer.from(text, 'utf16le');

const ENCODED: readonly (readonly [string, Buffer])[] = [
  ['UTF-8 with its mark', Buffer.from(`\ufeff${LOG}`)],
  ['UTF-8 with CRLF', Buffer.from(LOG.replaceAll('\n', '\r\n'))],
  ['UTF-16LE', wide(`\ufeff${LOG}`)],
  ['UTF-16BE', wide(`\ufeff${LOG}`).swap16()],
  ['GBK', gbk(LOG)],
  [
    'UTF-8 to which UTF-16LE was appended',
    Buffer.concat([
      Buffer.from(`${LINES.slice(0, 20).join('\n')}\n`),
      wide(`ok\r\n${LINES.slice(20).join('\r\n')}`),
    ]),
  ],
  [
    'UTF-8 and GBK in turn',
    Buffer.concat(
      LINES.map((line, at) => (at % 2 === 0 ? gbk(`${line}\n`) : Buffer.from(`${line}\n`))),
    ),
  ],
];

const pointsOf = (readings: readonly Reading[]) =>
  readings.map(({ name, metric, split, epoch, step, value }) => [
    name,
    metric,
    split,
    epoch ?? step,
    value,
  ]);

function readAll(bytes: Buffer): readonly Reading[] {
  const reader = sourceReader('train.log');
  const readings = [...reader.push(bytes)];
  return [...readings, ...(reader.lastLine() ?? []), ...reader.flush()];
}

describe('encodings', () => {
  const plain = readAll(Buffer.from(LOG));

  it('the log is a curve', () => {
    expect(plain).toHaveLength(40);
  });

  it.each(ENCODED)('%s says the same', (_, bytes) => {
    expect(pointsOf(readAll(bytes))).toEqual(pointsOf(plain));
  });

  it('what the editor expects of a folder decides', async () => {
    const house = openHouse(sourceReader);
    // Windows-1251: in GBK these are other letters.
    const line = (at: number) =>
      Buffer.from(`epoch ${at} \xef\xee\xf2\xe5\xf0\xe8_loss: ${(1 / at).toFixed(4)}\n`, 'latin1');
    writeFileSync(house.path('a.log'), Buffer.concat(range(20).map((at) => line(at + 1))));
    house.send({
      type: 'start',
      roots: [house.folder],
      exclude: [],
      encodings: [
        { folder: '', encoding: 'utf8' },
        { folder: house.folder, encoding: 'windows1251' },
      ],
    });
    await house.until(() => house.runs().get('a.log')?.points === 20);
    expect(
      house
        .runs()
        .get('a.log')
        ?.series.map(({ name }) => name),
    ).toEqual(['потери_loss']);
  });

  it('the nearest folder around a file is asked', () => {
    const folders = [
      { folder: '', encoding: 'utf8' },
      { folder: '/logs', encoding: 'gbk' },
      { folder: '/logs/a', encoding: 'windows1252' },
    ];
    const isPaired = (file: string) => expectedOf(folders, file)?.isPaired;
    expect(isPaired('/logs/a/train.log')).toBe(false);
    expect(isPaired('/logs/ab/train.log')).toBe(true);
    expect(isPaired('/else/train.log')).toBeUndefined();
  });
});
