import type { LogFormat } from './format.js';

/** fastText's bar has no counter but its percentage, and each paint is a mean over what came since. */
export const fastText: LogFormat = {
  id: 'fasttext',
  title: 'fastText',
  source: 'fastText src/fasttext.cc printInfo, versions 0.1 and 0.9 (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Progress: {1,4}(?<step>[\d.]{1,6})% {1,4}words\/sec\/thread: {1,12}\d{1,12} {1,4}lr: {1,9}(?<rate>[-\d.]{1,12}) {1,4}(?:avg\.)?loss: {1,9}(?<loss>[-\d.naif]{1,16})/,
      values: { loss: 'loss', rate: 'lr' },
    },
  ],
  samples: [
    {
      lines: [
        'Read 1M words',
        'Progress:  10.0% words/sec/thread:  120451 lr:  0.090000 avg.loss:  2.112345 ETA:   0h 0m10s',
        'Progress: 20.0%  words/sec/thread: 12045  lr: 0.080000  loss: 1.912345  eta: 0h8m ',
      ],
      yields: [
        { name: 'loss', value: 2.112345, step: 10, split: 'train' },
        { name: 'lr', value: 0.09, step: 10 },
        { name: 'loss', value: 1.912345, step: 20, split: 'train' },
        { name: 'lr', value: 0.08, step: 20 },
      ],
    },
    { lines: ['Progress: 100.0% Trials:   15 Best score:  0.464000 ETA:   0h 0m 0s'], yields: [] },
  ],
};
