import type { LogFormat } from './format.js';

/**
 * OpenNMT-py. Version 3 tells after a validation what has improved, from and to; the first versions
 * printed accuracy and perplexity of training and no loss.
 */
export const openNmt: LogFormat = {
  id: 'opennmt-py',
  title: 'OpenNMT-py',
  source:
    'OpenNMT-py onmt/utils/statistics.py, earlystopping.py (source; logs in public repositories)',
  signature: /^Step \d+\/ ?\d+; acc:/,
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Epoch {1,4}(?<epoch>\d{1,6}), {1,8}(?<step>\d{1,9})\/ {0,8}(?<steps>\d{1,9}); (?<pairs>acc: .{1,80}?); [\d ]{1,12}src tok\/s/,
    },
    { says: 'nothing', pattern: /^Model is (?:improving|decreasing) / },
  ],
  samples: [
    {
      lines: [
        '[2023-03-01 12:00:10,123 INFO] Step 50/100000; acc: 3.5; ppl: 24512.1; xent: 10.1; lr: 0.00001; sents:    1204; bsz: 3012/2901/30; 4512/4402 tok/s;     10 sec;',
        '[2023-03-01 12:01:20,123 INFO] Validation perplexity: 512.1',
        '[2023-03-01 12:01:20,123 INFO] Validation accuracy: 15.2',
        '[2023-03-01 12:01:20,123 INFO] Model is improving ppl: inf --> 512.1.',
      ],
      yields: [
        { name: 'acc', value: 3.5, step: 50, split: 'train' },
        { name: 'ppl', value: 24512.1, step: 50, split: 'train' },
        { name: 'xent', value: 10.1, step: 50, split: 'train' },
        { name: 'lr', value: 0.00001, step: 50 },
        { name: 'Validation perplexity', value: 512.1, step: 50, split: 'val' },
        { name: 'Validation accuracy', value: 15.2, step: 50, split: 'val' },
      ],
    },
    {
      lines: [
        'Epoch  2,    50/12345; acc:   3.52; ppl: 24512.10; 4512 src tok/s; 4402 tgt tok/s;     10 s elapsed',
      ],
      yields: [
        { name: 'acc', value: 3.52, split: 'train' },
        { name: 'ppl', value: 24512.1, split: 'train' },
      ],
    },
    { lines: ['Step 3 of the tutorial; acc: see the table'], yields: [] },
  ],
};
