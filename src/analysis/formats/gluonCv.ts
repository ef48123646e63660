import type { LogFormat } from './format.js';

/** GluonCV's scripts: "[Epoch 0] training: …"; in detection "Training cost" is a time. */
export const gluonCv: LogFormat = {
  id: 'gluoncv',
  title: 'GluonCV',
  source: 'gluon-cv scripts/classification, scripts/detection (source)',
  signature: /^\[Epoch \d+\] (?:training|validation): \S+=/,
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^\[Epoch (?<epoch>\d{1,6})\],? Training cost: [\d.]{1,16}, (?<pairs>[\w@-]{1,60}=.+)$/,
    },
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern:
        /^\[Epoch (?<epoch>\d{1,6})\]\[Batch (?<step>\d{1,9})\], Speed: [\d.]{1,16} samples\/sec, (?<pairs>[\w@-]{1,60}=.+)$/,
    },
  ],
  samples: [
    {
      lines: [
        'INFO:root:[Epoch 0] training: accuracy=0.052345',
        'INFO:root:[Epoch 0] speed: 1204 samples/sec\ttime cost: 1063.5',
        'INFO:root:[Epoch 0] validation: err-top1=0.852345 err-top5=0.652345',
      ],
      yields: [
        { name: 'accuracy', value: 0.052345, epoch: 0, split: 'train' },
        { name: 'err-top1', value: 0.852345, epoch: 0, split: 'val' },
        { name: 'err-top5', value: 0.652345, epoch: 0, split: 'val' },
      ],
    },
    {
      lines: [
        '[Epoch 0][Batch 99], Speed: 40.512 samples/sec, CrossEntropy=8.512, SmoothL1=3.123',
        '[Epoch 0] Training cost: 206.512, CrossEntropy=6.512, SmoothL1=2.523',
      ],
      yields: [
        { name: 'CrossEntropy', value: 8.512, epoch: 0, step: 99, split: 'train' },
        { name: 'SmoothL1', value: 3.123, epoch: 0, step: 99, split: 'train' },
        { name: 'CrossEntropy (epoch)', value: 6.512, epoch: 0, split: 'train' },
        { name: 'SmoothL1 (epoch)', value: 2.523, epoch: 0, split: 'train' },
      ],
    },
    { lines: ['[Epoch 0] Training cost: too high'], yields: [] },
  ],
};
