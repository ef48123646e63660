import type { LogFormat } from './format.js';

/** MONAI's engines: batches of an epoch, then metrics of the epoch; bests repeat what was printed. */
export const monai: LogFormat = {
  id: 'monai',
  title: 'MONAI engines',
  source: 'Project-MONAI/MONAI handlers/stats_handler.py (source)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^Epoch: (?<epoch>\d+)\/(?<epochs>\d+), Iter: (?<step>\d+)\/(?<steps>\d+) -- (?<pairs>.+)$/,
    },
    { says: 'metrics', pattern: /^Epoch\[(?<epoch>\d+)\] Metrics -- (?<pairs>.+)$/ },
    { says: 'nothing', pattern: /^(?:Got new best metric of |Key metric: )/ },
  ],
  samples: [
    {
      lines: [
        '2024-01-01 10:00:00,123 - INFO - Epoch: 1/5, Iter: 5/10 -- train_loss: 0.5123',
        '2024-01-01 10:00:10,123 - INFO - Epoch: 1/5, Iter: 10/10 -- train_loss: 0.4123',
        '2024-01-01 10:00:20,123 - INFO - Got new best metric of val_mean_dice: 0.5123',
        '2024-01-01 10:00:20,123 - INFO - Epoch[1] Metrics -- val_acc: 0.9 val_mean_dice: 0.5123',
        '2024-01-01 10:00:20,123 - INFO - Key metric: val_mean_dice best value: 0.5123 at epoch: 1',
      ],
      yields: [
        { name: 'train_loss', value: 0.5123, split: 'train', epoch: 0.5, step: 5 },
        { name: 'train_loss', value: 0.4123, split: 'train', epoch: 1, step: 10 },
        { name: 'val_acc', value: 0.9, split: 'val', epoch: 1 },
        { name: 'val_mean_dice', value: 0.5123, split: 'val', epoch: 1 },
      ],
    },
    { lines: ['Epoch: 1/5, Iter: 3/10 -- no loss yet'], yields: [] },
  ],
};

/** The loops of MONAI's notebooks: a batch is a bare `i/N`, the epoch stands above. */
export const monaiTutorial: LogFormat = {
  id: 'monai-tutorial',
  title: 'MONAI tutorial loop',
  source: 'Project-MONAI/tutorials 2d and 3d notebooks (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern: /^(?<step>\d+)\/(?<steps>\d+), (?<pairs>train_loss: \S{1,20})/,
      isStepInEpoch: true,
    },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^epoch (?<epoch>\d+) (?<pairs>average loss: \S{1,20})\s*$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^current epoch: (?<epoch>\d+) current (?<pairs>[a-zA-Z_ ]{1,40}: \d\S{0,20}) .{0,80}\bbest /,
    },
  ],
  samples: [
    {
      lines: [
        'epoch 1/10',
        '5/10, train_loss: 0.6501',
        '10/10, train_loss: 0.6401',
        'epoch 1 average loss: 0.6451',
        'current epoch: 1 current mean dice: 0.1501 best mean dice: 0.1501 at epoch 1',
        'epoch 2/10',
        '5/10, train_loss: 0.6201',
      ],
      yields: [
        { name: 'train_loss', value: 0.6501, split: 'train', epoch: 0.5, step: 5 },
        { name: 'train_loss', value: 0.6401, split: 'train', epoch: 1, step: 10 },
        { name: 'average loss', value: 0.6451, split: 'train', epoch: 1 },
        { name: 'mean dice', value: 0.1501, split: 'val', epoch: 1 },
        { name: 'train_loss', value: 0.6201, split: 'train', epoch: 1.5, step: 15 },
      ],
    },
    { lines: ['5/10, train_loss: see below'], yields: [] },
  ],
};
