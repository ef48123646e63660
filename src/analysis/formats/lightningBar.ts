import type { LogFormat } from './format.js';

/**
 * Lightning's bar, of tqdm or rich: the last paint of an epoch is its point, and it alone carries
 * the values of the whole epoch. `v_num` is the number of the run.
 */
export const lightningBar: LogFormat = {
  id: 'lightning-bar',
  title: 'Lightning progress bar',
  source: 'lightning.pytorch TQDMProgressBar, RichProgressBar (documentation)',
  signature: /^Epoch \d+(?:\/\d+)?:? .{0,300}\bv_num[=:]/,
  samples: [
    {
      lines: [
        'Epoch 0:  50%|█████     | 10/20 [00:03<00:03,  3.1it/s, v_num=3, train_loss=0.500]',
        'Validation DataLoader 0: 100%|██████████| 5/5 [00:00<00:00, 30.1it/s]',
        'Epoch 0: 100%|██████████| 20/20 [00:07<00:00,  2.8it/s, v_num=3, train_loss=0.400, val_loss=0.450]',
        'Epoch 1:   0%|          | 0/20 [00:00<?, ?it/s, v_num=3, train_loss=0.400, val_loss=0.450]',
        'Epoch 1: 100%|██████████| 20/20 [00:07<00:00,  2.8it/s, v_num=3, train_loss=0.300, val_loss=0.350]',
      ],
      yields: [
        { name: 'train_loss', value: 0.4, split: 'train', epoch: 0 },
        { name: 'val_loss', value: 0.45, split: 'val', epoch: 0 },
        { name: 'train_loss', value: 0.3, split: 'train', epoch: 1 },
        { name: 'val_loss', value: 0.35, split: 'val', epoch: 1 },
      ],
    },
    { lines: ['Epoch 0: the run of v_num=3 had no loss'], yields: [] },
  ],
};
