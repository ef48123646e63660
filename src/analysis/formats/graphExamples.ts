import type { LogFormat } from './format.js';

/** The examples of PyTorch Geometric and OGB: accuracies under the bare name of their split. */
export const pyGeometric: LogFormat = {
  id: 'pyg',
  title: 'PyTorch Geometric examples',
  source: 'pyg-team/pytorch_geometric examples, snap-stanford/ogb examples (source)',
  signature: /^(?:Run: \d+, )?Epoch: \d{2,3}, Loss: [\d.]+, (?:Train|Val)/,
  samples: [
    {
      lines: ['Epoch: 001, Loss: 1.9512, Train: 0.3512, Val: 0.2512, Test: 0.2612'],
      yields: [
        { name: 'Loss', value: 1.9512, epoch: 1, split: 'train' },
        { name: 'Train', value: 0.3512, epoch: 1, split: 'train' },
        { name: 'Val', value: 0.2512, epoch: 1, split: 'val' },
        { name: 'Test', value: 0.2612, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['Epoch: 001, done in 2 sec'], yields: [] },
  ],
};

/** The examples of the Deep Graph Library: five digits for the epoch, fields between bars. */
export const dgl: LogFormat = {
  id: 'dgl',
  title: 'DGL examples',
  source: 'dmlc/dgl examples/pytorch (source)',
  signature: /^Epoch \d{5} \| /,
  samples: [
    {
      lines: ['Epoch 00005 | Time(s) 0.0123 | Loss 1.2512 | Train Acc 0.3512 | Val Acc 0.4512'],
      yields: [
        { name: 'Loss', value: 1.2512, epoch: 5, split: 'train' },
        { name: 'Train Acc', value: 0.3512, epoch: 5, split: 'train' },
        { name: 'Val Acc', value: 0.4512, epoch: 5, split: 'val' },
      ],
    },
    { lines: ['Epoch 00005 | saved'], yields: [] },
  ],
};
