import type { LogFormat } from './format.js';

/**
 * Kaldi's neural trainers. nnet3 writes one file for each job and iteration: within it the
 * minibatches are the axis, and the line "Overall average" sums the file up. The objective grows
 * while the model learns, so it keeps the bare name of its output and is not called a loss.
 * nnet1 ends each iteration with a line for both splits. The logs of GMM training hold one number a
 * file and are no curve.
 */
export const kaldi: LogFormat = {
  id: 'kaldi',
  title: 'Kaldi nnet',
  source: 'kaldi nnet3/nnet-training.cc, steps/nnet/train_scheduler.sh (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^LOG \(\S{1,200}\) Average objective function for '(?<name>[\w-]{1,60})' for minibatches \d{1,9}-(?<step>\d{1,9}) is (?<pairs>\S{1,24}) /,
    },
    { says: 'nothing', pattern: /^LOG \(\S{1,200}\) Overall average objective function for '/ },
    {
      says: 'metrics',
      pattern:
        /^ITERATION (?<step>\d{1,4}): TRAIN AVG\.LOSS (?<train>[^\s,]{1,24}), \(lrate(?<rate>[^\s)]{1,24})\), CROSSVAL AVG\.LOSS (?<val>[^\s,]{1,24}),/,
      values: { train: 'AVG.LOSS', val: 'AVG.LOSS', rate: 'lr' },
    },
  ],
  samples: [
    {
      lines: [
        "LOG (nnet3-chain-train[5.5]:PrintStatsForThisPhase():nnet-training.cc:297) Average objective function for 'output' for minibatches 0-99 is -0.210531 over 409600 frames.",
        "LOG (nnet3-chain-train[5.5]:PrintStatsForThisPhase():nnet-training.cc:297) Average objective function for 'output-xent' for minibatches 0-99 is -2.53 + -0.01 = -2.54 over 409600 frames.",
        "LOG (nnet3-chain-train[5.5]:PrintTotalStats():nnet-training.cc:342) Overall average objective function for 'output' is -0.20 over 819200 frames.",
      ],
      yields: [
        { name: 'output', value: -0.210531, step: 99, split: 'train' },
        { name: 'output-xent', value: -2.53, step: 99, split: 'train' },
      ],
    },
    {
      lines: [
        'CROSSVAL PRERUN AVG.LOSS 8.1234 (Xent),',
        'ITERATION 01: TRAIN AVG.LOSS 2.1512, (lrate0.008), CROSSVAL AVG.LOSS 1.8512, nnet accepted (nnet_iter01_learnrate0.008)',
      ],
      yields: [
        { name: 'lr', value: 0.008, step: 1 },
        { name: 'AVG.LOSS', value: 2.1512, step: 1, split: 'train' },
        { name: 'AVG.LOSS', value: 1.8512, step: 1, split: 'val' },
      ],
    },
    {
      lines: ['LOG (nnet3-train[5.5]:main():a.cc:1) Average objective function is -0.2'],
      yields: [],
    },
  ],
};
