import { expect, it } from 'vitest';
import { readingsOf } from './readingsOf.js';
import { type Case, said } from './said.js';

const PRINTS: readonly Case[] = [
  [
    'two splits behind one name',
    ['Epoch 1 | Loss (train/val): 0.69/0.65 | Acc (train/val): 51/55'],
    [
      'Loss (train) train 0.69 @1',
      'Loss (val) val 0.65 @1',
      'Acc (train) train 51 @1',
      'Acc (val) val 55 @1',
    ],
  ],
  [
    'a tensor is its number',
    ["epoch=3,step=10,loss=tensor(0.5, device='cuda:0', grad_fn=<NllLossBackward0>)"],
    ['loss train 0.5 @3/10'],
  ],
  [
    'a spread is no second value',
    ['step 100 loss=0.51±0.1 acc=0.7+/-0.02'],
    ['loss train 0.51 @/100', 'acc train 0.7 @/100'],
  ],
  [
    'values before their names',
    ['Epoch 1: 0.52 loss, 81.2% accuracy'],
    ['loss train 0.52 @1', 'accuracy train 81.2 @1'],
  ],
  [
    'arrows link',
    ['epoch 1 -> loss: 0.5, val_loss -> 0.6'],
    ['loss train 0.5 @1', 'val_loss val 0.6 @1'],
  ],
  [
    'what an agent earns in an episode is its training',
    ['Episode 10\tAverage Score: -12.5', 'Episode 20\tAverage Score: -10.5'],
    ['Average Score train -12.5 @/10', 'Average Score train -10.5 @/20'],
  ],
  [
    'a measure beside a validation loss in a table is of the validation',
    [
      '| Epoch | Train Loss | Val Loss | Accuracy |',
      '|---|---|---|---|',
      '| 1 | 0.69 | 0.7 | 51% |',
    ],
    ['Train Loss train 0.69 @1', 'Val Loss val 0.7 @1', 'Accuracy val 51 @1'],
  ],
  [
    'a missing cell of a printed data frame is nothing',
    [
      '   epoch  train_loss  val_loss',
      '0      1      0.6931    0.7000',
      '1      2      0.5931       NaN',
    ],
    ['train_loss train 0.6931 @1', 'val_loss val 0.7 @1', 'train_loss train 0.5931 @2'],
  ],
  [
    'filler words are no name',
    ['Train Loss after Epoch 0 is :  0.51 Test Loss after Epoch 0 is :  0.61'],
    ['Train Loss train 0.51 @0', 'Test Loss val 0.61 @0'],
  ],
  [
    'a unit of a measure',
    ['<epoch: 10, lr:1.000e-04> loss: 9.6e-02', '<epoch: 10, Average PSNR : 18.33dB'],
    ['lr train 0.0001 @10', 'loss train 0.096 @10', 'Average PSNR val 18.33 @10'],
  ],
  [
    'the first of several processes speaks',
    ['GPU0 | epoch 1 | step 10 | loss 0.5', 'GPU1 | epoch 1 | step 10 | loss 0.52'],
    ['loss train 0.5 @1/10'],
  ],
  [
    'a logger and a print that say the same are one',
    ['x - INFO - Epoch 1: loss=0.5', 'Epoch 1: loss=0.5', 'x - INFO - Epoch 2: loss=0.5'],
    ['loss train 0.5 @1', 'loss train 0.5 @2'],
  ],
  [
    'parts of a line with a split each',
    [
      'Epoch 1 | train: loss 0.51 acc 0.81 | val: loss 0.61 acc 0.79',
      'Results - Epoch 2: Train[Loss: 0.41, Acc: 0.85] Val[Loss: 0.55, Acc: 0.8]',
    ],
    [
      'loss train 0.51 @1',
      'acc train 0.81 @1',
      'loss val 0.61 @1',
      'acc val 0.79 @1',
      'Loss train 0.41 @2',
      'Acc train 0.85 @2',
      'Loss val 0.55 @2',
      'Acc val 0.8 @2',
    ],
  ],
  [
    'Chinese positions and splits in whole phrases',
    [
      '-------第 1 轮训练开始-------',
      '训练次数：100, Loss: 2.29',
      '整体测试集上的Loss: 310.5',
      '【验证】epoch 2 loss 0.62',
    ],
    ['Loss train 2.29 @1/100', '整体测试集上的Loss val 310.5 @1', 'loss val 0.62 @2'],
  ],
  [
    'other tongues',
    [
      'Época 1/10 - Pérdida: 0.52 - Precisión: 0.81',
      '에포크 1/10, 손실: 0.52',
      'エポック 1: 損失=0.4',
    ],
    ['Pérdida train 0.52 @1', 'Precisión train 0.81 @1', '손실 train 0.52 @1', '損失 train 0.4 @1'],
  ],
  [
    'signs before a name are no part of it',
    ['🚀 Epoch 1/10', '├── train_loss: 0.51', '📉 Val Loss: 0.61'],
    ['train_loss train 0.51 @1', 'Val Loss val 0.61 @1'],
  ],
  [
    'two words between delimiters are a name',
    ['update 1, policy loss 0.01, value loss 9.1'],
    ['policy loss train 0.01 @/1', 'value loss train 9.1 @/1'],
  ],
  [
    'a drawn table',
    ['┃ Epoch ┃ Train Loss ┃', '┡━━━━━━━╇━━━━━━━━━━━━┩', '│ 1     │ 0.51       │'],
    ['Train Loss train 0.51 @1'],
  ],
  [
    'a number that is a part of the name',
    ['INFO: ====Epoch: 4/20,top 1 acc: 0.23====', 'INFO: ====Epoch: 4/20,top 5 acc: 0.5===='],
    ['top 1 acc val 0.23 @4', 'top 5 acc val 0.5 @4'],
  ],
  [
    'all that a line says of its epoch, once another one vouches for it',
    ['Epoch 10, SAD: 0.51', 'Epoch 11, SAD: 0.49'],
    ['SAD train 0.51 @10', 'SAD train 0.49 @11'],
  ],
  [
    'a name that a line says again',
    [
      'Batch=1000 AvgCost=10.5 Eval: err=0.1 err=0.2',
      'Batch=2000 AvgCost=9.5 Eval: err=0.1 err=0.2',
    ],
    [
      'AvgCost train 10.5 @/1000',
      'err val 0.1 @/1000',
      'AvgCost train 9.5 @/2000',
      'err val 0.1 @/2000',
    ],
  ],
  [
    'a split that heads its measures',
    ['Meta epoch 3...', 'INFO: - Eval metrics : batch_loss: 14.2 ; slot_accuracy: 0.88'],
    ['batch_loss val 14.2 @3', 'slot_accuracy val 0.88 @3'],
  ],
  [
    'a comma before the fraction',
    ['Epoch 1: Loss: 0,5123, Acc: 0,812', 'Step 1,000 | loss 2.345'],
    ['Loss train 0.5123 @1', 'Acc train 0.812 @1', 'loss train 2.345 @1/1000'],
  ],
  [
    'a name and its number in cells and between dashes',
    [
      'Step    500: eval  CrossEntropyLoss |  0.30',
      'epoch 1 - train_loss - 0.51 - val_loss - 0.61',
    ],
    ['eval CrossEntropyLoss val 0.3 @/500', 'train_loss train 0.51 @1', 'val_loss val 0.61 @1'],
  ],
  [
    'a batch of an epoch is of the training',
    ['Epoch: 1, batch_id: 20, acc: 3.5, ppl: 245.1, reader_cost: 0.1'],
    ['acc train 3.5 @1/20', 'ppl train 245.1 @1/20'],
  ],
  [
    'letters that mean a split beside each other, and the share that is done',
    [
      'Epoch: 1 | T_Loss 11.1 | V_Loss 12.2',
      '[train] epoch:2 iter:0/18 0.00% lr:0.0003 loss:0.48 ETA:0.0min',
    ],
    [
      'T_Loss train 11.1 @1',
      'V_Loss val 12.2 @1',
      'lr train 0.0003 @1/18',
      'loss train 0.48 @1/18',
    ],
  ],
  [
    'a verb and a bracket',
    ['epoch 1, loss is: [2.5], acc is [0.81]'],
    ['loss train 2.5 @1', 'acc train 0.81 @1'],
  ],
  [
    'shares under bare splits',
    ['[epoch 1] loss 1.3 | train 76.8% | test 70.4%'],
    ['loss train 1.3 @1', 'train train 76.8 @1', 'test val 70.4 @1'],
  ],
];

it.each(PRINTS)('%s', (_, lines, yields) => {
  expect(said(lines)).toEqual(yields);
});

it('bare splits beside a loss are a measure whose direction nobody knows', () => {
  const { readings } = readingsOf(['Epoch: 10, Loss: 1.2, Train: 0.5, Val: 0.6']);
  expect(readings.map(({ name, metric, kind }) => `${name} ${metric} ${kind}`)).toEqual([
    'Loss loss loss',
    'Train score other',
    'Val score other',
  ]);
  const bare = readingsOf(['Epoch: 10, Train: 0.5, Val: 0.6']).readings;
  expect(bare.map(({ metric }) => metric)).toEqual(['loss', 'loss']);
});

const SILENT: readonly (readonly [title: string, lines: readonly string[]])[] = [
  [
    'a report of classes',
    [
      'EPOCH 3 done:',
      'Testing using best model ...',
      'MICRO_AVG: acc 0.62 - f1-score 0.76',
      'MACRO_AVG: acc 0.27 - f1-score 0.32',
      '0 tp: 0 - fp: 0 - fn: 173 - precision: 0.0 - recall: 0.0 - f1-score: 0.0',
      '1 tp: 9 - fp: 3 - fn: 7 - precision: 0.7 - recall: 0.9 - f1-score: 0.8',
    ],
  ],
  ['what is said once more at the end', ['Final evaluation | val loss: 0.467 | val ppl: 2.3']],
  ['the record so far', ['Epoch 3', 'Max accuracy: 81.2%', 'Epoch 4', 'Max accuracy: 82.2%']],
  [
    'a range in a name',
    ['Epoch 3', ' Class Images P R mAP@.5 mAP@.5:.95: 100% 18/18 [04:59<00:00]'],
  ],
  ['options in one line', ['Envs: 256, Steps: 20000, LR: 0.0003, Hidden: 1024']],
  [
    'a dump of options as a record',
    ["{'seed': 24, 'lr_decoder': 0.001, 'epochs': 1000, 'batch_size': 12, 'lambda_sdf': 10.0}"],
  ],
];

it.each(SILENT)('%s yields nothing', (_, lines) => {
  expect(said(lines)).toEqual([]);
});
