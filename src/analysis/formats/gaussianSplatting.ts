import type { LogFormat } from './format.js';

/** 3D Gaussian Splatting evaluates at a few iterations; its bar runs over the whole training. */
export const gaussianSplatting: LogFormat = {
  id: 'gaussian-splatting',
  title: '3D Gaussian Splatting',
  source: 'graphdeco-inria/gaussian-splatting train.py (source)',
  lines: [
    {
      says: 'metrics',
      pattern: /^\[ITER (?<step>\d+)\] Evaluating (?<split>train|test): (?<pairs>L1 .+)$/,
    },
  ],
  samples: [
    {
      lines: [
        '[ITER 7000] Evaluating test: L1 0.0312 PSNR 25.12 [01/05 10:00:00]',
        '[ITER 7000] Evaluating train: L1 0.0212 PSNR 27.12 [01/05 10:00:01]',
        '[ITER 7000] Saving Gaussians [01/05 10:00:02]',
      ],
      yields: [
        { name: 'L1', value: 0.0312, split: 'val', step: 7000 },
        { name: 'PSNR', value: 25.12, split: 'val', step: 7000 },
        { name: 'L1', value: 0.0212, split: 'train', step: 7000 },
        { name: 'PSNR', value: 27.12, split: 'train', step: 7000 },
      ],
    },
    { lines: ['[ITER 7000] Evaluating test: skipped'], yields: [] },
  ],
};
