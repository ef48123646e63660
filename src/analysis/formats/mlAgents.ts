import type { LogFormat } from './format.js';

/** Unity ML-Agents writes sentences, whose dot stands behind the step and the reward. */
export const mlAgents: LogFormat = {
  id: 'ml-agents',
  title: 'Unity ML-Agents',
  source: 'ml-agents mlagents/trainers/stats.py ConsoleWriter (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^[\w?:= -]{1,100}[:.] Step: (?<step>\d{1,12})\. .{0,60}?Mean Reward: (?<reward>-?\d{1,12}(?:\.\d{1,9})?)\./,
      values: { reward: 'Mean Reward' },
    },
  ],
  samples: [
    {
      lines: [
        '[INFO] 3DBall. Step: 12000. Time Elapsed: 20.512 s. Mean Reward: 1.212. Std of Reward: 0.712. Training.',
        '2020-03-01 12:00:00 INFO [stats.py:139] 3DBall: Step: 24000. Time Elapsed: 30.512 s Mean Reward: -1.812. Std of Reward: 0.912. Training.',
        'INFO:mlagents.trainers: run-0: 3DBallLearning: Step: 36000. Mean Reward: 2.1. Std of Reward: 0.9.',
      ],
      yields: [
        { name: 'Mean Reward', value: 1.212, step: 12000, split: 'train' },
        { name: 'Mean Reward', value: -1.812, step: 24000, split: 'train' },
        { name: 'Mean Reward', value: 2.1, step: 36000, split: 'train' },
      ],
    },
    {
      lines: ['[INFO] 3DBall. Step: 12000. Time Elapsed: 20.5 s. No episode was completed.'],
      yields: [],
    },
  ],
};
