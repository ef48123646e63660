import { describe, expect, it } from 'vitest';
import { Explainer, type Explanation, sayPhrase } from '../../../src/analysis/index.js';

function explain(lines: readonly string[], name = 'train.log'): Explanation {
  const explainer = new Explainer({ name });
  lines.forEach((text, i) => {
    explainer.push({ text, line: i + 1, offset: i * 1000 });
  });
  explainer.flush();
  return explainer.explanation;
}

/** `lines reason @first` of each shape that was left. */
function left(lines: readonly string[], name?: string): string[] {
  return explain(lines, name).left.map((one) => `${one.lines} ${one.reason} @${one.first}`);
}

/** `lines format @first` of each format that read something. */
function taken(lines: readonly string[]): string[] {
  return explain(lines).taken.map((one) => `${one.lines} ${one.format} @${one.first}`);
}

const steps = (line: (i: number) => string) => [1, 2, 3, 4].map(line);

describe('an explanation', () => {
  it('says which format read which lines, with the first of them and an example', () => {
    const lines = [
      'start',
      ...steps((i) => `step ${i} loss ${5 - i}.5`),
      "{'loss': 0.5, 'epoch': 1.0}",
    ];
    expect(taken(lines)).toEqual(['4 general @2', '1 hf-trainer @6']);
    const [first] = explain(lines).taken;
    expect(first).toMatchObject({ readings: 4, example: 'step 1 loss 4.5' });
  });

  it('counts the rows of a box as read, not the box alone', () => {
    const box = (i: number) => [
      '-----------',
      `| loss | ${i}.5 |`,
      `| step | ${i}0 |`,
      '-----------',
    ];
    const lines = steps(() => '').flatMap((_, i) => box(i + 1));
    expect(taken(lines)).toEqual(['8 logger-box @2']);
    expect(left(lines)).toEqual([]);
  });

  it('gathers what was left by its shape, the most frequent first', () => {
    const lines = [
      'GPU 0 has 3.5 GiB',
      ...steps((i) => `step ${i} loss ${5 - i}.5`),
      ...steps((i) => `eta ${i}0 sec, mem ${i}2 MB`),
    ];
    const { left: shapes, numbered, lines: all } = explain(lines);
    expect(shapes.map(({ lines: count, reason, shape }) => [count, reason, shape])).toEqual([
      [4, 'noise', 'eta # sec, mem # MB'],
      [1, 'unnamed', 'GPU # has # GiB'],
    ]);
    expect([all, numbered]).toEqual([9, 9]);
  });

  it.each<[string, readonly string[], string]>([
    ['position only', ['Epoch 1/3', 'loss: 0.5', 'Epoch 2/3', 'loss: 0.4'], '2 position @1'],
    [
      'said before',
      [1, 2].flatMap((i) => [`step ${i} loss 2.${i} acc 0.${i}`, `step ${i} loss 2.${i}`]),
      '2 repeated @2',
    ],
    [
      'prose',
      ['In 2019 they said that a loss of 0.5 would be more than what anybody needs'],
      '1 prose @1',
    ],
    ['another rank', ['2: [step 10] loss=3.14', '0: [step 10] loss=3.15'], '1 rank @1'],
    ['a bar', ['Loading:  25%|██▌    | 1/4 [00:04<00:14]'], '1 bar @1'],
    ['no known name', ['quux=0.5 flux=0.25'], '1 no-name @1'],
    ['a setting', ['stride: 3'], '1 setting @1'],
    ['a summary', ["{'train_runtime': 99.5, 'train_loss': 0.6, 'epoch': 3.0}"], '1 summary @1'],
    ['an error report', ['Traceback (most recent call last): 1'], '1 code @1'],
    ['dates only', ['2024-01-02 03:04:05 step aside'], '1 no-number @1'],
    ['nothing places it', ['loss: 0.5'], '1 no-place @1'],
    ['a learning rate alone', ['lr: 0.1', 'epoch 1 lr: 0.1'], '1 rates @1'],
  ])('%s', (_, lines, said) => {
    expect(left(lines)).toContain(said);
  });

  it('names a bar that is painted again, and counts its last paint as read', () => {
    const bar = (done: number) => `${done}/4 [==>...] - ETA: 1s - loss: 0.${9 - done}`;
    const lines = ['Epoch 1/2', ...steps(bar), 'Epoch 2/2'];
    expect(left(lines)).toContain('3 repaint @2');
    expect(taken(lines)).toEqual(['1 keras-progress @5']);
  });

  it('says that a file is no log by its name', () => {
    expect(left(['loss 0.5'], 'notes.md')).toEqual(['1 not-a-log @1']);
  });

  it('offers a pattern for a print that nobody knows', () => {
    const [one] = explain(['run 7: quux 0.25 in 3s', 'run 8: quux 0.20 in 3s']).left;
    expect(one?.pattern).toContain('\\quux');
  });

  it('shows hostile lines without what moves a cursor or turns text around', () => {
    const [one] = explain(['\u001b[31mquux\u0007 = 0.5 \u202e3.0']).left;
    expect(one?.example).toMatch(/^[\x20-\x7e]*$/);
  });

  it('keeps a bounded number of shapes and counts the others', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `w${'abcdefghij'.charAt(i % 10)}`);
    const lines = words.map((word, i) => `${word}${'x'.repeat(i % 97)}${'y'.repeat(i % 89)} 0.5`);
    const { left: shapes, others } = explain(lines);
    expect(shapes.length).toBeLessThanOrEqual(4000);
    expect(shapes.reduce((sum, one) => sum + one.lines, others)).toBe(5000);
  });

  it('says each reason in a sentence', () => {
    for (const one of explain(['stride: 3', 'loss: 0.5']).left)
      expect(sayPhrase(one.why)).toMatch(/\.$/);
  });
});
