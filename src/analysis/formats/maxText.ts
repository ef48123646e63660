import type { LogFormat } from './format.js';

/** MaxText: throughput beside the loss, and an evaluation after some steps. */
export const maxText: LogFormat = {
  id: 'maxtext',
  title: 'MaxText',
  source: 'AI-Hypercomputer/maxtext metric_logger.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^completed step: (?<step>\d{1,12}), seconds: .{1,200}, (?<pairs>loss: [-\d.naife]{1,24})/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^eval metrics after step: (?<step>\d{1,12}), (?<pairs>loss=[-\d.naife]{1,24})/,
    },
  ],
  samples: [
    {
      lines: [
        'completed step: 1, seconds: 0.512, TFLOP/s/device: 100.2, Tokens/s/device: 12045.5, total_weights: 65536, loss: 10.412',
        'eval metrics after step: 1, loss=9.512, total_weights=65536.0',
      ],
      yields: [
        { name: 'loss', value: 10.412, step: 1, split: 'train' },
        { name: 'loss', value: 9.512, step: 1, split: 'val' },
      ],
    },
    { lines: ['completed step: 4 of the migration, no loss: done'], yields: [] },
  ],
};
