import type { LogFormat } from './format.js';

/** nanoGPT prints both splits on one line at each evaluation and the batch loss in between. */
export const nanoGpt: LogFormat = {
  id: 'nanogpt',
  title: 'nanoGPT',
  source: 'karpathy/nanoGPT train.py',
  lines: [
    {
      says: 'metrics',
      pattern: /^step (?<step>\d+): (?<pairs>train loss \S{1,20}, val loss \S{1,20})\s*$/,
    },
    {
      says: 'metrics',
      pattern: /^iter (?<step>\d+): (?<pairs>loss \S{1,20}), time \S{1,20}, mfu \S{1,20}\s*$/,
    },
  ],
  samples: [
    {
      lines: ['step 250: train loss 2.1, val loss 2.3', 'iter 250: loss 3.2, time 12ms, mfu 1%'],
      yields: [
        { name: 'train loss', value: 2.1, step: 250, split: 'train' },
        { name: 'val loss', value: 2.3, step: 250, split: 'val' },
        { name: 'loss', value: 3.2, step: 250, split: 'train' },
      ],
    },
    { lines: ['step 250: train loss is still high'], yields: [] },
  ],
};

/** build-nanogpt's `log.txt`: step, what, value, and no names. */
export const buildNanoGptLog: LogFormat = {
  id: 'build-nanogpt-log',
  title: 'build-nanogpt log.txt',
  source: 'karpathy/build-nanogpt train_gpt2.py',
  signature: /^\d+ (?:train|val|hella) \d+\.\d+\s*$/,
  samples: [
    {
      lines: ['0 val 10.9512', '0 hella 0.2463', '0 train 10.955029', '1 train 10.655029'],
      yields: [
        { name: 'val', value: 10.9512, step: 0, split: 'val' },
        { name: 'hella', value: 0.2463, step: 0, split: 'val' },
        { name: 'train', value: 10.955029, step: 0, split: 'train' },
        { name: 'train', value: 10.655029, step: 1, split: 'train' },
      ],
    },
    { lines: ['12 train cars were counted', '14 val d'], yields: [] },
  ],
};

/** Its print: the validation stands before the line of the step that it belongs to. */
export const buildNanoGpt: LogFormat = {
  id: 'build-nanogpt',
  title: 'build-nanogpt',
  source: 'karpathy/build-nanogpt train_gpt2.py',
  signature: /^step +\d+ \| loss: \S{1,20} \| lr \S{1,20} \| norm: /,
  samples: [
    {
      lines: [
        'validation loss: 10.9864',
        'HellaSwag accuracy: 2508/10042=0.2498',
        'step     0 | loss: 10.974887 | lr 1.6783e-06 | norm: 22.6 | dt: 704.72ms | tok/sec: 743961.34',
        'step     1 | loss: 9.974887 | lr 1.7e-06 | norm: 20.6 | dt: 704.72ms | tok/sec: 743961.34',
      ],
      yields: [
        { name: 'validation loss', value: 10.9864, step: 0, split: 'val' },
        { name: 'HellaSwag accuracy', value: 0.2498, step: 0 },
        { name: 'loss', value: 10.974887, step: 0, split: 'train' },
        { name: 'lr', value: 1.6783e-6, step: 0 },
        { name: 'norm', value: 22.6, step: 0 },
        { name: 'loss', value: 9.974887, step: 1, split: 'train' },
        { name: 'lr', value: 1.7e-6, step: 1 },
        { name: 'norm', value: 20.6, step: 1 },
      ],
    },
    { lines: ['step | loss | lr | norm are the columns'], yields: [] },
  ],
};
