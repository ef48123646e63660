import type { LogFormat } from './format.js';

/**
 * ESPnet2 prints its numbers every some batches and both splits on one line after each epoch. The
 * epoch is glued to its word, and only a bracket tells where validation begins.
 */
export const espnet2: LogFormat = {
  id: 'espnet2',
  title: 'ESPnet2',
  source: 'espnet2/train/trainer.py and reporter.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern: /^(?<epoch>\d{1,6})epoch:train:\d{1,9}-(?<step>\d{1,9})batch: (?<pairs>.+)$/,
    },
    {
      says: 'metrics',
      pattern:
        /^(?<epoch>\d{1,6})epoch results: \[train\] (?<train>[^[]+)(?:\[valid\] (?<val>[^[]+))?/,
    },
  ],
  samples: [
    {
      lines: [
        '[gpu01] 2021-03-01 12:00:00,123 (trainer:272) INFO: 1/20epoch started',
        '[gpu01] 2021-03-01 12:05:00,123 (trainer:653) INFO: 1epoch:train:1-100batch: iter_time=0.001, loss=210.42, acc=0.121, lr_0=1.25e-06, train_time=1.152',
        '[gpu01] 2021-03-01 12:30:00,123 (trainer:328) INFO: 1epoch results: [train] iter_time=0.002, loss=200.42, acc=0.141, time=25 minutes and 3.2 seconds, total_count=200, gpu_max_cached_mem_GB=10.1, [valid] loss=160.1, acc=0.25, cer=0.81, time=1 minute and 2.3 seconds, total_count=20, [att_plot] time=10.2 seconds, total_count=0',
      ],
      yields: [
        { name: 'loss', value: 210.42, epoch: 1, step: 100, split: 'train' },
        { name: 'acc', value: 0.121, epoch: 1, step: 100, split: 'train' },
        { name: 'lr_0', value: 1.25e-6, epoch: 1, step: 100 },
        { name: 'loss (epoch)', value: 200.42, epoch: 1, split: 'train' },
        { name: 'acc (epoch)', value: 0.141, epoch: 1, split: 'train' },
        { name: 'loss', value: 160.1, epoch: 1, split: 'val' },
        { name: 'acc', value: 0.25, epoch: 1, split: 'val' },
        { name: 'cer', value: 0.81, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['INFO: 3epoch results: see exp/asr/images for [train] and [valid]'], yields: [] },
  ],
};
