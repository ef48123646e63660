import type { LogFormat } from './format.js';

/** What Stable-Baselines3 prints between its boxes: an evaluation at a number of time steps. */
export const stableBaselines: LogFormat = {
  id: 'stable-baselines3',
  title: 'Stable-Baselines3',
  source: 'stable_baselines3/common/callbacks.py EvalCallback (source)',
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^Eval num_timesteps=(?<step>\d{1,12}), (?<pairs>episode_reward=[-\d.naif]{1,24}) \+\/- /,
    },
  ],
  samples: [
    {
      lines: [
        'Eval num_timesteps=5000, episode_reward=120.50 +/- 12.30',
        'Episode length: 120.50 +/- 12.30',
      ],
      yields: [{ name: 'episode_reward', value: 120.5, step: 5000, split: 'val' }],
    },
    { lines: ['Eval num_timesteps=5000, episode_reward is better'], yields: [] },
  ],
};
