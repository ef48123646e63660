import type { LogFormat } from './format.js';

/** Chainer's table on the terminal, also ESPnet1's; below each row a bar is painted and wiped. */
export const chainer: LogFormat = {
  id: 'chainer',
  title: 'Chainer report',
  source: 'chainer/training/extensions/print_report.py (source; logs in public repositories)',
  columns: [/^epoch$/, /^main\/loss/],
  samples: [
    {
      lines: [
        'epoch       main/loss   validation/main/loss  main/accuracy  elapsed_time',
        '1           0.192512    0.0951234             0.9412         10.2512       ',
        '     total [##................................................]  5.00%',
        '       600 iter, 1 epoch / 20 epochs',
      ],
      yields: [
        { name: 'main/loss', value: 0.192512, epoch: 1, split: 'train' },
        { name: 'validation/main/loss', value: 0.0951234, epoch: 1, split: 'val' },
        { name: 'main/accuracy', value: 0.9412, epoch: 1, split: 'train' },
      ],
    },
    {
      lines: [
        'epoch       iteration   main/loss   main/loss_ctc  validation/main/loss  main/acc  elapsed_time',
        '0           100         210.531     301.25                               0.142     85.3          ',
        '1           300         170.25      240.5          150.25                0.211     265.3         ',
      ],
      yields: [
        { name: 'main/loss', value: 210.531, epoch: 0, step: 100, split: 'train' },
        { name: 'main/loss_ctc', value: 301.25, step: 100, split: 'train' },
        { name: 'main/acc', value: 0.142, step: 100, split: 'train' },
        { name: 'main/loss', value: 170.25, epoch: 1, step: 300, split: 'train' },
        { name: 'main/loss_ctc', value: 240.5, step: 300, split: 'train' },
        { name: 'validation/main/loss', value: 150.25, step: 300, split: 'val' },
        { name: 'main/acc', value: 0.211, step: 300, split: 'train' },
      ],
    },
    { lines: ['epoch       main/loss', 'are printed below'], yields: [] },
  ],
};
