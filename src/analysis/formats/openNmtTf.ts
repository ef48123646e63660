import type { LogFormat } from './format.js';

/** OpenNMT-tf: fields between semicolons; the evaluation names its step in a sentence. */
export const openNmtTf: LogFormat = {
  id: 'opennmt-tf',
  title: 'OpenNMT-tf',
  source: 'OpenNMT-tf opennmt/training.py, evaluation.py (source)',
  signature: /^Step = \d+ ; steps\/s = [\d.]+, /,
  samples: [
    {
      lines: [
        'INFO:tensorflow:Step = 100 ; steps/s = 1.85, source words/s = 4520, target words/s = 4632 ; Learning rate = 0.000012 ; Loss = 9.521044',
        'INFO:tensorflow:Evaluation result for step 100: loss = 7.712345 ; perplexity = 2235.1',
      ],
      yields: [
        { name: 'Learning rate', value: 0.000012, step: 100 },
        { name: 'Loss', value: 9.521044, step: 100, split: 'train' },
        { name: 'loss', value: 7.712345, step: 100, split: 'val' },
        { name: 'perplexity', value: 2235.1, step: 100, split: 'val' },
      ],
    },
    { lines: ['INFO:tensorflow:Step = warmup ; steps/s = unknown'], yields: [] },
  ],
};
