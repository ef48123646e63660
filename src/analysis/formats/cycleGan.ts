import type { LogFormat } from './format.js';

/** CycleGAN, pix2pix, CUT and their kin: losses without the word, behind epoch and images seen. */
export const cycleGan: LogFormat = {
  id: 'cyclegan',
  title: 'CycleGAN and pix2pix',
  source: 'junyanz/pytorch-CycleGAN-and-pix2pix util/visualizer.py (logs in public repositories)',
  signature: /^\(epoch: \d+, iters: \d+, time: [\d.]+(?:, data: [\d.]+)?\) \w/,
  samples: [
    {
      lines: [
        '================ Training Loss (Mon Mar  1 12:00:00 2021) ================',
        '(epoch: 1, iters: 100, time: 0.480, data: 0.199) D_A: 0.280 G_A: 0.843 cycle_A: 1.512 ',
        '(epoch: 1, iters: 200, time: 0.480, data: 0.002) D_A: 0.180 G_A: 0.743 cycle_A: 1.412 ',
      ],
      yields: [
        { name: 'D_A', value: 0.28, epoch: 1, step: 100, split: 'train' },
        { name: 'G_A', value: 0.843, epoch: 1, step: 100 },
        { name: 'cycle_A', value: 1.512, epoch: 1, step: 100 },
        { name: 'D_A', value: 0.18, epoch: 1, step: 200 },
        { name: 'G_A', value: 0.743, epoch: 1, step: 200 },
        { name: 'cycle_A', value: 1.412, epoch: 1, step: 200 },
      ],
    },
    { lines: ['saving the latest model (epoch 1, total_iters 5000)'], yields: [] },
  ],
};
