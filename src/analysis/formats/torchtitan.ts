import type { LogFormat } from './format.js';

/** torchtitan colours each field; memory, throughput and utilisation stand behind the metrics. */
export const torchtitan: LogFormat = {
  id: 'torchtitan',
  title: 'torchtitan',
  source: 'pytorch/torchtitan components/metrics.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^step: {1,8}(?<step>\d+) {2}(?<pairs>loss: {1,4}\S{1,20}(?: {2}grad_norm: {1,4}\S{1,20})?(?: {2}lr: {1,4}\S{1,20})?) {2}memory: /,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^validate step: {1,8}(?<step>\d+) {2}(?<pairs>loss: {1,4}\S{1,20}) {2}memory: /,
    },
  ],
  samples: [
    {
      lines: [
        '[rank0]:[titan] 2025-01-02 10:00:00,123 - root - INFO - \u001b[31mstep:  1  \u001b[32mloss:  8.1234  \u001b[38;2;180;60;0mgrad_norm:  2.1234  \u001b[33mmemory:  4.53GiB(4.77%)  \u001b[34mtps: 1,234  \u001b[36mtflops: 10.12  \u001b[35mmfu: 3.25%\u001b[39m',
        '[rank0]:[titan] 2025-01-02 10:00:10,123 - root - INFO - \u001b[31mstep: 10  \u001b[32mloss:  7.1234  \u001b[33mmemory:  4.53GiB(4.77%)  \u001b[34mtps: 1,234\u001b[39m',
        '[rank0]:[titan] 2025-01-02 10:00:12,123 - root - INFO - \u001b[31mvalidate step: 10  \u001b[32mloss:  7.0234  \u001b[33mmemory:  4.53GiB(4.77%)  \u001b[34mtps: 1,234\u001b[39m',
      ],
      yields: [
        { name: 'loss', value: 8.1234, split: 'train', step: 1 },
        { name: 'grad_norm', value: 2.1234, step: 1 },
        { name: 'loss', value: 7.1234, split: 'train', step: 10 },
        { name: 'loss', value: 7.0234, split: 'val', step: 10 },
      ],
    },
    {
      lines: [
        '[titan] 2025-01-02 10:00:00,123 - root - INFO - Training starts at step 1, loss: unknown',
      ],
      yields: [],
    },
  ],
};
