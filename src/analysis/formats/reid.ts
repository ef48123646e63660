import type { LogFormat } from './format.js';

/**
 * Re-identification baselines: the evaluation is a block of lines, one a measure, below a heading
 * that names its epoch.
 */
export const reid: LogFormat = {
  id: 'reid-baseline',
  title: 'Re-identification baselines',
  source: 'michuanhaohao/reid-strong-baseline, damo-cv/TransReID (source)',
  signature: /^[\w.-]{1,60} INFO: Epoch\[\d+\] Iteration\[\d+\/\d+\] Loss: /,
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern: /^(?:[\w.-]{1,60} INFO: )?mAP: (?<map>[\d.]{1,8})%\s*$/,
      values: { map: 'mAP' },
    },
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^(?:[\w.-]{1,60} INFO: )?CMC curve, (?<name>Rank-\d{1,3}) {0,4}:(?<pairs>[\d.]{1,8})%\s*$/,
    },
  ],
  samples: [
    {
      lines: [
        '2024-05-07 13:49:51,273 reid_baseline.train INFO: Epoch[1] Iteration[20/40] Loss: 9.123, Acc: 0.012, Base Lr: 3.50e-05',
        '2024-05-07 13:50:51,273 reid_baseline.train INFO: Validation Results - Epoch: 1',
        '2024-05-07 13:50:51,273 reid_baseline.train INFO: mAP: 12.1%',
        '2024-05-07 13:50:51,273 reid_baseline.train INFO: CMC curve, Rank-1  :25.1%',
        '2024-05-07 13:50:51,273 reid_baseline.train INFO: CMC curve, Rank-10 :55.1%',
      ],
      yields: [
        { name: 'Loss', value: 9.123, split: 'train', epoch: 0.5, step: 20 },
        { name: 'Acc', value: 0.012, split: 'train', step: 20 },
        { name: 'Base Lr', value: 3.5e-5, step: 20 },
        { name: 'mAP', value: 12.1, split: 'val', epoch: 1 },
        { name: 'Rank-1', value: 25.1, split: 'val', epoch: 1 },
        { name: 'Rank-10', value: 55.1, split: 'val', epoch: 1 },
      ],
    },
    { lines: ['mAP: see the table', 'CMC curve, Rank-1 is plotted'], yields: [] },
  ],
};
