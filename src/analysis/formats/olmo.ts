import type { LogFormat } from './format.js';

/**
 * OLMo prints a step as a block: a head with the step of the run, then a value a line. `total` of
 * the head is of the run, although an epoch stands beside it.
 */
export const olmo: LogFormat = {
  id: 'olmo',
  title: 'OLMo',
  source: 'allenai/OLMo olmo/train.py log_metrics_to_console (source)',
  lines: [
    { says: 'position', pattern: /^\[step=(?<step>\d+)\/(?<steps>\d+)(?:,epoch=\d+)?\]\s*$/ },
    {
      says: 'metrics',
      pattern: /^(?<name>(?:train|eval)\/[\w./ ()-]{1,80})=(?<pairs>-?\d[\d.,e+-]{0,24})\s*$/,
    },
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^optim\/(?:total_grad_norm=(?<norm>-?[\d.e+-]{1,24})|learning_rate_group0=(?<lr>[\d.e+-]{1,24}))\s*$/,
      values: { norm: 'grad_norm', lr: 'lr' },
    },
  ],
  samples: [
    {
      lines: [
        '2024-05-01 10:00:00.123\tnode:0\tolmo.train:907\tINFO\t[step=10/7000,epoch=0]',
        '    optim/total_grad_norm=2.512',
        '    train/CrossEntropyLoss=10.21',
        '    train/Perplexity=27,193',
        '    throughput/total_tokens=41,943,040',
        '2024-05-01 10:01:00.123\tnode:0\tolmo.train:907\tINFO\t[step=11/7000,epoch=0]',
        '    train/CrossEntropyLoss=10.11',
        '    eval/c4/CrossEntropyLoss=10.31',
      ],
      yields: [
        { name: 'grad_norm', value: 2.512, step: 10 },
        { name: 'train/CrossEntropyLoss', value: 10.21, split: 'train', step: 10, steps: 7000 },
        { name: 'train/Perplexity', value: 27193, split: 'train', step: 10 },
        { name: 'train/CrossEntropyLoss', value: 10.11, split: 'train', step: 11 },
        { name: 'eval/c4/CrossEntropyLoss', value: 10.31, split: 'val', step: 11 },
      ],
    },
    { lines: ['    train/data=/data/c4', '    eval/interval=1k'], yields: [] },
  ],
};
