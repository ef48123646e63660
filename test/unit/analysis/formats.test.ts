import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/analysis/formats/format.js';
import { FORMATS } from '../../../src/analysis/formats/index.js';
import {
  createReader,
  isDocument,
  type LogLine,
  type Reading,
  readDocument,
} from '../../../src/analysis/index.js';
import { cleanLine } from '../../../src/analysis/reader/cleanLine.js';
import { firstSigns } from '../../../src/analysis/reader/firstSigns.js';
import { messageOf } from '../../../src/analysis/reader/linePrefix.js';
import { LineCutter } from '../../../src/engine/sources/lineCutter.js';
import { readingsOf } from './readingsOf.js';

function expectYields(readings: readonly Reading[], { yields }: Sample): void {
  const said = readings.map((reading, i) => {
    const asked = Object.keys(yields[i] ?? { name: '', value: 0 });
    return Object.fromEntries(Object.entries(reading).filter(([key]) => asked.includes(key)));
  });
  expect(said).toEqual(yields);
}

/** Equal lines give equal readings: at each byte the lines are compared, at each of these the readings. */
const READ_EVERY = 29;

function linesCutAt(bytes: Uint8Array, at: number): string {
  const lines: string[] = [];
  const cutter = new LineCutter();
  const take = ({ line, offset, text }: LogLine) => {
    lines.push(`${line} ${offset} ${text}`);
  };
  cutter.push(bytes.subarray(0, at), take);
  cutter.push(bytes.subarray(at), take);
  return lines.join('\n');
}

/** The readings of a sample whose bytes arrive in two parts. */
function readingsCutAt(bytes: Uint8Array, at: number): readonly Reading[] {
  const reader = createReader({ name: 'train.log' });
  const readings: Reading[] = [];
  const take = (line: LogLine) => {
    readings.push(...reader.push(line));
  };
  const cutter = new LineCutter();
  cutter.push(bytes.subarray(0, at), take);
  cutter.push(bytes.subarray(at), take);
  readings.push(...reader.flush());
  return readings;
}

describe.each(FORMATS)('$id', ({ id, document, samples }) => {
  it.each(samples.map((sample) => [sample.lines[0] ?? '', sample] as const))(
    'reads exactly its sample: %s',
    (_, sample) => {
      if (document) {
        const text = sample.lines.join('\n');
        const name = id === 'hf-trainer-state' ? 'trainer_state.json' : 'log';
        expectYields(isDocument(name, text) ? readDocument(name, text).readings : [], sample);
        return;
      }
      const { format, readings } = readingsOf(sample.lines);
      expectYields(readings, sample);
      expect(format).toBe(sample.yields.length > 0 ? id : '');
    },
  );

  it('has a near miss that yields nothing', () => {
    expect(samples.some(({ yields }) => yields.length === 0)).toBe(true);
    expect(samples.some(({ yields }) => yields.length > 0)).toBe(true);
  });

  // A document is read whole.
  if (document) return;

  it('reads the same wherever its bytes are cut', () => {
    for (const { lines } of samples) {
      const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
      const wholeLines = linesCutAt(bytes, bytes.length);
      const whole = printed(readingsCutAt(bytes, bytes.length));
      for (let at = 1; at < bytes.length; at++) {
        const cutLines = linesCutAt(bytes, at);
        if (cutLines !== wholeLines) expect([at, cutLines]).toEqual([at, wholeLines]);
        if (at % READ_EVERY !== 0) continue;
        const cut = printed(readingsCutAt(bytes, at));
        if (cut !== whole) expect([at, cut]).toEqual([at, whole]);
      }
    }
  });
});

/** Cheap to compare a thousand times; JSON has no NaN. */
function printed(readings: readonly Reading[]): string {
  return JSON.stringify(readings, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );
}

describe('the table of formats', () => {
  it('names each format once, and says what it rests on', () => {
    const ids = FORMATS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { source, title } of FORMATS) {
      expect(source.length).toBeGreaterThan(0);
      expect(title.length).toBeGreaterThan(0);
    }
  });

  it('meets a line with the patterns that may match its first character, and with no others', () => {
    expect([...(firstSigns(/^(?:ab|c)?\[x/) ?? [])].sort()).toEqual(['[', 'a', 'c']);
    expect([...(firstSigns(/^(?=z)[a-c_]?\d/) ?? [])].join('')).toBe('abc_0123456789');
    expect(firstSigns(/^.*loss/)).toBeUndefined();
    expect(firstSigns(/^a|b/)).toBeUndefined();
    const texts = FORMATS.flatMap(({ samples }) => samples.flatMap(({ lines }) => lines))
      .map((line) => messageOf(cleanLine(line)).text)
      .filter((text) => text !== '');
    for (const { pattern } of FORMATS.flatMap(({ lines = [] }) => lines)) {
      const signs = firstSigns(pattern);
      const matched = texts.filter((text) => pattern.test(text));
      expect(matched.filter((text) => signs && !signs.has(text.charAt(0)))).toEqual([]);
    }
  });

  it('anchors every pattern at the start of its line', () => {
    const patterns = FORMATS.flatMap(({ lines = [], signature }) => [
      ...lines.map(({ pattern }) => pattern),
      ...(signature ? [signature] : []),
    ]);
    for (const { source, flags } of patterns) {
      expect(source).toMatch(/^\^/);
      // A flag with a memory would make a definition hold state.
      expect(flags).not.toMatch(/[gy]/);
    }
  });
});
