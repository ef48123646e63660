import type { LogFormat } from './format.js';

/** Catalyst since 21.x leads with the split and counts epochs in parentheses. */
export const catalyst: LogFormat = {
  id: 'catalyst',
  title: 'Catalyst',
  source: 'catalyst/loggers/console.py, core/callbacks (source)',
  signature: /^(?:\d+\/\d+ )?\* Epoch \d+(?:\/\d+)? \((?:train|valid)\): /,
  lines: [
    {
      says: 'metrics',
      pattern:
        /^(?<split>train|valid) \((?<epoch>\d{1,6})\/(?<epochs>\d{1,6})\) (?<pairs>.*\bloss.+)$/,
    },
  ],
  samples: [
    {
      lines: [
        '* Epoch (1/10) ',
        'train (1/10) accuracy01: 0.8512 | accuracy01/std: 0.0712 | loss: 0.5123 | lr: 0.02 | momentum: 0.9',
        'valid (1/10) accuracy01: 0.9012 | accuracy01/std: 0.0712 | loss: 0.3123 | lr: 0.02 | momentum: 0.9',
      ],
      yields: [
        { name: 'accuracy01', value: 0.8512, epoch: 1, split: 'train' },
        { name: 'loss', value: 0.5123, epoch: 1, split: 'train' },
        { name: 'lr', value: 0.02, epoch: 1 },
        { name: 'accuracy01', value: 0.9012, epoch: 1, split: 'val' },
        { name: 'loss', value: 0.3123, epoch: 1, split: 'val' },
        { name: 'lr', value: 0.02, epoch: 1 },
      ],
    },
    {
      lines: [
        '* Epoch 1/10 (train): accuracy01: 0.8512 | loss: 0.5123 | lr: 0.0200 | momentum: 0.9000',
        '* Epoch 1/10 (valid): accuracy01: 0.9012 | loss: 0.3123',
      ],
      yields: [
        { name: 'accuracy01', value: 0.8512, epoch: 1, split: 'train' },
        { name: 'loss', value: 0.5123, epoch: 1, split: 'train' },
        { name: 'lr', value: 0.02, epoch: 1 },
        { name: 'accuracy01', value: 0.9012, epoch: 1, split: 'val' },
        { name: 'loss', value: 0.3123, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['train (1/10) of the loss is shown'], yields: [] },
  ],
};
