import type { LogFormat } from './format.js';

/** Marian: epoch, update, sentences, cost; a validation line for each metric. */
export const marian: LogFormat = {
  id: 'marian',
  title: 'Marian',
  source: 'marian-dev src/training/scheduler.h (source; logs in public repositories)',
  signature: /^(?:\[valid\] )?Ep\. \d+ : Up\. \d+ : /,
  samples: [
    {
      lines: [
        '[2021-03-01 12:00:10] Ep. 1 : Up. 500 : Sen. 25,012 : Cost 9.51234567 * 812,302 after 812,302 : Time 95.12s : 8540.51 words/s : L.r. 9.3750e-06',
        '[2021-03-01 12:02:10] [valid] Ep. 1 : Up. 500 : cross-entropy : 150.12 : new best',
        '[2021-03-01 12:02:46] [valid] Ep. 1 : Up. 500 : bleu : 0.52 : stalled 1 times (last best: 150.12)',
      ],
      yields: [
        { name: 'Cost', value: 9.51234567, epoch: 1, step: 500, split: 'train' },
        { name: 'L.r.', value: 9.375e-6, epoch: 1, step: 500 },
        { name: 'cross-entropy', value: 150.12, epoch: 1, step: 500, split: 'val' },
        { name: 'bleu', value: 0.52, epoch: 1, step: 500, split: 'val' },
      ],
    },
    { lines: ['[2021-03-01 12:00:00] [config] cost-type: ce-mean-words'], yields: [] },
  ],
};
