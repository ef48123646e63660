import type { LogFormat } from './format.js';

/**
 * Caffe's solver. The outputs of a net stand on lines of their own below the iteration, each with
 * its weighted twin in parentheses.
 */
export const caffe: LogFormat = {
  id: 'caffe',
  title: 'Caffe',
  source: 'caffe/src/caffe/solver.cpp, sgd_solver.cpp (logs in public repositories)',
  signature: /^I\d{4} [\d:.]{1,16} +\d{1,9} \w{0,8}solver\.cpp:\d{1,5}\] +Iteration \d/,
  lines: [
    { says: 'position', split: 'val', pattern: /^Iteration (?<step>\d{1,9}), Testing net/ },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^Test net output #\d{1,4}: (?<pairs>[^\s=]{1,80} = \S{1,24})/,
    },
    // The loss of one batch: the line above has said it, smoothed by `average_loss` or the very same.
    { says: 'nothing', pattern: /^Train net output #\d{1,4}: loss = / },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^Train net output #\d{1,4}: (?<pairs>[^\s=]{1,80} = \S{1,24})/,
    },
  ],
  samples: [
    {
      lines: [
        'I0821 09:21:15.397500  5405 solver.cpp:330] Iteration 0, Testing net (#0)',
        'I0821 09:21:16.397500  5405 solver.cpp:397]     Test net output #0: accuracy = 0.0892',
        'I0821 09:21:16.397500  5405 solver.cpp:397]     Test net output #1: loss = 2.36 (* 1 = 2.36 loss)',
        'I0821 09:21:27.397500  5405 solver.cpp:218] Iteration 100 (20.5 iter/s, 4.9s/100 iters), loss = 5.21',
        'I0821 09:21:27.397500  5405 solver.cpp:237]     Train net output #0: loss = 5.41 (* 1 = 5.41 loss)',
        'I0821 09:21:27.397500  5405 solver.cpp:237]     Train net output #1: loss1/loss1 = 1.21 (* 0.3 = 0.363 loss)',
        'I0821 09:21:27.397500  5405 sgd_solver.cpp:105] Iteration 100, lr = 0.00992565',
      ],
      yields: [
        { name: 'accuracy', value: 0.0892, step: 0, split: 'val' },
        { name: 'loss', value: 2.36, step: 0, split: 'val' },
        { name: 'loss', value: 5.21, step: 100, split: 'train' },
        { name: 'loss1/loss1', value: 1.21, step: 100, split: 'train' },
        { name: 'lr', value: 0.00992565, step: 100 },
      ],
    },
    { lines: ['I0821 09:21:16.397500  5405 net.cpp:157] Top shape: 64 (64)'], yields: [] },
  ],
};
