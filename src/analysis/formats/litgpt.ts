import type { LogFormat } from './format.js';

/** LitGPT carries the last validation loss along on every training line: only its own line counts. */
export const litgpt: LogFormat = {
  id: 'litgpt',
  title: 'LitGPT',
  source: 'Lightning-AI/litgpt pretrain.py, finetune/*.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Epoch (?<epoch>\d+) \| iter (?<step>\d+) step \d+ \| (?<pairs>loss train: \S{1,20}), val: \S{1,20} \| iter time: /,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^(?:iter|step) (?<step>\d+): (?<pairs>val loss \S{1,20}), val time: /,
    },
  ],
  samples: [
    {
      lines: [
        'Epoch 1 | iter 8 step 2 | loss train: 10.819, val: n/a | iter time: 213.19 ms (step) remaining time: 0:06:06',
        'iter 8: val loss 9.5123, val time: 1234.50 ms',
        'Epoch 1 | iter 16 step 4 | loss train: 9.108, val: 9.512 | iter time: 212.01 ms (step) remaining time: 0:06:02',
      ],
      yields: [
        { name: 'loss train', value: 10.819, split: 'train', step: 8, epoch: 1 },
        { name: 'val loss', value: 9.5123, split: 'val', step: 8 },
        { name: 'loss train', value: 9.108, split: 'train', step: 16 },
      ],
    },
    {
      lines: ['Epoch 1 | iter 8 step 2 | loss train: n/a, val: n/a | iter time: 0 ms'],
      yields: [],
    },
  ],
};
