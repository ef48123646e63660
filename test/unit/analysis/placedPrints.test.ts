import { expect, it } from 'vitest';
import { type Case, said } from './said.js';

/** Where a line stands: counters, bars, headings, evaluations, restarts. */
const PRINTS: readonly Case[] = [
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
    'iterations of a loop',
    ['Iter(train) [  50/8000]  lr: 0.01  loss: 2.7'],
    ['lr train 0.01 @/50', 'loss train 2.7 @/50'],
  ],
  [
    'a counter at the head is the step, a batch at the end its size',
    [
      'Batch=16 | Workers=10 | LR=5e-05',
      '[000500/50000] VIMEO  | loss 0.0488 | VRAM 9.8/15.9GB (62%) | 3.04 it/s | batch 16',
    ],
    ['loss train 0.0488 @/500'],
  ],
  [
    'thousands of steps',
    ['step 10k: loss 0.5', 'step 12.5k: loss 0.4'],
    ['loss train 0.5 @/10000', 'loss train 0.4 @/12500'],
  ],
  [
    'a bar over all epochs',
    [
      ' 33%|###  | 1/3 [00:01<00:02,  1.00s/epoch, loss=0.9, val_loss=1.1]',
      ' 67%|#### | 2/3 [00:02<00:01,  1.00s/epoch, loss=0.8, val_loss=1.0]',
      '100%|#####| 3/3 [00:03<00:00,  1.00s/epoch, loss=0.7, val_loss=0.9]',
    ],
    [
      'loss train 0.9 @1',
      'val_loss val 1.1 @1',
      'loss train 0.8 @2',
      'val_loss val 1 @2',
      'loss train 0.7 @3',
      'val_loss val 0.9 @3',
    ],
  ],
  [
    'options printed anew at each start are no curve',
    [
      'lr: 0.001',
      'epoch 1 step 10 loss 0.5',
      'epoch 1 step 20 loss 0.4',
      'lr: 0.001',
      'epoch 1 step 10 loss 0.55',
      'epoch 1 step 20 loss 0.45',
    ],
    [
      'loss train 0.5 @1/10',
      'loss train 0.4 @1/20',
      'loss train 0.55 @1/10',
      'loss train 0.45 @1/20',
    ],
  ],
  [
    'an evaluation that is told twice counts once',
    [
      'INFO:tensorflow:Saving dict for global step 200: accuracy = 0.91, global_step = 200, loss = 0.31',
      "{'accuracy': 0.91, 'loss': 0.31, 'global_step': 200}",
    ],
    ['accuracy val 0.91 @/200', 'loss val 0.31 @/200'],
  ],
  [
    'an evaluation whose step is the epoch',
    [
      '{"loss": 2.4, "data_time": 0.1, "time": 0.2, "epoch": 1, "iter": 100, "step": 100}',
      '{"accuracy/top1": 50.1, "data_time": 0.1, "time": 0.1, "step": 1}',
    ],
    ['loss train 2.4 @1/100', 'accuracy/top1 val 50.1 @1'],
  ],
  [
    'a bar that was not ended before the line of a logger',
    [
      'Epoch 1/9:   0%|     | 0/41 [00:00<?, ?batch/s]2025-04-26 21:44:28,261| INFO| STEP 0 - EPOCH 0/9 | 3D loss: 3.1',
      'Epoch 2/9:  22%|##   | 9/41 [01:57<06:36, 12.41s/batch]2025-04-26 21:55:25,178| INFO| STEP 50 - EPOCH 1/9 | 3D loss: 2.4',
    ],
    ['3D loss train 3.1 @0/0', '3D loss train 2.4 @1/50'],
  ],
  [
    'an error that takes turns with a loss, neither with a place',
    [1, 2, 3].flatMap((n) => [
      `Training Loss: 0.${n}5`,
      'Model evaluation.',
      `Model test error: 0.${n}`,
    ]),
    [
      'Training Loss train 0.15',
      'Model test error val 0.1',
      'Training Loss train 0.25',
      'Model test error val 0.2',
      'Training Loss train 0.35',
      'Model test error val 0.3',
    ],
  ],
  [
    'a name before a global step',
    ['Total reward in global step 33: 1.36', 'Total reward in global step 66: 2.36'],
    ['Total reward train 1.36 @/33', 'Total reward train 2.36 @/66'],
  ],
  [
    'an evaluation with several lines for each batch',
    [
      'Epoch: [0][10/100] Loss 5.9 (5.9)',
      'Test: [0/53] Loss 4.9 (4.9)',
      'Test: [0/53] Acc@1 3.9 (3.9)',
      'Test: [52/53] Loss 4.7 (4.9)',
      'Test: [52/53] Acc@1 4.1 (4.0)',
      'Epoch: [1][10/100] Loss 5.8 (5.8)',
    ],
    ['Loss train 5.9 @0.1/10', 'Loss val 4.7 @0', 'Acc@1 val 4.1 @0', 'Loss train 5.8 @1.1/110'],
  ],
  [
    'a summary of each split',
    [
      '- Train Summary | Epoch 1 | Loss=0.2019 | Nsdr=1.5',
      '- Valid Summary | Epoch 1 | Loss=0.2223 | Nsdr=2.7',
    ],
    ['Loss train 0.2019 @1', 'Nsdr train 1.5 @1', 'Loss val 0.2223 @1', 'Nsdr val 2.7 @1'],
  ],
];

it.each(PRINTS)('%s', (_, lines, yields) => {
  expect(said(lines)).toEqual(yields);
});
