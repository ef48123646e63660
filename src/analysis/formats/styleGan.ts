import type { LogFormat } from './format.js';

/**
 * StyleGAN2-ADA and StyleGAN3. Thousands of images (kimg) are the axis. `stats.jsonl` holds
 * moments of every statistic, of which the mean is the value; a metric is a record that names the
 * snapshot it was taken on. The tick lines on the terminal hold times, memory and no loss.
 */
export const styleGan: LogFormat = {
  id: 'stylegan',
  title: 'StyleGAN',
  source: 'NVlabs stylegan2-ada-pytorch and stylegan3, training_loop.py, metric_main.py (source)',
  records: [
    {
      quote: '"',
      keys: [/"Progress\/kimg": ?\{/],
      place: /"Progress\/kimg": ?\{[^{}]{0,80}"mean": ?(?<step>[\d.]{1,16})/,
      omits: /(?:num|std)$|^(?:Timing|Resources|Progress)\b/,
    },
    {
      quote: '"',
      keys: [/"results": ?\{/, /"snapshot_pkl": ?"network-snapshot-/],
      place: /"snapshot_pkl": ?"network-snapshot-(?<step>\d{1,9})/,
      omits: /^(?!results)/,
    },
  ],
  samples: [
    {
      lines: [
        '{"Loss/signs/fake": {"num": 64, "mean": 0.2, "std": 0.9}, "Loss/G/loss": {"num": 64, "mean": 0.7512, "std": 0.2}, "Progress/tick": {"num": 1, "mean": 0.0, "std": 0.0}, "Progress/kimg": {"num": 1, "mean": 4.064, "std": 0.0}, "Timing/sec_per_tick": {"num": 1, "mean": 5.1, "std": 0.0}, "timestamp": 1646136000.1}',
      ],
      yields: [
        { name: 'Loss/signs/fake/mean', value: 0.2, step: 4.064, split: 'train' },
        { name: 'Loss/G/loss/mean', value: 0.7512, step: 4.064, split: 'train' },
      ],
    },
    {
      lines: [
        '{"results": {"fid50k_full": 312.512}, "metric": "fid50k_full", "total_time": 120.1, "num_gpus": 1, "snapshot_pkl": "network-snapshot-000200.pkl", "timestamp": 1646136000.1}',
      ],
      yields: [{ name: 'results/fid50k_full', value: 312.512, step: 200 }],
    },
    {
      lines: [
        'tick 1     kimg 4.0      time 3m 25s       sec/tick 180.1   sec/kimg 45.12   maintenance 0.1    cpumem 5.12   gpumem 10.51  augment 0.005',
      ],
      yields: [],
    },
  ],
};
