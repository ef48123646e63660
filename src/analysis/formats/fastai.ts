import type { LogFormat } from './format.js';

/** fastai's table, drawn row by row: an epoch, both losses, metrics on the validation set, a clock. */
export const fastai: LogFormat = {
  id: 'fastai',
  title: 'fastai table',
  source: 'fastai Recorder and ProgressCallback (documentation)',
  columns: [/^epoch$/, /^train_loss$/, /^valid_loss$/, /^time$/],
  held: /^(?!train_loss$)/,
  samples: [
    {
      lines: [
        'epoch     train_loss  valid_loss  error_rate  time    ',
        '0         1.929688    1.919000    0.550000    00:17     ',
        '1         1.786802    1.745829    0.445876    00:18     ',
      ],
      yields: [
        { name: 'train_loss', value: 1.929688, split: 'train', epoch: 0 },
        { name: 'valid_loss', value: 1.919, split: 'val', epoch: 0 },
        { name: 'error_rate', value: 0.55, split: 'val', epoch: 0 },
        { name: 'train_loss', value: 1.786802, epoch: 1 },
        { name: 'valid_loss', value: 1.745829, epoch: 1 },
        { name: 'error_rate', value: 0.445876, epoch: 1 },
      ],
    },
    {
      lines: [
        'epoch     train_loss  valid_loss  accuracy  time    ',
        '0         #na#        1.919000    0.550000  00:17     ',
      ],
      yields: [
        { name: 'valid_loss', value: 1.919, split: 'val', epoch: 0 },
        { name: 'accuracy', value: 0.55, split: 'val', epoch: 0 },
      ],
    },
    {
      lines: ['epoch  train_loss  valid_loss  time', 'are the columns of the table above'],
      yields: [],
    },
  ],
};
