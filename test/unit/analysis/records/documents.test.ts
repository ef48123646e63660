import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reading, readDocument } from '../../../../src/analysis/index.js';

const said = (readings: readonly Reading[]) =>
  readings.map(({ run, split, name, step, epoch, value }) =>
    [run, split, name, step === undefined ? '' : `@${step}`, epoch === undefined ? '' : `e${epoch}`]
      .filter((part) => part !== '')
      .concat(`=${value}`)
      .join(' '),
  );

const read = (text: string, name = 'history.json') => said(readDocument(name, text).readings);
const json = (value: unknown) => read(JSON.stringify(value, null, 1));

describe('documents', () => {
  it('records in a list, wherever it stands; a list of settings before it is none', () => {
    const history = [
      { epoch: 1, train_loss: 0.5, val_loss: 0.75 },
      { epoch: 2, train_loss: 0.25, val_loss: 0.5 },
    ];
    const points = [
      '0 train train_loss e1 =0.5',
      '0 val val_loss e1 =0.75',
      '0 train train_loss e2 =0.25',
      '0 val val_loss e2 =0.5',
    ];
    expect(json(history)).toEqual(points);
    expect(json({ layers: [{ size: 3 }, { size: 4 }], run: { history } })).toEqual(points);
  });

  it('records under keys that count, and lists for each split', () => {
    expect(json({ epoch_1: { loss: 0.5 }, epoch_2: { loss: 0.25 } })).toEqual([
      '0 train loss e1 =0.5',
      '0 train loss e2 =0.25',
    ]);
    const lists = { train: [{ epoch: 1, loss: 0.5 }], valid: [{ epoch: 1, loss: 0.75 }] };
    expect(json(lists)).toEqual(['0 train loss e1 =0.5', '0 val loss e1 =0.75']);
  });

  it('a list of numbers for each metric, row by row; null is no point', () => {
    expect(
      read('{"loss": [2.5, NaN, 1], "val_loss": [null, 3, 2], "lr": [0.1, 0.1, 0.01]}'),
    ).toEqual([
      '0 train loss =2.5',
      '0 train lr =0.1',
      '0 train loss =NaN',
      '0 val val_loss =3',
      '0 train lr =0.1',
      '0 train loss =1',
      '0 val val_loss =2',
      '0 train lr =0.01',
    ]);
  });

  it('lists on an axis of their own, in nested objects, and as a data frame writes them', () => {
    expect(
      json({ 'train.loss': { steps: [10, 20], timestamps: ['a', 'b'], values: [2, 1] } }),
    ).toEqual(['0 train train.loss @10 =2', '0 train train.loss @20 =1']);
    expect(json({ train: { loss: [2, 1] }, val: { loss: [3, 2] } })).toEqual([
      '0 train train/loss =2',
      '0 val val/loss =3',
      '0 train train/loss =1',
      '0 val val/loss =2',
    ]);
    expect(json({ epoch: { 0: 1, 1: 2 }, loss: { 0: 0.5, 1: 0.25 } })).toEqual([
      '0 train loss e1 =0.5',
      '0 train loss e2 =0.25',
    ]);
  });

  it('a history for each fold is a run for each', () => {
    const fold = (loss: number) => ({ loss: [loss, loss / 2] });
    expect(json({ fold_a: fold(4), fold_b: fold(8) })).toEqual([
      '0 train loss =4',
      '0 train loss =2',
      '1 train loss =8',
      '1 train loss =4',
    ]);
  });

  it('what TensorBoard lets one download is named by the file', () => {
    const text = '[[1664364007.1, 10, 0.5], [1664364008.1, 20, 0.25]]';
    expect(read(text, 'logs/run-.-tag-val_loss.json')).toEqual([
      '0 val val_loss @10 =0.5',
      '0 val val_loss @20 =0.25',
    ]);
  });

  it.each([
    ['last values', { epoch: 3, eval_loss: 0.5, eval_accuracy: 0.9 }],
    ['settings', { betas: [0.9, 0.999], lr: [0.1, 0.01], loss_weights: [1, 1], layers: [64, 64] }],
    ['measures of classes', { precision: [0.9, 0.8, 0.7], recall: [0.5, 0.6, 0.7] }],
    [
      'a ranking',
      [
        { model: 'a', accuracy: 0.9 },
        { model: 'b', accuracy: 0.8 },
      ],
    ],
    ['names of labels', { id2label: { 0: 'cat', 1: 'dog' }, scores: { 0: 0.1, 1: 0.9 } }],
    [
      'points',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['nothing', []],
  ])('%s yield nothing', (_, value) => {
    expect(json(value)).toEqual([]);
  });

  it.each([
    ['', 'cut'],
    ['{"loss": [1, 2', 'cut'],
    ['{"loss": "a\\"', 'cut'],
    ['{"loss": 1}\n{"loss": 2}\n', 'several'],
    ['{"loss": 1]', 'broken'],
    ['epoch 1 loss 2', 'broken'],
    [`${'['.repeat(100_000)}`, 'broken'],
    ['{"loss": [1, 2]}\n', 'whole'],
  ] as const)('%s is %s', (text, state) => {
    expect(readDocument('x.json', text).state).toBe(state);
  });

  it('what a writer that died left says what is whole in it', () => {
    const left = (text: string) => said(readDocument('x.json', text, { isEnd: true }).readings);
    expect(left('[{"epoch": 1, "loss": 4}, {"epoch": 2, "loss": 2}, {"epoch": 3, "lo')).toEqual([
      '0 train loss e1 =4',
      '0 train loss e2 =2',
    ]);
    expect(left('{"loss": [4, 2, 1.2')).toEqual(['0 train loss =4', '0 train loss =2']);
  });

  it('whatever JSON there is, whole it is whole, cut it is not, and nothing throws', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.nat(), (text, at) => {
        const isContainer = /^[[{]/.test(text);
        expect(readDocument('x.json', text).state).toBe(isContainer ? 'whole' : 'broken');
        const cut = text.slice(0, at % text.length);
        expect(readDocument('x.json', cut).state).not.toBe('whole');
      }),
    );
  });
});
