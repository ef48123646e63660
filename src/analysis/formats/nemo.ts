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
  // NeMo 1 on a bar of Lightning.
  signature: /^Epoch \d+: .{0,300}\breduced_train_loss=/,
  samples: [
    {
      lines: [
        'Epoch 0: :  99%|█████████▉| 1999/2000 [43:20:54<00:00, reduced_train_loss=0.149, global_step=1999.0, consumed_samples=2.56e+5, train_step_timing in s=68.70]',
        'Epoch 0: : 100%|██████████| 2000/2000 [43:24:54<00:00, reduced_train_loss=0.139, global_step=2e+3, consumed_samples=2.56e+5, train_step_timing in s=68.70, val_loss=0.212]',
      ],
      yields: [
        { name: 'reduced_train_loss', value: 0.139, split: 'train', epoch: 0 },
        { name: 'val_loss', value: 0.212, split: 'val', epoch: 0 },
      ],
    },
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
