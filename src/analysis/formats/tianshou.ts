import type { LogFormat } from './format.js';

/** Tianshou: a bar for each epoch with the environment's step in it, then the test's reward. */
export const tianshou: LogFormat = {
  id: 'tianshou',
  title: 'Tianshou',
  source: 'tianshou/trainer/base.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^Epoch #(?<epoch>\d{1,6}): test_reward: (?<reward>[-\d.naife]{1,24}) ± .{1,40}, best_reward: /,
      values: { reward: 'test_reward' },
    },
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Epoch #(?<epoch>\d{1,6}): .{1,160}env_step=(?<step>\d{1,12}), .{0,60}?(?:(?<pairs>loss[\w/]{0,40}=.{1,300}?), )?n\/ep=.{0,60}\brew=(?<reward>[-\d.naife]{1,24})/,
      values: { reward: 'rew' },
    },
  ],
  samples: [
    {
      lines: [
        'Epoch #1: 10001it [00:10, 900.12it/s, env_step=10000, len=200, loss=0.512, n/ep=0, n/st=10, rew=120.00]',
        'Epoch #1: test_reward: 150.200000 ± 10.120000, best_reward: 150.200000 ± 10.120000 in #1',
      ],
      yields: [
        { name: 'rew', value: 120, epoch: 1, step: 10000, split: 'train' },
        { name: 'loss', value: 0.512, epoch: 1, step: 10000, split: 'train' },
        { name: 'test_reward', value: 150.2, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['Epoch #1: test_reward: not measured'], yields: [] },
  ],
};
