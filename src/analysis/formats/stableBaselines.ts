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

/** The monitor of an environment: reward, length and seconds of each episode, no position. */
export const gymMonitor: LogFormat = {
  id: 'gym-monitor',
  title: 'Monitor of an environment',
  source: 'stable_baselines3/common/monitor.py, baselines bench/monitor.py (source)',
  columns: [/^r$/, /^l$/, /^t$/],
  omits: /^t$/,
  samples: [
    {
      lines: [
        '#{"t_start": 1600000000.12, "env_id": "CartPole-v1"}',
        'r,l,t',
        '22.0,22,0.512',
        '14.0,14,0.612',
      ],
      yields: [
        { name: 'r', value: 22 },
        { name: 'l', value: 22 },
        { name: 'r', value: 14 },
        { name: 'l', value: 14 },
      ],
    },
    { lines: ['r,l,x', '22.0,22,0.512'], yields: [] },
  ],
};
