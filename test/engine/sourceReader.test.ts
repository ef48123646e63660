import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { eventFile, history, wandbFile } from '../unit/analysis/records/written.js';

/** The readings of bytes that come in pieces, as the command line asks for them. */
function read(name: string, bytes: Uint8Array, cuts: readonly number[]) {
  const reader = sourceReader(name);
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  const readings = places.flatMap((to, index) => {
    const piece = bytes.slice(places[index - 1] ?? 0, to);
    const some = reader.push(piece);
    piece.fill(255);
    return some;
  });
  const last = reader.lastLine();
  readings.push(...(last ?? []), ...reader.flush());
  if (!last) readings.push(...(reader.lastLine() ?? []));
  return { form: reader.form, readings };
}

const text = (content: string) => new TextEncoder().encode(content);
const lines = '{"epoch": 1, "loss": 0.5}\n{"epoch": 2, "loss": 0.25}\n{"epoch": 3, "loss": 0.2}';
const long = `{"epoch": 1, "loss": 0.5, "note": "${'x'.repeat(3000)}"}\n${lines.slice(26)}`;
const wide = Uint8Array.from(Buffer.from('\ufeffepoch 1 loss 2.5\nepoch 2 loss 1\n', 'utf16le'));

describe('the bytes of a source', () => {
  it.each([
    ['a.log', text('epoch 1 loss 0.5\nepoch 2 loss 0.25\n'), 'lines', 2],
    ['bracket.log', text('[1/3] loss 0.5\n[2/3] loss 0.25\n[3/3] loss 0.2'), 'lines', 3],
    ['blank.log', text('\n\nepoch 1 loss 0.5\nepoch 2 loss 0.25\n'), 'lines', 2],
    ['wide.log', wide, 'lines', 2],
    ['a.jsonl', text(lines), 'lines', 3],
    ['metrics.json', text(lines), 'lines', 3],
    ['long.json', text(long), 'lines', 3],
    ['history.json', text('{"loss": [3, 2, 1]}'), 'document', 3],
    [
      'result/log',
      text('[{"main/loss": 3, "epoch": 1}, {"main/loss": 2, "epoch": 2}]'),
      'document',
      2,
    ],
    [
      'x.tfevents',
      eventFile([1, 2].map((step) => ({ tag: 'loss', value: 1, step }))),
      'records',
      2,
    ],
    ['x.wandb', wandbFile([1, 2].map((step) => history({ loss: '1' }, step))), 'records', 2],
    ['empty.log', text(''), 'unknown', 0],
    ['short.log', text(':W'), 'lines', 0],
  ] as const)('%s: cut anywhere, the same readings', (name, bytes, form, count) => {
    const whole = read(name, bytes, []);
    expect([whole.form, whole.readings.length]).toEqual([form, count]);
    for (let at = 0; at <= Math.min(bytes.length, 300); at++) {
      expect(read(name, bytes, [at])).toEqual(whole);
    }
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        expect(read(name, bytes, places)).toEqual(whole);
      }),
    );
  });

  it('lines of JSON are read as they come, a document when it is whole', () => {
    const growing = sourceReader('run.log');
    expect(growing.push(text('{"epoch": 1, "loss": 0.5}\n'))).toHaveLength(1);
    const wordy = sourceReader('metrics.json');
    expect(wordy.push(text(long.slice(0, 3000)))).toEqual([]);
    expect(wordy.push(text(long.slice(3000)))).toHaveLength(2);
    const document = sourceReader('history.json');
    expect(document.push(text('{"loss": [3, 2'))).toEqual([]);
    expect(document.flush()).toEqual([]);
    expect(document.push(text(', 1]}'))).toEqual([]);
    expect(document.flush()).toHaveLength(3);
    expect(document.flush()).toEqual([]);
  });
});
