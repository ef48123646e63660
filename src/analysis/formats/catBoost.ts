import type { LogFormat } from './format.js';

/** CatBoost's rounds. What follows "best:" repeats a round of the past. */
export const catBoost: LogFormat = {
  id: 'catboost',
  title: 'CatBoost',
  source: 'catboost fit(verbose) on stdout (source)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^(?<step>\d{1,9}):\s{1,4}(?<pairs>(?:learn|test)\d{0,3}: [^b]{1,400}?)\s(?:best|total): /,
    },
    { says: 'nothing', pattern: /^bestTest = / },
  ],
  samples: [
    {
      lines: [
        '0:\tlearn: 0.6912345\ttest: 0.6922345\tbest: 0.6922345 (0)\ttotal: 9.12ms\tremaining: 9.11s',
        '1:\tlearn: 0.6812345\ttotal: 19.1ms\tremaining: 9.01s',
        'bestTest = 0.6922345',
      ],
      yields: [
        { name: 'learn', value: 0.6912345, step: 0, split: 'train' },
        { name: 'test', value: 0.6922345, step: 0, split: 'val' },
        { name: 'learn', value: 0.6812345, step: 1, split: 'train' },
      ],
    },
    { lines: ['0: learn: to walk before you run'], yields: [] },
  ],
};
