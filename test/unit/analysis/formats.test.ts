import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/analysis/formats/format.js';
import { FORMATS } from '../../../src/analysis/formats/index.js';
import { isDocument, type Reading, readDocument } from '../../../src/analysis/index.js';
import { readingsOf } from './readingsOf.js';

function expectYields(readings: readonly Reading[], { yields }: Sample): void {
  const said = readings.map((reading, i) => {
    const asked = Object.keys(yields[i] ?? { name: '', value: 0 });
    return Object.fromEntries(Object.entries(reading).filter(([key]) => asked.includes(key)));
  });
  expect(said).toEqual(yields);
}

describe.each(FORMATS)('$id', ({ id, document, samples }) => {
  it.each(samples.map((sample) => [sample.lines[0] ?? '', sample] as const))(
    'reads exactly its sample: %s',
    (_, sample) => {
      if (document) {
        const text = sample.lines.join('\n');
        const name = id === 'hf-trainer-state' ? 'trainer_state.json' : 'log';
        expect(isDocument(name, text)).toBe(true);
        expectYields(readDocument(name, text) ?? [], sample);
        return;
      }
      const { format, readings } = readingsOf(sample.lines);
      expectYields(readings, sample);
      expect(format).toBe(sample.yields.length > 0 ? id : '');
    },
  );
});
