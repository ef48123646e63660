import type { LogFormat } from './format.js';

/** Darknet names its numbers behind them: batch, loss, running mean of the loss, learning rate. */
export const darknet: LogFormat = {
  id: 'darknet',
  title: 'Darknet',
  source: 'darknet detector train',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^(?<step>\d+): (?<loss>\S{1,20}), (?<avg>\S{1,20}) avg(?: loss)?, (?<rate>\S{1,20}) rate, \S{1,20} seconds, \d+ images/,
      values: { loss: 'loss', avg: 'avg loss', rate: 'lr' },
    },
  ],
  samples: [
    {
      lines: ['1000: 0.728614, -nan avg, 0.001000 rate, 13.602742 seconds, 64000 images'],
      yields: [
        { name: 'loss', value: 0.728614, step: 1000, split: 'train' },
        { name: 'avg loss', value: Number.NaN, step: 1000 },
        { name: 'lr', value: 0.001, step: 1000 },
      ],
    },
    { lines: ['1000: 0.5, 0.4 avg, 3 rate limits hit'], yields: [] },
  ],
};
