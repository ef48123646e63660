import type { LogFormat } from './format.js';

/** PaddleOCR: training by global step, an evaluation as "cur metric"; "best metric" repeats one. */
export const paddleOcr: LogFormat = {
  id: 'paddleocr',
  title: 'PaddleOCR',
  source: 'PaddleOCR tools/program.py (source; logs in public repositories)',
  signature: /^(?:ppocr|root) INFO: epoch: \[\d+\/\d+\], (?:global_step|iter): \d/,
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern: /^(?:ppocr|root) INFO: cur metric, (?<pairs>.+)$/,
    },
    { says: 'nothing', pattern: /^(?:ppocr|root) INFO: best metric, / },
  ],
  samples: [
    {
      lines: [
        '[2021/03/01 12:00:00] ppocr INFO: epoch: [1/500], global_step: 10, lr: 0.001000, acc: 0.051, loss: 35.123, avg_reader_cost: 0.51 s, avg_batch_cost: 0.91 s, ips: 280.5 samples/s, eta: 1 day, 2:03:04',
        '[2021/03/01 12:10:00] ppocr INFO: cur metric, acc: 0.412, norm_edit_dis: 0.61, fps: 1204.5',
        '[2021/03/01 12:10:01] ppocr INFO: best metric, acc: 0.412, is_float16: False, norm_edit_dis: 0.61, fps: 1204.5, best_epoch: 1, start_epoch: 1',
      ],
      yields: [
        { name: 'lr', value: 0.001, step: 10, epoch: 1 },
        { name: 'acc', value: 0.051, step: 10, split: 'train' },
        { name: 'loss', value: 35.123, step: 10, split: 'train' },
        { name: 'acc', value: 0.412, epoch: 1, split: 'val' },
        { name: 'norm_edit_dis', value: 0.61, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['[2021/03/01 12:00:00] ppocr INFO: epoch: will be saved in ./output'], yields: [] },
  ],
};
