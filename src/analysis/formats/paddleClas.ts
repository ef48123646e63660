import type { LogFormat } from './format.js';

/** PaddleClas: evaluation by batches is a running mean, its average and nothing else is the point. */
export const paddleClas: LogFormat = {
  id: 'paddleclas',
  title: 'PaddleClas',
  source: 'PaddleClas ppcls/utils/misc.py, ppcls/engine (source)',
  signature: /^ppcls INFO: \[Train\]\[Epoch \d+\/\d+\]\[Iter: \d+\/\d+\]/,
  lines: [
    { says: 'nothing', pattern: /^(?:ppcls INFO: )?\[Eval\]\[Epoch \d{1,6}\]\[(?:Iter|best)/ },
  ],
  samples: [
    {
      lines: [
        '[2021/09/01 12:00:00] ppcls INFO: [Train][Epoch 1/120][Iter: 10/312]lr: 0.10000, top1: 0.00391, CELoss: 7.01234, loss: 7.01234, ips: 50.1 images/sec, eta: 2 days, 5:03:04',
        '[2021/09/01 12:10:10] ppcls INFO: [Eval][Epoch 1][Iter: 0/40]CELoss: 5.51234, loss: 5.51234, top1: 0.05',
        '[2021/09/01 12:11:00] ppcls INFO: [Eval][Epoch 1][Avg]CELoss: 5.41234, loss: 5.41234, top1: 0.07',
        '[2021/09/01 12:11:01] ppcls INFO: [Eval][Epoch 1][best metric: 0.07]',
      ],
      yields: [
        { name: 'lr', value: 0.1, step: 10 },
        { name: 'top1', value: 0.00391, step: 10, split: 'train' },
        { name: 'CELoss', value: 7.01234, step: 10, split: 'train' },
        { name: 'loss', value: 7.01234, step: 10, split: 'train' },
        { name: 'CELoss', value: 5.41234, epoch: 1, split: 'val' },
        { name: 'loss', value: 5.41234, epoch: 1, split: 'val' },
        { name: 'top1', value: 0.07, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['ppcls INFO: [Train][Epoch 1/120] starts'], yields: [] },
  ],
};
