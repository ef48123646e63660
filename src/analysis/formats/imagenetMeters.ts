import type { LogFormat } from './format.js';

/**
 * The meters of PyTorch's ImageNet example and its many kin: `name now (mean so far)`. The first
 * number is the value. `Test:` lines are a running evaluation, and ` * Acc@1` sums it up.
 */
export const imagenetMeters: LogFormat = {
  id: 'imagenet-meters',
  title: 'ImageNet example',
  source: 'pytorch/examples imagenet/main.py (AverageMeter, ProgressMeter)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^Epoch: \[(?<epoch>\d+)\]\[\s*(?<step>\d+)\/(?<steps>\d+)\]\s+Time\s.*?(?<pairs>\bLoss\s.*)$/,
    },
    { says: 'metrics', split: 'val', pattern: /^ \* (?<pairs>(?:Acc|Prec)@1\s.*)$/ },
  ],
  samples: [
    {
      lines: [
        'Epoch: [0][  0/100]\tTime  0.9 ( 1.9)\tData  0.1 ( 0.1)\tLoss 7.1e+00 (7.3e+00)\tAcc@1   1.00 (  2.00)',
        'Epoch: [0][ 50/100]\tTime  0.9 ( 1.9)\tData  0.1 ( 0.1)\tLoss 6.1e+00 (6.3e+00)\tAcc@1   3.00 (  2.00)',
        'Test: [ 0/10]\tTime  0.9 ( 1.9)\tLoss 7.1e+00 (7.3e+00)\tAcc@1   1.00 (  2.00)',
        ' * Acc@1 12.5 Acc@5 30.25',
      ],
      yields: [
        { name: 'Loss', value: 7.1, epoch: 0, step: 0 },
        { name: 'Acc@1', value: 1, epoch: 0, step: 0, split: 'train' },
        { name: 'Loss', value: 6.1, epoch: 0.5, step: 50 },
        { name: 'Acc@1', value: 3, epoch: 0.5, step: 50 },
        { name: 'Acc@1', value: 12.5, epoch: 0, split: 'val' },
        { name: 'Acc@5', value: 30.25, epoch: 0, split: 'val' },
      ],
    },
    { lines: ['Epoch: [0] starts, see Time and Loss below'], yields: [] },
  ],
};
