import type { LogFormat } from './format.js';

/** llama.cpp's finetune and train-text: the line of iteration 0 is printed before anything was computed. */
export const llamaCpp: LogFormat = {
  id: 'llama-cpp',
  title: 'llama.cpp training',
  source: 'llama.cpp common/train.cpp train_opt_callback (logs in public repositories)',
  lines: [
    { says: 'nothing', pattern: /^train_opt_callback: iter= {0,8}0 .{1,60} loss=0\.000000 / },
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^train_opt_callback: iter= {0,8}(?<step>\d{1,9}) sample=\d{1,12}\/\d{1,12} sched=\S{1,12} (?<pairs>loss=[-\d.naif]{1,16}) /,
    },
  ],
  samples: [
    {
      lines: [
        'train_opt_callback: iter=     0 sample=1/1204 sched=0.000000 loss=0.000000 |->',
        'train_opt_callback: iter=     1 sample=9/1204 sched=0.010000 loss=8.512345 dt=00:00:30 eta=01:00:30 |->',
      ],
      yields: [{ name: 'loss', value: 8.512345, step: 1, split: 'train' }],
    },
    { lines: ['train_opt_callback: iter= is printed with its loss'], yields: [] },
  ],
};
