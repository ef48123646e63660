import type { LogFormat } from './format.js';

/** DeepSpeed's own lines: the learning rates of its groups are one rate, momenta are no curve. */
export const deepspeed: LogFormat = {
  id: 'deepspeed',
  title: 'DeepSpeed',
  source: 'microsoft/DeepSpeed engine.py, pipe/engine.py, utils/timer.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern: /^step=(?<step>\d+), skipped=\d+, lr=\[(?<lr>[\d.e+-]{1,30})[\],]/,
      values: { lr: 'lr' },
    },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^steps: (?<step>\d+) (?<pairs>loss: \S{1,20}) iter time \(s\): /,
    },
    {
      says: 'position',
      pattern: /^epoch=(?<epoch>\d+)\/micro_step=\d+\/global_step=(?<step>\d+), /,
    },
  ],
  // The training scripts of DeepSpeedExamples.
  signature: /^Epoch: \d+, Step: \d+, Rank: 0, loss = /,
  samples: [
    {
      lines: [
        'Epoch: 0, Step: 10, Rank: 0, loss = 2.5998',
        'Epoch: 0, Step: 20, Rank: 0, loss = 2.4998',
      ],
      yields: [
        { name: 'loss', value: 2.5998, split: 'train', step: 10, epoch: 0 },
        { name: 'loss', value: 2.4998, split: 'train', step: 20, epoch: 0 },
      ],
    },
    {
      lines: [
        '[2025-10-14 09:15:45,772] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=0, lr=[9.65e-06, 9.65e-06], mom=[(0.9, 0.95), (0.9, 0.95)]',
        'steps: 10 loss: 2.5123 iter time (s): 0.512 samples/sec: 31.2',
        '[2025-10-14 09:16:45,772] [INFO] [logging.py:96:log_dist] [Rank 0] step=20, skipped=0, lr=[9.6e-06, 9.6e-06], mom=[(0.9, 0.95), (0.9, 0.95)]',
        'steps: 20 loss: 2.4123 iter time (s): 0.512 samples/sec: 31.2',
      ],
      yields: [
        { name: 'lr', value: 9.65e-6, step: 10 },
        { name: 'loss', value: 2.5123, split: 'train', step: 10 },
        { name: 'lr', value: 9.6e-6, step: 20 },
        { name: 'loss', value: 2.4123, split: 'train', step: 20 },
      ],
    },
    {
      lines: [
        '[2025-10-14 09:15:44,772] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=0, lr=[9.6e-06], mom=[(0.9, 0.95)]',
        '[2025-10-14 09:15:45,772] [INFO] [timer.py:199:stop] epoch=0/micro_step=40/global_step=10, RunningAvgSamplesPerSec=31.2, MemAllocated=4.3GB',
        'training loss: 2.51',
        '[2025-10-14 09:16:45,772] [INFO] [timer.py:199:stop] epoch=0/micro_step=80/global_step=20, RunningAvgSamplesPerSec=31.2, MemAllocated=4.3GB',
        'training loss: 2.41',
      ],
      yields: [
        { name: 'lr', value: 9.6e-6, step: 10 },
        { name: 'training loss', value: 2.51, split: 'train', step: 10 },
        { name: 'training loss', value: 2.41, split: 'train', step: 20 },
      ],
    },
    { lines: ['  optimizer_params ............. {"lr": 0.001, "betas": [0.9, 0.95]}'], yields: [] },
  ],
};
