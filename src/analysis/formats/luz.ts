import type { LogFormat } from './format.js';

/** luz, the training loop of torch for R: a line for each split under the epoch. */
export const luz: LogFormat = {
  id: 'luz',
  title: 'luz (torch for R)',
  source: 'mlverse/luz R/callbacks.R (source)',
  lines: [{ says: 'metrics', pattern: /^(?<split>Train|Valid) metrics: (?<pairs>\w{1,40}: .+)$/ }],
  samples: [
    {
      lines: [
        'Epoch 1/3',
        'Train metrics: Loss: 0.5123 - Acc: 0.8512',
        'Valid metrics: Loss: 0.3123 - Acc: 0.9012',
      ],
      yields: [
        { name: 'Loss', value: 0.5123, epoch: 1, split: 'train' },
        { name: 'Acc', value: 0.8512, epoch: 1, split: 'train' },
        { name: 'Loss', value: 0.3123, epoch: 1, split: 'val' },
        { name: 'Acc', value: 0.9012, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['Train metrics: none yet'], yields: [] },
  ],
};
