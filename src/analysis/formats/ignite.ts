import type { LogFormat } from './format.js';

/** The examples of PyTorch-Ignite, copied into many programs. */
export const ignite: LogFormat = {
  id: 'ignite',
  title: 'PyTorch-Ignite',
  source: 'pytorch/ignite examples/mnist, contrib/cifar10 (source)',
  signature: /^Epoch\[\d+\],? Iter(?:ation)?\[\d+|^(?:Training|Validation) Results - Epoch: \d/,
  samples: [
    {
      lines: [
        'Epoch[1] Iteration[10/100] Loss: 0.3512',
        'Training Results - Epoch: 1  Avg accuracy: 0.93 Avg loss: 0.22',
        'Validation Results - Epoch: 1  Avg accuracy: 0.94 Avg loss: 0.20',
      ],
      yields: [
        { name: 'Loss', value: 0.3512, epoch: 0.1, step: 10, split: 'train' },
        { name: 'Avg accuracy', value: 0.93, epoch: 1, split: 'train' },
        { name: 'Avg loss', value: 0.22, epoch: 1, split: 'train' },
        { name: 'Avg accuracy', value: 0.94, epoch: 1, split: 'val' },
        { name: 'Avg loss', value: 0.2, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['Epoch[1] Complete. Time taken: 00:00:10.123'], yields: [] },
  ],
};
