import type { LogFormat } from './format.js';

/** The bar of Paddle's high-level `Model.fit`, one line for each paint: the last one is the point. */
export const paddleHapi: LogFormat = {
  id: 'paddle-hapi',
  title: 'Paddle Model.fit',
  source: 'paddle/hapi/progressbar.py, callbacks.ProgBarLogger (source)',
  lines: [
    { says: 'position', split: 'val', pattern: /^Eval begin\.\.\.$/ },
    {
      says: 'metrics',
      pattern:
        /^step {1,12}(?<done>\d{1,9})\/(?<total>\d{1,9}) (?:\[[=>.]{1,60}\] )?- (?<pairs>[\w./ -]{1,60}: .+?) - (?:ETA: \S{1,12} - )?[\d.]{1,9}m?s\/step/,
    },
  ],
  samples: [
    {
      lines: [
        'Epoch 1/2',
        'step  10/938 - loss: 2.2512 - acc: 0.1512 - 20ms/step',
        'step 938/938 - loss: 0.0512 - acc: 0.9312 - 15ms/step',
        'Eval begin...',
        'step  10/157 - loss: 0.1512 - acc: 0.9512 - 9ms/step',
        'step 157/157 - loss: 0.0212 - acc: 0.9712 - 8ms/step',
        'Epoch 2/2',
      ],
      yields: [
        { name: 'loss', value: 0.0512, epoch: 1, split: 'train' },
        { name: 'acc', value: 0.9312, epoch: 1, split: 'train' },
        { name: 'loss', value: 0.0212, epoch: 1, split: 'val' },
        { name: 'acc', value: 0.9712, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['step 1/3 - loss: see below'], yields: [] },
  ],
};
