import type { LogFormat } from './format.js';

/** XGBoost's rounds: names glued to their numbers, a clock before the round in old versions. */
export const xgboost: LogFormat = {
  id: 'xgboost',
  title: 'XGBoost',
  source: 'xgboost EvaluationMonitor, print_evaluation, xgb.cv (logs in public repositories)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^(?:\[\d\d:\d\d:\d\d\] )?\[(?<step>\d{1,9})\]\s{1,4}(?<pairs>[\w.-]{1,60}-[\w@.-]{1,60}:[-\d.naif].*)$/,
    },
  ],
  samples: [
    {
      lines: [
        '[0]\ttrain-rmse:0.61234+0.0012\ttest-rmse:0.62345+0.0102',
        '[10:00:00] [1]\ttrain-rmse:0.51234+0.0012\ttest-rmse:0.53345+0.0102',
      ],
      yields: [
        { name: 'train-rmse', value: 0.61234, step: 0, split: 'train' },
        { name: 'test-rmse', value: 0.62345, step: 0, split: 'val' },
        { name: 'train-rmse', value: 0.51234, step: 1 },
        { name: 'test-rmse', value: 0.53345, step: 1 },
      ],
    },
    { lines: ['[10:00:00] [1] tree pruning end, train-rmse: see below'], yields: [] },
  ],
};
