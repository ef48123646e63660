import type { LogFormat } from './format.js';

/**
 * MXNet's Speedometer, also in Sockeye and GluonCV: a batch of an epoch, or the range of batches
 * that the mean is over. It prints measures of training without a loss beside them.
 */
export const mxnetModule: LogFormat = {
  id: 'mxnet',
  title: 'MXNet',
  source: 'mxnet/callback.py Speedometer, module/base_module.py (logs in public repositories)',
  signature: /^Epoch\[\d+\] (?:Train|Validation)-\w/,
  lines: [
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern:
        /^(?:Node\[\d{1,4}\] )?(?:Iter|Epoch)\[(?<epoch>\d{1,6})\] Batch ?\[(?:\d{1,9}-)?(?<step>\d{1,9})\]\s{1,8}Speed: [^=]{1,120}\s(?<pairs>[\w-]{1,60}=.+)$/,
    },
  ],
  samples: [
    {
      lines: [
        'INFO:root:Epoch[0] Batch [20]\tSpeed: 36.22 samples/sec\tTrain-accuracy=0.174131',
        'INFO:root:Epoch[0] Train-accuracy=0.348',
        'INFO:root:Epoch[0] Time cost=106.6',
        'INFO:root:Epoch[0] Validation-accuracy=0.412',
      ],
      yields: [
        { name: 'Train-accuracy', value: 0.174131, epoch: 0, step: 20, split: 'train' },
        { name: 'Train-accuracy (epoch)', value: 0.348, epoch: 0, split: 'train' },
        { name: 'Validation-accuracy', value: 0.412, epoch: 0, split: 'val' },
      ],
    },
    {
      lines: ['Epoch[1] Batch [20-40]\tSpeed: 36.22 samples/sec\taccuracy=0.274131\tlr=0.1'],
      yields: [
        { name: 'accuracy', value: 0.274131, epoch: 1, step: 40, split: 'train' },
        { name: 'lr', value: 0.1, epoch: 1, step: 40 },
      ],
    },
    {
      lines: [
        '2016-10-10 18:43:21,890 Node[0] Epoch[0] Batch [50]     Speed: 1717.76 samples/sec      Train-Perplexity=4311.345018',
      ],
      yields: [{ name: 'Train-Perplexity', value: 4311.345018, epoch: 0, step: 50 }],
    },
    { lines: ['Epoch[1] Batch [20] Speed: unknown'], yields: [] },
  ],
};
