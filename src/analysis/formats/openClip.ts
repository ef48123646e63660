import type { LogFormat } from './format.js';

/** OpenCLIP counts samples of the epoch, not steps: `[seen/total (percent)]`. */
export const openClip: LogFormat = {
  id: 'open-clip',
  title: 'OpenCLIP',
  source: 'mlfoundations/open_clip training/train.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Train Epoch: (?<epoch>\d+) \[ {0,10}(?<step>\d+)\/(?<steps>\d+) \(\d+%\)\] (?:Loss: |Data \(t\)).{0,120}(?<pairs>\bLR: .+)$/,
    },
    { says: 'metrics', split: 'val', pattern: /^Eval Epoch: (?<epoch>\d+) (?<pairs>[\w-]+: .+)$/ },
  ],
  samples: [
    {
      lines: [
        '2023-05-01,10:00:00 | INFO | Train Epoch: 0 [  256/1024 (25%)] Data (t): 0.512 Batch (t): 1.212, 211.2/s, 211.2/s/gpu LR: 0.000005 Logit Scale: 14.286 Contrastive_loss: 5.5123 (5.5123) Loss: 5.5123 (5.5123)',
        '2023-05-01,10:01:00 | INFO | Train Epoch: 0 [  512/1024 (50%)] Data (t): 0.512 Batch (t): 1.212, 211.2/s, 211.2/s/gpu LR: 0.000015 Logit Scale: 14.286 Contrastive_loss: 5.4123 (5.4623) Loss: 5.4123 (5.4623)',
        '2023-05-01,10:02:00 | INFO | Eval Epoch: 1 imagenet-zeroshot-val-top1: 0.1012\timagenet-zeroshot-val-top5: 0.2512',
      ],
      yields: [
        { name: 'LR', value: 5e-6, epoch: 0.25 },
        { name: 'Contrastive_loss', value: 5.5123, split: 'train', epoch: 0.25 },
        { name: 'Loss', value: 5.5123, split: 'train', epoch: 0.25 },
        { name: 'LR', value: 1.5e-5, epoch: 0.5 },
        { name: 'Contrastive_loss', value: 5.4123, split: 'train', epoch: 0.5 },
        { name: 'Loss', value: 5.4123, split: 'train', epoch: 0.5 },
        { name: 'imagenet-zeroshot-val-top1', value: 0.1012, split: 'val', epoch: 1 },
        { name: 'imagenet-zeroshot-val-top5', value: 0.2512, split: 'val', epoch: 1 },
      ],
    },
    { lines: ['Train Epoch: 0 [  256/1024 (25%)] Data (t): waiting'], yields: [] },
  ],
};
