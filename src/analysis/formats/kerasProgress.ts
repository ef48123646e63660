import type { LogFormat } from './format.js';

/**
 * The progress bar of Keras `model.fit`, repainted with `\r` on a terminal and with `\n` into a
 * file. Numbers on a bar are running means: only the last paint of an epoch is a point, and it alone
 * carries the `val_` numbers.
 */
export const kerasProgress: LogFormat = {
  id: 'keras-progress',
  title: 'Keras progress bar',
  source: 'model.fit(verbose=1 or 2), Keras 2 and 3',
  lines: [
    { says: 'position', pattern: /^Epoch (?<epoch>\d+)\/(?<epochs>\d+)\s*$/ },
    {
      says: 'metrics',
      pattern:
        /^\s*(?<done>\d+)\/(?<total>\d+)\s+(?:\[[=>.\s]{3,}\]|[━╸╺─]+|-\s+\d+m?s\b)[^:]{0,40}?(?:ETA: [\w:]+)?[^:]{0,40}? - (?<pairs>[\w./ ]{1,60}: .+)$/,
    },
  ],
  samples: [
    {
      lines: [
        'Epoch 3/10',
        '400/938 [====>.........] - ETA: 2s - loss: 0.31',
        '938/938 [=====] - 2s 2ms/step - loss: 0.21 - val_loss: nan',
        'Epoch 4/10',
      ],
      yields: [
        { name: 'loss', value: 0.21, epoch: 3, split: 'train' },
        { name: 'val_loss', value: Number.NaN, epoch: 3, split: 'val' },
      ],
    },
    {
      lines: ['Epoch 1/2', '50/50 - 3s - 64ms/step - accuracy: 0.9662 - loss: 0.5274', 'Epoch 2/2'],
      yields: [
        { name: 'accuracy', value: 0.9662, epoch: 1 },
        { name: 'loss', value: 0.5274, epoch: 1 },
      ],
    },
    { lines: ['Epoch 3 was the best so far - loss: low'], yields: [] },
  ],
};
