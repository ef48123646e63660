import type { LogFormat } from './format.js';

/** verl prints all metrics of a step on one line, each under its part of the algorithm. */
export const verl: LogFormat = {
  id: 'verl',
  title: 'verl',
  source: 'volcengine/verl utils/logger/aggregate_logger.py (source)',
  signature: /^step:\d+ - [\w/@.-]{1,80}:.{1,20} - .{0,2000}\bactor\//,
  samples: [
    {
      lines: [
        '(TaskRunner pid=12345) step:1 - global_seqlen/min:5012.000 - actor/entropy:0.512 - actor/pg_loss:0.011 - actor/grad_norm:0.312 - critic/score/mean:0.112 - timing_s/step:55.1',
        '(TaskRunner pid=12345) step:2 - global_seqlen/min:5013.000 - actor/entropy:0.502 - actor/pg_loss:0.010 - actor/grad_norm:0.302 - critic/score/mean:0.122 - timing_s/step:54.1',
      ],
      yields: [
        { name: 'actor/entropy', value: 0.512, step: 1 },
        { name: 'actor/pg_loss', value: 0.011, step: 1 },
        { name: 'actor/grad_norm', value: 0.312, step: 1 },
        { name: 'critic/score/mean', value: 0.112, step: 1 },
        { name: 'actor/entropy', value: 0.502, step: 2 },
        { name: 'actor/pg_loss', value: 0.01, step: 2 },
        { name: 'actor/grad_norm', value: 0.302, step: 2 },
        { name: 'critic/score/mean', value: 0.122, step: 2 },
      ],
    },
    { lines: ['(TaskRunner pid=12345) step:1 - actor/checkpoint saved'], yields: [] },
  ],
};

/** torchtune's log file; its bar names the loss before it and runs over the epoch. */
export const torchtune: LogFormat = {
  id: 'torchtune',
  title: 'torchtune',
  source: 'pytorch/torchtune training/metric_logging.py DiskLogger (source)',
  signature: /^Step \d+ \| (?:\w{1,40}:\S{1,30} ){0,20}tokens_per_second_per_gpu:/,
  samples: [
    {
      lines: [
        'Step 1 | loss:1.7212345 lr:6.6e-06 tokens_per_second_per_gpu:1234.5 peak_memory_active:14.1',
        'Step 2 | loss:1.6212345 lr:1.3e-05 tokens_per_second_per_gpu:1234.5 peak_memory_active:14.1',
      ],
      yields: [
        { name: 'loss', value: 1.7212345, split: 'train', step: 1 },
        { name: 'lr', value: 6.6e-6, step: 1 },
        { name: 'loss', value: 1.6212345, split: 'train', step: 2 },
        { name: 'lr', value: 1.3e-5, step: 2 },
      ],
    },
    { lines: ['Step 1 | tokens_per_second_per_gpu:1234.5 peak_memory_active:14.1'], yields: [] },
  ],
};
