import type { LogFormat } from './format.js';

/** LightGBM's rounds: "training's l2", "valid_0's auc", in cross-validation "cv_agg's auc" with its spread. */
export const lightGbm: LogFormat = {
  id: 'lightgbm',
  title: 'LightGBM',
  source: 'lightgbm callback.log_evaluation, lgb.cv (source; logs in public repositories)',
  signature: /^\[LightGBM\] \[Info\] Iteration:\d/,
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern: /^\[(?<step>\d{1,9})\]\s{1,4}(?<pairs>cv_agg's .+)$/,
    },
    {
      says: 'metrics',
      pattern: /^\[(?<step>\d{1,9})\]\s{1,4}(?<pairs>[\w -]{1,60}'s [\w@ .-]{1,60}: .+)$/,
    },
  ],
  samples: [
    {
      lines: [
        "[1]\ttraining's auc: 0.85\ttraining's binary_logloss: 0.63123\tvalid_1's auc: 0.81",
        "[10]\tcv_agg's auc: 0.8512 + 0.0123",
      ],
      yields: [
        { name: "training's auc", value: 0.85, step: 1, split: 'train' },
        { name: "training's binary_logloss", value: 0.63123, step: 1, split: 'train' },
        { name: "valid_1's auc", value: 0.81, step: 1, split: 'val' },
        { name: "cv_agg's auc", value: 0.8512, step: 10, split: 'val' },
      ],
    },
    {
      lines: [
        '[LightGBM] [Info] Iteration:1, training l2 : 0.67123',
        '[LightGBM] [Info] Iteration:1, valid_1 l2 : 0.68123',
        '[LightGBM] [Info] 0.012345 seconds elapsed, finished iteration 1',
      ],
      yields: [
        { name: 'training l2', value: 0.67123, step: 1, split: 'train' },
        { name: 'valid_1 l2', value: 0.68123, step: 1, split: 'val' },
      ],
    },
    { lines: ["[1]\tthe data set's label: loss"], yields: [] },
  ],
};
