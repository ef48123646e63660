import type { LogFormat } from './format.js';

/** NeMo 2 prints an iteration of the run beside the epoch, and names the step once more behind. */
export const nemo: LogFormat = {
  id: 'nemo',
  title: 'NeMo',
  source: 'NVIDIA/NeMo lightning/pytorch/callbacks/progress_printer.py (source)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^Training epoch (?<epoch>\d+), iteration \d+\/\d+ \| (?<pairs>lr: .*\bglobal_step: (?<step>\d+) \| .*)$/,
    },
  ],
  samples: [
    {
      lines: [
        'Training epoch 0, iteration 0/1499 | lr: 3e-06 | global_batch_size: 64 | global_step: 0 | reduced_train_loss: 10.67 | train_step_timing in s: 0.538 | consumed_samples: 64',
        'Training epoch 0, iteration 10/1499 | lr: 3e-05 | global_batch_size: 64 | global_step: 10 | reduced_train_loss: 9.67 | train_step_timing in s: 0.538 | consumed_samples: 704 | val_loss: 9.5',
      ],
      yields: [
        { name: 'lr', value: 3e-6, step: 0, epoch: 0 },
        { name: 'reduced_train_loss', value: 10.67, split: 'train', step: 0 },
        { name: 'lr', value: 3e-5, step: 10 },
        { name: 'reduced_train_loss', value: 9.67, split: 'train', step: 10 },
        { name: 'val_loss', value: 9.5, split: 'val', step: 10 },
      ],
    },
    { lines: ['Training epoch 0, iteration 0/1499 | starting'], yields: [] },
  ],
};
