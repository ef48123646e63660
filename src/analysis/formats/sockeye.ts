import type { LogFormat } from './format.js';

/** Sockeye counts checkpoints; what it prints of them and the batches in between are two grains. */
export const sockeye: LogFormat = {
  id: 'sockeye',
  title: 'Sockeye',
  source: 'awslabs/sockeye training.py, versions 1 to 3 (source)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^Checkpoint \[(?<step>\d{1,9})\]\s(?<pairs>(?:Train|Validation)-[\w-]{1,60}=\S{1,24})/,
    },
    { says: 'nothing', pattern: /^Validation-[\w-]{1,60} (?:improved|has not improved)/ },
  ],
  samples: [
    {
      lines: [
        '[2018-03-01:12:10:00:INFO:sockeye.training:fit] Checkpoint [1]\tUpdates=1000 Epoch=0 Samples=64000 Time-cost=120.5 Updates/sec=8.3',
        '[2018-03-01:12:10:00:INFO:sockeye.training:fit] Checkpoint [1]\tTrain-perplexity=1112.300000',
        '[2018-03-01:12:10:10:INFO:sockeye.training:fit] Checkpoint [1]\tValidation-perplexity=812.300000',
        '[2018-03-01:12:10:10:INFO:sockeye.training:fit] Validation-perplexity improved to 812.3 (delta=inf).',
      ],
      yields: [
        { name: 'Train-perplexity', value: 1112.3, step: 1, split: 'train' },
        { name: 'Validation-perplexity', value: 812.3, step: 1, split: 'val' },
      ],
    },
    { lines: ['[INFO:sockeye.training] Checkpoint [1]\tSaved as params.00001'], yields: [] },
  ],
};
