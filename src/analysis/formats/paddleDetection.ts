import type { LogFormat } from './format.js';

/** PaddleDetection: epoch and batch in brackets, one line for many losses. */
export const paddleDetection: LogFormat = {
  id: 'paddledetection',
  title: 'PaddleDetection',
  source: 'PaddleDetection ppdet/engine/callbacks.py LogPrinter (source)',
  signature: /^ppdet\.engine INFO: Epoch: \[\d+\] \[ *\d+\/\d+\] learning_rate: /,
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^ppdet\S{0,40} INFO: Epoch: \[(?<epoch>\d{1,6})\] \[ {0,8}(?<step>\d{1,9})\/(?<steps>\d{1,9})\] (?<pairs>learning_rate: .+?) eta: /,
    },
    { says: 'nothing', pattern: /^ppdet\S{0,40} INFO: Best test / },
  ],
  samples: [
    {
      lines: [
        '[03/01 12:00:20] ppdet.engine INFO: Epoch: [0] [ 20/1250] learning_rate: 0.000343 loss_xy: 2.123 loss: 223.1 eta: 1 day, 2:03:04 batch_cost: 1.9123 data_cost: 0.0021 ips: 4.1834 images/s',
        '[03/01 12:10:21] ppdet.engine INFO: Best test bbox ap is 0.251.',
      ],
      yields: [
        { name: 'learning_rate', value: 0.000343, step: 20 },
        { name: 'loss_xy', value: 2.123, step: 20, split: 'train' },
        { name: 'loss', value: 223.1, step: 20, split: 'train' },
      ],
    },
    { lines: ['[03/01 12:10:00] ppdet.engine INFO: Eval iter: 100'], yields: [] },
  ],
};
