import { expect, it } from 'vitest';
import { readingsOf } from './readingsOf.js';

/** One reading as "name split value @epoch/step"; what is not known is left out. */
function said(lines: readonly string[]): string[] {
  return readingsOf(lines).readings.map(({ name, split, value, step, epoch }) => {
    const place = `${epoch === undefined ? '' : +epoch.toFixed(3)}${step === undefined ? '' : `/${step}`}`;
    return `${name} ${split} ${value}${place === '' ? '' : ` @${place}`}`;
  });
}

type Case = readonly [title: string, lines: readonly string[], yields: readonly string[]];

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
    'the epoch and the batches in it without a word',
    ['[1,  2000] loss: 2.17', '[1,  4000] loss: 1.87'],
    ['loss train 2.17 @1/2000', 'loss train 1.87 @1/4000'],
  ],
  [
    'a counter behind the value, a heading before the test',
    [
      'Epoch 1',
      '-----',
      'loss: 2.30  [   64/60000]',
      'loss: 2.20  [ 6464/60000]',
      'Test Error: ',
      ' Accuracy: 50.9%, Avg loss: 2.14 ',
    ],
    [
      'loss train 2.3 @0.001/64',
      'loss train 2.2 @0.108/6464',
      'Accuracy val 50.9 @1',
      'Avg loss val 2.14 @1',
    ],
  ],
  [
    'two counters without a word',
    [
      '2021-04-01 02:20:42 tiny (main.py 196): INFO Train: [1/300][10/100]\teta 1:04 loss 6.9 (6.95)',
    ],
    ['loss train 6.9 @0.1/10'],
  ],
  [
    'a name before the position',
    [
      'Average loss at step 2000: 5.2',
      'Average loss at step 4000: 4.2',
      'Cost after iteration 100: 0.61',
      'Train loss 12 0.53 Grad Norm 1.5',
    ],
    [
      'Average loss train 5.2 @/2000',
      'Average loss train 4.2 @/4000',
      'Cost train 0.61 @/100',
      'Train loss train 0.53 @/12',
      'Grad Norm train 1.5 @/12',
    ],
  ],
  [
    'what an agent earns in an episode is its training',
    ['Episode 10\tAverage Score: -12.5', 'Episode 20\tAverage Score: -10.5'],
    ['Average Score train -12.5 @/10', 'Average Score train -10.5 @/20'],
  ],
  [
    'batches of an evaluation are no axis',
    ['x - mmcls - INFO - Epoch(val) [1][98]\taccuracy_top-1: 12.3'],
    ['accuracy_top-1 val 12.3 @1'],
  ],
  [
    'what follows a running evaluation sums it up',
    [
      'Epoch: [3]  [  10/100]  eta: 0:10:05  lr: 0.0002  loss: 6.71 (6.75)  time: 0.48',
      'Test:  [ 0/53]  eta: 0:01:20  loss: 4.9 (4.9)  acc1: 10.1 (10.1)  time: 1.5',
      '* Acc@1 8.1 Acc@5 21.3 loss 5.0',
    ],
    [
      'lr train 0.0002 @2.1/210',
      'loss train 6.71 @2.1/210',
      'Acc@1 val 8.1 @3',
      'Acc@5 val 21.3 @3',
      'loss val 5 @3',
    ],
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
    'the mean of the epoch is a series of its own',
    [
      'Epoch 1 step 10 loss: 0.9',
      'Epoch 1 step 20 loss: 0.7',
      'loss: 0.8',
      'Epoch 2 step 30 loss: 0.6',
    ],
    [
      'loss train 0.9 @1/10',
      'loss train 0.7 @1/20',
      'loss (epoch) train 0.8 @1/20',
      'loss train 0.6 @2/30',
    ],
  ],
  [
    'a line that repeats what a bar shows has the last word',
    [
      'Epoch 1: 100%|####| 10/10 [00:01<00:00, 9.0it/s, loss=0.5]',
      'Epoch 1 train loss 0.55 loss 0.52',
      'Epoch 2: 100%|####| 10/10 [00:01<00:00, 9.0it/s, loss=0.4]',
      'Epoch 2 train loss 0.45 loss 0.42',
    ],
    [
      'train loss train 0.55 @1',
      'loss train 0.52 @1',
      'train loss train 0.45 @2',
      'loss train 0.42 @2',
    ],
  ],
  [
    'measures under a heading of the validation come back at each evaluation',
    [
      'Epoch[1] Iteration[100/186] Loss: 5.1',
      'x INFO: Validation Results - Epoch: 1',
      'x INFO: Dice: 0.45',
      'Epoch[2] Iteration[100/186] Loss: 4.1',
      'x INFO: Validation Results - Epoch: 2',
      'x INFO: Dice: 0.47',
    ],
    [
      'Loss train 5.1 @0.538/100',
      'Loss train 4.1 @1.538/286',
      'Dice val 0.45 @1',
      'Dice val 0.47 @2',
    ],
  ],
  [
    'a name before two positions',
    ['Train loss after epoch 1 (Step: 100): 0.52', 'Val loss after epoch 1 (Step: 100): 0.62'],
    ['Train loss train 0.52 @1/100', 'Val loss val 0.62 @1/100'],
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
    'a bar over all steps is the axis',
    ['Steps:  10%|█ | 100/1000 [00:50<07:30,  2.00it/s, lr=1e-5, step_loss=0.12]'],
    ['lr train 0.00001 @/100', 'step_loss train 0.12 @/100'],
  ],
  [
    'bars that come round without an epoch are counted',
    [
      'Train: 100%|##| 100/100 [00:10<00:00, 10.0it/s, loss=0.51]',
      'Val: 100%|##| 20/20 [00:01<00:00, 20.0it/s, loss=0.61]',
      'Train: 100%|##| 100/100 [00:10<00:00, 10.0it/s, loss=0.41]',
      'Val: 100%|##| 20/20 [00:01<00:00, 20.0it/s, loss=0.55]',
    ],
    ['loss train 0.51', 'loss val 0.61', 'loss train 0.41', 'loss val 0.55'],
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
    'an ordinal above its value',
    ['current step: 58013th step', 'batch loss:0.0074'],
    ['batch loss train 0.0074 @/58013'],
  ],
  [
    'a split that counts',
    ['INFO: Epoch 8 begin', 'INFO: Train 100: loss:0.28', 'INFO: Train 200: loss:0.27'],
    ['loss train 0.28 @8/100', 'loss train 0.27 @8/200'],
  ],
  [
    'measures alone behind a running evaluation',
    [
      'Epoch: [1][10/44]\tLoss 0.82 (2.74)',
      'Test: [0/2]\tADE 1.15 (1.15)\tFDE 2.16 (2.16)',
      ' * ADE  1.14 FDE  2.13',
      'Epoch: [2][10/44]\tLoss 0.72 (2.44)',
      'Test: [0/2]\tADE 1.05 (1.05)\tFDE 2.06 (2.06)',
      ' * ADE  1.04 FDE  2.03',
    ],
    [
      'Loss train 0.82 @0.227/10',
      'Loss train 0.72 @1.227/54',
      'ADE val 1.14 @1',
      'FDE val 2.13 @1',
      'ADE val 1.04 @2',
      'FDE val 2.03 @2',
    ],
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
    'iterations of a loop',
    ['Iter(train) [  50/8000]  lr: 0.01  loss: 2.7'],
    ['lr train 0.01 @/50', 'loss train 2.7 @/50'],
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
];

it.each(PRINTS)('%s', (_, lines, yields) => {
  expect(said(lines)).toEqual(yields);
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
];

it.each(SILENT)('%s yields nothing', (_, lines) => {
  expect(said(lines)).toEqual([]);
});
