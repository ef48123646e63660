import type { LogFormat } from './format.js';

/**
 * TensorFlow's estimator: the loss hook counts steps behind the value, the evaluation names its
 * step first. "Loss for final step" repeats the last value.
 */
export const tfEstimator: LogFormat = {
  id: 'tf-estimator',
  title: 'TensorFlow estimator',
  source: 'tf.estimator LoggingTensorHook, EstimatorSpec evaluation (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^(?<pairs>(?:[\w/]{1,40} = [^\s,]{1,30}, ){0,8}[\w/]{1,40} = [^\s,]{1,30}), (?:global_)?step = (?<step>\d+)(?: \([\d.]+ sec\)|\s*$)/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^Saving dict for global step (?<step>\d+): (?<pairs>.+)$/,
    },
    { says: 'nothing', pattern: /^Loss for final step: / },
  ],
  samples: [
    {
      lines: [
        'INFO:tensorflow:loss = 2.30, step = 1',
        'INFO:tensorflow:global_step/sec: 100.2',
        'I0311 10:12:44.513021 139 basic_session_run_hooks.py:260] loss = 2.10, step = 101 (0.998 sec)',
        'INFO:tensorflow:Saving dict for global step 200: accuracy = 0.91, global_step = 200, loss = 0.31',
        'INFO:tensorflow:Loss for final step: 2.10.',
      ],
      yields: [
        { name: 'loss', value: 2.3, split: 'train', step: 1 },
        { name: 'loss', value: 2.1, split: 'train', step: 101 },
        { name: 'accuracy', value: 0.91, split: 'val', step: 200 },
        { name: 'loss', value: 0.31, split: 'val', step: 200 },
      ],
    },
    { lines: ['INFO:tensorflow:loss = softmax, step = 1 of the recipe'], yields: [] },
  ],
};
