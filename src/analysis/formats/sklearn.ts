import type { LogFormat } from './format.js';

/**
 * What scikit-learn's estimators print with `verbose`: the MLP's iterations, the epochs of SGD, the
 * rounds of histogram boosting, which alone need a rule: "[1/100]" is their round.
 */
export const sklearn: LogFormat = {
  id: 'sklearn',
  title: 'scikit-learn',
  source: 'sklearn _multilayer_perceptron.py, _sgd_fast.pyx.tp, hist_gradient_boosting (source)',
  signature: /^Iteration \d+, loss = [\d.]+$|^Norm: \S+, NNZs: \d+, Bias: /,
  lines: [
    {
      says: 'metrics',
      pattern:
        /^\[(?<step>\d{1,7})\/(?<steps>\d{1,7})\] \d{1,7} trees?, .{1,80}? (?<pairs>train (?:loss|score): .{1,120}?), in [\d.]{1,12}s$/,
    },
  ],
  samples: [
    {
      lines: ['Iteration 1, loss = 0.69123456', 'Validation score: 0.512345'],
      yields: [
        { name: 'loss', value: 0.69123456, step: 1, split: 'train' },
        { name: 'Validation score', value: 0.512345, step: 1, split: 'val' },
      ],
    },
    {
      lines: [
        '-- Epoch 1',
        'Norm: 12.51, NNZs: 20, Bias: -1.251234, T: 1000, Avg. loss: 0.912345',
        'Total training time: 0.00 seconds.',
      ],
      yields: [
        { name: 'Norm', value: 12.51, epoch: 1 },
        { name: 'Avg. loss', value: 0.912345, epoch: 1, split: 'train' },
      ],
    },
    {
      lines: [
        '[1/100] 1 tree, 31 leaves, max depth = 8, train loss: 0.61234, val loss: 0.62345, in 0.012s',
      ],
      yields: [
        { name: 'train loss', value: 0.61234, step: 1, split: 'train' },
        { name: 'val loss', value: 0.62345, step: 1, split: 'val' },
      ],
    },
    { lines: ['Fit 1 trees in 0.012 s, (31 total leaves)'], yields: [] },
  ],
};
