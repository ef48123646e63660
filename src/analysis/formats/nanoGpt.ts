import type { LogFormat } from './format.js';

/** nanoGPT prints both splits on one line at each evaluation and the batch loss in between. */
export const nanoGpt: LogFormat = {
  id: 'nanogpt',
  title: 'nanoGPT',
  source: 'karpathy/nanoGPT train.py',
  lines: [
    {
      says: 'metrics',
      pattern: /^step (?<step>\d+): (?<pairs>train loss \S+, val loss \S+)\s*$/,
    },
    { says: 'metrics', pattern: /^iter (?<step>\d+): (?<pairs>loss \S+), time \S+, mfu \S+\s*$/ },
  ],
  samples: [
    {
      lines: ['step 250: train loss 2.1, val loss 2.3', 'iter 250: loss 3.2, time 12ms, mfu 1%'],
      yields: [
        { name: 'train loss', value: 2.1, step: 250, split: 'train' },
        { name: 'val loss', value: 2.3, step: 250, split: 'val' },
        { name: 'loss', value: 3.2, step: 250, split: 'train' },
      ],
    },
    { lines: ['step 250: train loss is still high'], yields: [] },
  ],
};
