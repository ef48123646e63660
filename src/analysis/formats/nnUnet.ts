import type { LogFormat } from './format.js';

/** nnU-Net: an epoch above, one number a line, and a list of Dice scores, one a class. Losses are negative. */
export const nnUnet: LogFormat = {
  id: 'nnunet',
  title: 'nnU-Net',
  source: 'nnU-Net v1 network_trainer.py, v2 nnUNetTrainer.py (logs in public repositories)',
  signature: /^train_loss -?[\d.]+ *$|^train loss : -?[\d.]+ *$/,
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern: /^(?<name>Pseudo dice|Average global foreground Dice:) \[(?<pairs>[^[\]]{1,2000})\]/,
    },
    { says: 'nothing', pattern: /^Yayy! New best EMA pseudo Dice/ },
  ],
  samples: [
    {
      lines: [
        '2023-03-01 12:00:00.123456: Epoch 0',
        '2023-03-01 12:00:00.123456: Current learning rate: 0.01',
        '2023-03-01 12:02:00.123456: train_loss -0.0512',
        '2023-03-01 12:02:00.123456: val_loss -0.2512',
        '2023-03-01 12:02:00.123456: Pseudo dice [np.float32(0.6512), np.float32(0.5512)]',
        '2023-03-01 12:02:00.123456: Epoch time: 120.12 s',
        '2023-03-01 12:02:00.123456: Yayy! New best EMA pseudo Dice: 0.6012',
      ],
      yields: [
        { name: 'Current learning rate', value: 0.01, epoch: 0 },
        { name: 'train_loss', value: -0.0512, epoch: 0, split: 'train' },
        { name: 'val_loss', value: -0.2512, epoch: 0, split: 'val' },
        { name: 'Pseudo dice[0]', value: 0.6512, epoch: 0, split: 'val' },
        { name: 'Pseudo dice[1]', value: 0.5512, epoch: 0, split: 'val' },
      ],
    },
    {
      lines: [
        'epoch:  0',
        '2021-03-01 12:05:00.123456: train loss : 0.1512',
        '2021-03-01 12:05:30.123456: validation loss: -0.1234',
        '2021-03-01 12:05:30.123456: Average global foreground Dice: [0.6512, 0.5512]',
        '2021-03-01 12:05:31.123456: lr: 0.009991',
        '2021-03-01 12:05:31.123456: This epoch took 330.123456 s',
      ],
      yields: [
        { name: 'train loss', value: 0.1512, epoch: 0, split: 'train' },
        { name: 'validation loss', value: -0.1234, epoch: 0, split: 'val' },
        { name: 'Average global foreground Dice[0]', value: 0.6512, epoch: 0, split: 'val' },
        { name: 'Average global foreground Dice[1]', value: 0.5512, epoch: 0, split: 'val' },
        { name: 'lr', value: 0.009991, epoch: 0 },
      ],
    },
    { lines: ['2023-03-01 12:00:00.123456: unpacking dataset...'], yields: [] },
  ],
};
