import type { LogFormat } from './format.js';

/** skorch's table; colours mark the best cells. */
export const skorch: LogFormat = {
  id: 'skorch',
  title: 'skorch',
  source: 'skorch/callbacks/logging.py PrintLog (source)',
  columns: [/^epoch$/, /^train_loss$/, /^dur$/],
  samples: [
    {
      lines: [
        '  epoch    train_loss    valid_acc    valid_loss     dur',
        '-------  ------------  -----------  ------------  ------',
        '      1        \u001b[36m0.6912\u001b[0m       \u001b[32m0.5123\u001b[0m        \u001b[35m0.6812\u001b[0m  0.0512',
      ],
      yields: [
        { name: 'train_loss', value: 0.6912, epoch: 1, split: 'train' },
        { name: 'valid_acc', value: 0.5123, epoch: 1, split: 'val' },
        { name: 'valid_loss', value: 0.6812, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['  epoch    train_loss    dur', 'are the columns'], yields: [] },
  ],
};
