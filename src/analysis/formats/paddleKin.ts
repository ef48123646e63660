import type { LogFormat } from './format.js';

/** PaddleSeg. An evaluation names no iteration: it belongs to the training line above. */
export const paddleSeg: LogFormat = {
  id: 'paddleseg',
  title: 'PaddleSeg',
  source: 'PaddleSeg paddleseg/core/train.py, val.py (source; logs in public repositories)',
  signature: /^\[TRAIN\] epoch: \d{1,6}, iter: \d{1,9}\/\d{1,9}, loss: /,
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern: /^\[EVAL\] #Images: \d{1,9} (?<pairs>[\w ]{1,40}: .+)$/,
    },
    { says: 'nothing', pattern: /^\[EVAL\] The model with the best / },
  ],
  samples: [
    {
      lines: [
        '2021-09-01 12:00:00 [INFO]\t[TRAIN] epoch: 1, iter: 10/1000, loss: 1.0512, lr: 0.009999, batch_cost: 0.5123, reader_cost: 0.01, ips: 7.8 samples/sec | ETA 00:08:20',
        '2021-09-01 12:05:00 [INFO]\t[EVAL] #Images: 76 mIoU: 0.6512 Acc: 0.9512 Kappa: 0.85 Dice: 0.78',
        '2021-09-01 12:05:00 [INFO]\t[EVAL] Class IoU: ',
        '[0.9512 0.3512]',
        '2021-09-01 12:05:00 [INFO]\t[EVAL] The model with the best validation mIoU (0.6512) was saved at iter 20.',
      ],
      yields: [
        { name: 'loss', value: 1.0512, split: 'train' },
        { name: 'lr', value: 0.009999 },
        { name: 'mIoU', value: 0.6512, split: 'val' },
        { name: 'Acc', value: 0.9512, split: 'val' },
        { name: 'Kappa', value: 0.85, split: 'val' },
        { name: 'Dice', value: 0.78, split: 'val' },
      ],
    },
    { lines: ['2021-09-01 12:00:00 [INFO]\t[TRAIN] epoch: see below'], yields: [] },
  ],
};

/** The examples of PaddleNLP: a global step, and the evaluation on a line of its own. */
export const paddleNlp: LogFormat = {
  id: 'paddlenlp',
  title: 'PaddleNLP examples',
  source: 'PaddleNLP examples/text_classification (source)',
  signature: /^global step \d{1,9}(?:\/\d{1,9})?, epoch: \d{1,6}, batch: \d{1,9}, /,
  samples: [
    {
      lines: [
        'global step 10, epoch: 1, batch: 10, loss: 0.69512, accuracy: 0.512, speed: 5.12 step/s',
        'eval loss: 0.45123, accuracy: 0.81234',
      ],
      yields: [
        { name: 'loss', value: 0.69512, epoch: 1, step: 10, split: 'train' },
        { name: 'accuracy', value: 0.512, epoch: 1, step: 10, split: 'train' },
        { name: 'eval loss', value: 0.45123, epoch: 1, split: 'val' },
        { name: 'accuracy', value: 0.81234, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['global step is printed with its loss'], yields: [] },
  ],
};

/** PaddleRec: measures of training beside its loss, at batches and at the end of an epoch. */
export const paddleRec: LogFormat = {
  id: 'paddlerec',
  title: 'PaddleRec',
  source: 'PaddleRec tools/trainer.py, static_trainer.py (logs in public repositories)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern:
        /^epoch: (?<epoch>\d{1,6}), batch_id: (?<step>\d{1,9}), (?<pairs>[\w ]{1,40}: ?.{1,400}?), avg_reader_cost: /,
    },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^epoch: (?<epoch>\d{1,6}) done, (?<pairs>[\w ]{1,40}: ?.{1,400}?), epoch time: /,
    },
  ],
  samples: [
    {
      lines: [
        '2022-04-12 17:10:51,909 - INFO - epoch: 0, batch_id: 500, AUC:0.788134, loss:0.19541333, avg_reader_cost: 0.00012 sec, avg_batch_cost: 0.56199 sec, avg_samples: 1024.00000, ips: 1822.08655 ins/s',
        '2022-04-12 17:24:35,400 - INFO - epoch: 0 done, AUC: 0.874769,loss:0.15919266, epoch time: 1105.58 s',
      ],
      yields: [
        { name: 'AUC', value: 0.788134, epoch: 0, step: 500, split: 'train' },
        { name: 'loss', value: 0.19541333, epoch: 0, step: 500, split: 'train' },
        { name: 'AUC (epoch)', value: 0.874769, epoch: 0, split: 'train' },
        { name: 'loss (epoch)', value: 0.15919266, epoch: 0, split: 'train' },
      ],
    },
    { lines: ['epoch: 0 done, epoch time: 1105.58 s'], yields: [] },
  ],
};

/** PaddleX: batches, a mean at the end of an epoch, an evaluation that has a dot behind its last number. */
export const paddleX: LogFormat = {
  id: 'paddlex',
  title: 'PaddleX',
  source: 'PaddleX paddlex/cv/models/base.py (logs in public repositories)',
  signature: /^\[TRAIN\] Epoch=\d{1,6}\/\d{1,6}, Step=\d{1,9}\/\d{1,9}, /,
  samples: [
    {
      lines: [
        '2021-03-01 12:00:00 [INFO]\t[TRAIN] Epoch=1/50, Step=25/125, loss=1.251234, lr=0.000125, time_each_step=0.51s, eta=1:2:3',
        '2021-03-01 12:01:00 [INFO]\t[TRAIN] Epoch 1 finished, loss=1.2, lr=0.000125 .',
        '2021-03-01 12:01:10 [INFO]\t[EVAL] Finished, Epoch=1, acc1=0.512345, acc5=0.91 .',
        '2021-03-01 12:01:11 [INFO]\tCurrent evaluated best model in eval_dataset is epoch_1, acc1=0.512345',
      ],
      yields: [
        { name: 'loss', value: 1.251234, epoch: 0.2, step: 25, split: 'train' },
        { name: 'lr', value: 0.000125, step: 25 },
        { name: 'loss (epoch)', value: 1.2, epoch: 1, split: 'train' },
        { name: 'lr (epoch)', value: 0.000125, epoch: 1 },
        { name: 'acc1', value: 0.512345, epoch: 1, split: 'val' },
        { name: 'acc5', value: 0.91, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['2021-03-01 12:00:00 [INFO]\t[TRAIN] Epoch=last, nothing to do'], yields: [] },
  ],
};
