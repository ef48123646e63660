import { describe, expect, it } from 'vitest';
import { createDiagnosis, nameMetric, sayPhrase } from '../../../src/analysis/index.js';
import { lossOf, verdictsOf } from './verdictsOf.js';

const range = (length: number, of: (i: number) => number) =>
  Array.from({ length }, (_, i) => of(i));
const falling = range(40, (i) => 0.1 + 2.9 * 0.85 ** i);
const turning = range(40, (i) => 1 + 0.002 * (i - 12) ** 2);

describe('diagnosis', () => {
  it('says too early from the first point on, and how much is missing', () => {
    const { said, active } = verdictsOf({ train: falling.slice(0, 4), val: falling.slice(0, 4) });
    expect(said).toEqual([[0, 'too-early']]);
    expect(active.map(({ because }) => sayPhrase(because))).toEqual([
      '4 of the 10 epochs that a verdict needs; train and val fall so far.',
    ]);
  });

  it('says nothing before a point', () => {
    expect(verdictsOf({ train: [], val: [] })).toEqual({ said: [], changes: [], active: [] });
  });

  it('is never without a verdict once there is a point', () => {
    const curves = [
      falling,
      turning,
      range(40, () => 1),
      range(40, () => Number.NaN),
      range(40, (i) => -i),
    ];
    const empty = curves.flatMap((train) =>
      range(40, (i) => i + 1).filter(
        (length) => verdictsOf({ train: train.slice(0, length) }).active.length === 0,
      ),
    );
    expect(empty).toEqual([]);
  });

  it('takes learning back when validation turns, and names the best epoch', () => {
    const { said, active } = verdictsOf({ train: falling, val: turning });
    expect(said.map(([, code]) => code)).toEqual([
      'too-early',
      '-too-early',
      'learning',
      '-learning',
      'too-early',
      'overfitting',
      '-too-early',
      // First as a hint, from 5 % on aloud.
      'overfitting',
    ]);
    expect(active.map(({ code, severity }) => [code, severity])).toEqual([
      ['overfitting', 'warning'],
    ]);
    expect(sayPhrase(active[0]?.because ?? { text: '', args: [] })).toMatch(
      /^Val loss is \d+\u202f% above its best \(1\.00 at epoch 12\) while train loss fell from 0\.\d+ to 0\.1\d+\.$/,
    );
  });

  it('clears overfitting after three points when validation comes back', () => {
    const back = [...turning, ...range(12, (i) => 1 - 0.02 * i)];
    const train = [...falling, ...range(12, (i) => 0.1 - 0.002 * i)];
    const { said } = verdictsOf({ train, val: back });
    expect(said.at(-1)?.[1]).not.toBe('overfitting');
    expect(said.filter(([, code]) => code === '-overfitting')).toHaveLength(1);
  });

  it('keeps one NaN for three sound values, and raises it at its own point', () => {
    const { said } = verdictsOf({ train: [3, 2, Number.NaN, 1, 0.9, 0.8, 0.7] });
    expect(said.filter(([, code]) => code.endsWith('nan'))).toEqual([
      [2, 'nan'],
      [5, '-nan'],
    ]);
  });

  it('says the same of the same points, however their series were announced', () => {
    const once = verdictsOf({ train: falling, val: turning });
    expect(verdictsOf({ train: falling, val: turning })).toEqual(once);
  });

  it('judges a run whose validation is announced late', () => {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf('loss', 'train'), 'epoch');
    let val: number | undefined;
    falling.forEach((y, x) => {
      diagnosis.push(train, { x, y });
      val ??= diagnosis.addSeries(lossOf('val_loss', 'val'), 'epoch');
      diagnosis.push(val, { x, y: turning[x] ?? 0 });
    });
    expect(diagnosis.active().map(({ code }) => code)).toEqual(['overfitting']);
  });

  it('does not judge rewards and adversarial losses, but sees their NaN', () => {
    const diagnosis = createDiagnosis();
    const other = { split: 'other', kind: 'loss', role: 'other', better: undefined } as const;
    const loss = diagnosis.addSeries({ name: 'G_loss', metric: 'G_loss', ...other }, 'step');
    for (let x = 0; x < 100; x++) diagnosis.push(loss, { x, y: x });
    expect(diagnosis.active().map(({ title }) => sayPhrase(title))).toEqual([
      'Nothing to judge yet.',
    ]);
    diagnosis.push(loss, { x: 100, y: Number.NaN });
    expect(diagnosis.active().map(({ code }) => code)).toEqual(['nan']);
  });

  it('tells progress by train while a long train curve has few validations', () => {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf('loss', 'train'), 'step');
    const val = diagnosis.addSeries(lossOf('val_loss', 'val'), 'step');
    for (let x = 0; x < 400; x++) {
      diagnosis.push(train, { x, y: 3 * 0.99 ** x });
      if (x % 100 === 99) diagnosis.push(val, { x, y: 3 * 0.99 ** x });
    }
    expect(diagnosis.active().map(({ because }) => sayPhrase(because))).toEqual([
      expect.stringMatching(
        /^Train loss 0\.\d+ is its best and fell \d+\u202f% in the last quarter/,
      ),
    ]);
  });

  it('starts its best anew at a restart', () => {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf('loss', 'train'), 'epoch');
    const val = diagnosis.addSeries(lossOf('val_loss', 'val'), 'epoch');
    const push = (x: number) => {
      diagnosis.push(train, { x, y: falling[x] ?? 0 });
      diagnosis.push(val, { x, y: 0.5 + (falling[x] ?? 0) });
    };
    for (let x = 0; x < 30; x++) push(x);
    diagnosis.restart();
    for (let x = 10; x < 40; x++) push(x);
    expect(diagnosis.active().filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('says that no line came, and takes it back with the next', () => {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf('loss', 'train'), 'step');
    falling.forEach((y, x) => void diagnosis.push(train, { x, y, time: 1000 + 0.6 * x }));
    expect(diagnosis.look(1000 + 0.6 * 39 + 30)).toEqual([]);
    expect(
      diagnosis.look(1000 + 0.6 * 39 + 90).map(({ verdict }) => sayPhrase(verdict.title)),
    ).toContain('No new line for 1\u202fmin 30\u202fs.');
    const next = diagnosis.push(train, { x: 40, y: 0.1, time: 1200 });
    expect(next.map(({ change, verdict }) => [change, verdict.code])).toContainEqual([
      'cleared',
      'stalled-log',
    ]);
  });
});

describe('what is judged and is no loss', () => {
  it.each([
    ['ppl', /^Val perplexity is \d+\u202f% above its best \(.*\) while train perplexity fell/],
    ['wer', /^Val WER is \d+\u202f% above its best \(.*\) while train WER fell/],
    ['char_error_rate', /^Val char error rate is .* while train char error rate fell/],
  ])('is called by its name: %s', (metric, sentence) => {
    const diagnosis = createDiagnosis();
    const info = (split: 'train' | 'val') =>
      ({
        name: `${split}_${metric}`,
        metric,
        split,
        role: split,
        kind: 'error',
        better: 'min',
      }) as const;
    const train = diagnosis.addSeries(info('train'), 'epoch');
    const val = diagnosis.addSeries(info('val'), 'epoch');
    falling.forEach((y, x) => {
      diagnosis.push(train, { x, y });
      diagnosis.push(val, { x, y: turning[x] ?? 0 });
    });
    const because = diagnosis.active()[0]?.because ?? { text: '', args: [] };
    expect(sayPhrase(because)).toMatch(sentence);
  });

  it('is called so in Chinese too', () => {
    expect(nameMetric('验证损失 12 低于训练损失。', 'WER')).toBe('验证 WER 12 低于训练 WER。');
  });
});
