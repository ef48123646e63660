import type { LogFormat } from './format.js';

/** Dassl, which CoOp and its many kin train with: the test is a list of measures with stars. */
export const dassl: LogFormat = {
  id: 'dassl',
  title: 'Dassl (CoOp and kin)',
  source: 'KaiyangZhou/Dassl.pytorch engine/trainer.py, evaluation/evaluator.py (source)',
  signature: /^epoch \[\d+\/\d+\] ?\[?batch \[\d+\/\d+\] .{0,80}\bloss /,
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern: /^\* (?<pairs>(?:accuracy|error|macro_f1): [\d.]{1,8})%\s*$/,
    },
  ],
  samples: [
    {
      lines: [
        'epoch [1/50] batch [16/32] time 0.212 (0.512) data 0.012 (0.212) loss 1.2123 (1.3123) acc 65.6250 (62.5000) lr 1.0000e-05 eta 0:13:12',
        '=> result',
        '* total: 2,465',
        '* correct: 2,100',
        '* accuracy: 85.2%',
        '* error: 14.8%',
        '* macro_f1: 85.1%',
      ],
      yields: [
        { name: 'loss', value: 1.2123, split: 'train', epoch: 0.5, step: 16 },
        { name: 'acc', value: 65.625, split: 'train', step: 16 },
        { name: 'lr', value: 1e-5, step: 16 },
        { name: 'accuracy', value: 85.2, split: 'val' },
        { name: 'error', value: 14.8, split: 'val' },
        { name: 'macro_f1', value: 85.1, split: 'val' },
      ],
    },
    { lines: ['* total: 2,465', '* accuracy: high'], yields: [] },
  ],
};
