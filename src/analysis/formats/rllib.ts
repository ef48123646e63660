import type { LogFormat } from './format.js';

/**
 * RLlib's `result.json`: one nested object an iteration, the whole configuration inside. Only
 * rewards and what the learner reports are curves.
 */
export const rllib: LogFormat = {
  id: 'rllib',
  title: 'RLlib result.json',
  source: 'ray.tune JsonLoggerCallback, rllib algorithms, Ray 1 and 2 (source)',
  records: [
    {
      quote: '"',
      keys: [/"training_iteration": ?\d/, /"episode_(?:reward|return)_mean": /],
      place:
        /"(?:timesteps_total|num_env_steps_sampled_lifetime|num_env_steps_sampled)": ?(?<step>\d{1,15})/,
      omits:
        /^(?!episode_reward_|evaluation\/(?:\w+\/)?episode_re|env_runners\/episode_return_|sampler_results\/episode_reward_mean|info\/learner\/|learners\/)|num_|_lifetime|throughput/,
    },
  ],
  samples: [
    {
      lines: [
        '{"episode_reward_mean": 21.5, "episode_len_mean": 21.5, "hist_stats": {"episode_reward": [10.0, 20.0]}, "timesteps_total": 4000, "training_iteration": 1, "info": {"learner": {"default_policy": {"learner_stats": {"cur_lr": 5e-05, "total_loss": 8.51}}}, "num_env_steps_sampled": 4000}, "config": {"lr": 5e-05, "gamma": 0.99}, "time_this_iter_s": 4.1}',
        '{"evaluation": {"episode_reward_mean": 30.5}, "episode_reward_mean": 41.5, "timesteps_total": 8000, "training_iteration": 2, "config": {"lr": 5e-05, "gamma": 0.99}, "time_this_iter_s": 4.1}',
      ],
      yields: [
        { name: 'episode_reward_mean', value: 21.5, step: 4000, split: 'train' },
        { name: 'info/learner/default_policy/learner_stats/cur_lr', value: 5e-5, step: 4000 },
        { name: 'info/learner/default_policy/learner_stats/total_loss', value: 8.51, step: 4000 },
        { name: 'evaluation/episode_reward_mean', value: 30.5, step: 8000, split: 'val' },
        { name: 'episode_reward_mean', value: 41.5, step: 8000, split: 'train' },
      ],
    },
    { lines: ['{"training_iteration": 1, "config": {"lr": 5e-05}}'], yields: [] },
  ],
};
