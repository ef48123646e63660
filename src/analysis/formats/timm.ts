import type { LogFormat } from './format.js';

/**
 * timm's training lines: `Loss: now (mean)`. Its `Test:` lines run up to the last batch, which the
 * general reader takes as the evaluation of the epoch above.
 */
export const timm: LogFormat = {
  id: 'timm',
  title: 'timm',
  source: 'huggingface/pytorch-image-models train.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Train: (?<epoch>\d+) \[ *(?<step>\d+)\/(?<steps>\d+) \( *\d+%\)\] +(?<pairs>Loss: .+)$/,
    },
    { says: 'nothing', pattern: /^\*\*\* Best metric: / },
  ],
  samples: [
    {
      lines: [
        'Train: 0 [   0/400 (  0%)]  Loss: 6.892 (6.89)  Time: 0.393s,  376.13/s  (0.315s,  356.63/s)  LR: 5.000e-04  Data: 0.012 (0.014)',
        'Train: 0 [ 200/400 ( 50%)]  Loss: 6.720 (6.81)  Time: 0.355s,  314.79/s  (0.372s,  361.43/s)  LR: 5.000e-04  Data: 0.011 (0.022)',
        'Test: [   0/48]  Time: 1.0 (1.0)  Loss:  6.5 (6.5)  Acc@1:   2.0 (  2.0)',
        'Test: [  48/48]  Time: 0.1 (0.2)  Loss:  6.4 (6.45)  Acc@1:   3.0 (  2.5)',
        'Train: 1 [   0/400 (  0%)]  Loss: 6.692 (6.69)  Time: 0.393s,  376.13/s  (0.315s,  356.63/s)  LR: 4.000e-04  Data: 0.012 (0.014)',
        '*** Best metric: 2.5 (epoch 0)',
      ],
      yields: [
        { name: 'Loss', value: 6.892, split: 'train', epoch: 0, step: 0 },
        { name: 'LR', value: 5e-4, step: 0 },
        { name: 'Loss', value: 6.72, split: 'train', epoch: 0.5, step: 200 },
        { name: 'LR', value: 5e-4, step: 200 },
        { name: 'Loss', value: 6.4, split: 'val', epoch: 0 },
        { name: 'Acc@1', value: 3, split: 'val', epoch: 0 },
        { name: 'Loss', value: 6.692, split: 'train', epoch: 1, step: 400 },
        { name: 'LR', value: 4e-4, step: 400 },
      ],
    },
    { lines: ['Train: 100 images, Loss: cross entropy'], yields: [] },
  ],
};
