import type { LogFormat } from './format.js';

/**
 * Swin Transformer's lines, kept by its many kin (SwinV2, Focal, CSWin): fields without colons,
 * `name now (mean so far)`. The evaluation ends with the ` * Acc@1` of the ImageNet example.
 */
export const swin: LogFormat = {
  id: 'swin-transformer',
  title: 'Swin Transformer',
  source: 'microsoft/Swin-Transformer main.py, logger.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Train: \[(?<epoch>\d+)\/(?<epochs>\d+)\]\[(?<step>\d+)\/(?<steps>\d+)\]\s{1,4}eta [\w:, ]{1,40} (?<pairs>lr .+)$/,
    },
  ],
  samples: [
    {
      lines: [
        '[2021-04-01 10:00:00 swin_tiny](main.py 177): INFO Train: [0/300][0/100]\teta 5:12:01 lr 0.000001\ttime 1.2000 (1.2000)\tloss 6.9123 (6.9123)\tgrad_norm 1.5000 (1.5000)\tmem 5000MB',
        '[2021-04-01 10:01:00 swin_tiny](main.py 177): INFO Train: [0/300][50/100]\teta 5:12:01 lr 0.000002\ttime 1.2000 (1.2000)\tloss 6.8123 (6.8623)\tgrad_norm 1.6000 (1.5500)\tmem 5000MB',
        '[2021-04-01 10:02:00 swin_tiny](main.py 185): INFO EPOCH 0 training takes 0:05:11',
        '[2021-04-01 10:03:00 swin_tiny](main.py 221): INFO Test: [0/98]\tTime 1.2000 (1.2000)\tLoss 5.9000 (5.9000)\tAcc@1 8.1000 (8.1000)\tMem 5000MB',
        '[2021-04-01 10:04:00 swin_tiny](main.py 228): INFO  * Acc@1 8.200 Acc@5 14.000',
        '[2021-04-01 10:04:00 swin_tiny](main.py 130): INFO Accuracy of the network on the 50000 test images: 8.2%',
        '[2021-04-01 10:04:00 swin_tiny](main.py 132): INFO Max accuracy: 8.20%',
        '[2021-04-01 10:05:00 swin_tiny](main.py 177): INFO Train: [1/300][0/100]\teta 5:12:01 lr 0.000003\ttime 1.2000 (1.2000)\tloss 6.5123 (6.5123)\tgrad_norm 1.7000 (1.7000)\tmem 5000MB',
      ],
      yields: [
        { name: 'lr', value: 1e-6, epoch: 0, step: 0 },
        { name: 'loss', value: 6.9123, split: 'train', epoch: 0, step: 0, steps: 30000 },
        { name: 'grad_norm', value: 1.5, step: 0 },
        { name: 'lr', value: 2e-6, epoch: 0.5, step: 50 },
        { name: 'loss', value: 6.8123, split: 'train', epoch: 0.5, step: 50 },
        { name: 'grad_norm', value: 1.6, step: 50 },
        { name: 'Acc@1', value: 8.2, split: 'val', epoch: 0 },
        { name: 'Acc@5', value: 14, split: 'val', epoch: 0 },
        { name: 'lr', value: 3e-6, epoch: 1, step: 100 },
        { name: 'loss', value: 6.5123, split: 'train', epoch: 1, step: 100 },
        { name: 'grad_norm', value: 1.7, step: 100 },
      ],
    },
    { lines: ['Train: [0/300][0/100]\teta 5:12:01 lr unknown\tloss unknown'], yields: [] },
  ],
};
