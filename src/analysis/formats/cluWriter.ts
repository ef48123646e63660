import type { LogFormat } from './format.js';

/** The metric writer of JAX programs (T5X, Flax examples, init2winit): "[step] name=value, …". */
export const cluWriter: LogFormat = {
  id: 'clu',
  title: 'JAX metric writer',
  source:
    'google/CommonLoopUtils clu/metric_writers/logging_writer.py (logs in public repositories)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^\[(?<step>\d{1,12})\] (?:collection=(?<split>train|eval|valid|test)\S{0,80} )?(?<pairs>(?=.*(?:loss|acc|perplexity|bleu)\w{0,40}=)[\w/.-]{1,80}=.+)$/,
    },
  ],
  samples: [
    {
      lines: [
        'I0301 12:00:10.123456 140000 logging_writer.py:48] [100] accuracy=0.512345, learning_rate=0.001000, loss=2.212345, timing/seconds=10.1',
        'I0301 12:00:30.123456 140000 logging_writer.py:48] [100] collection=eval/c4 accuracy=0.5, loss=2.1',
        'I0301 12:00:31.123456 140000 logging_writer.py:48] [100] steps_per_sec=0.0106879',
      ],
      yields: [
        { name: 'accuracy', value: 0.512345, step: 100, split: 'train' },
        { name: 'learning_rate', value: 0.001, step: 100 },
        { name: 'loss', value: 2.212345, step: 100, split: 'train' },
        { name: 'accuracy', value: 0.5, step: 100, split: 'val' },
        { name: 'loss', value: 2.1, step: 100, split: 'val' },
      ],
    },
    { lines: ['[0] node loss=high, waiting'], yields: [] },
  ],
};
