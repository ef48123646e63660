import type { LogFormat } from './format.js';

/** Marian: epoch, update, sentences, cost; a validation line for each metric, also of one's own making. */
export const marian: LogFormat = {
  id: 'marian',
  title: 'Marian',
  source: 'marian-dev src/training/scheduler.h (source; logs in public repositories)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Ep\. (?<epoch>[\d.]{1,12}) : Up\. (?<step>\d{1,12}) : Sen\. [\d,]{1,20} : Cost (?<cost>[-\d.naif]{1,24})(?: .{0,160}?: L\.r\. (?<rate>[-\d.e]{1,16}))?/,
      values: { cost: 'Cost', rate: 'L.r.' },
    },
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^\[valid\] Ep\. (?<epoch>[\d.]{1,12}) : Up\. (?<step>\d{1,12}) : (?<name>[\w-]{1,40}) : (?<pairs>[-\d.naife]{1,24}) : /,
    },
  ],
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
    {
      lines: [
        '2022-05-01 21:54:09 [2022-05-01 14:54:07 mpi:0] Ep. 24.151 : Up. 20785 : Sen. 646,829,638 : Cost 0.12538165 * 25,437,554 @ 2,305,265 after 24,150,553,337 : Time 21.29s : 1193424.53 words/s : gNorm 0.0552 : L.r. 6.5259e-04',
        '[2019-01-15 06:33:08] [valid] Ep. 25 : Up. 25000 : translation : 3.71 : new best',
      ],
      yields: [
        { name: 'Cost', value: 0.12538165, epoch: 24.151, step: 20785, split: 'train' },
        { name: 'L.r.', value: 6.5259e-4, step: 20785 },
        { name: 'translation', value: 3.71, epoch: 25, step: 25000, split: 'val' },
      ],
    },
    { lines: ['[2021-03-01 12:00:00] [config] cost-type: ce-mean-words'], yields: [] },
  ],
};
