import type { LogFormat } from './format.js';

/** Megatron-LM's bars of fields; validation repeats the iteration, and its PPL is exp(loss). */
export const megatron: LogFormat = {
  id: 'megatron-lm',
  title: 'Megatron-LM',
  source: 'NVIDIA/Megatron-LM training.py, also Megatron-DeepSpeed and GPT-NeoX (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^(?:samples\/sec: \S{1,20} \| )?iteration +(?<step>\d+)\/ *(?<steps>\d+) \| (?<pairs>.*\b(?:elapsed time per iteration|learning rate)\b.*)$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^validation (?:loss|results) at (?:iteration|step) (?<step>\d+)(?: on [\w ]{1,30}set)? \| (?<pairs>.+)$/,
    },
  ],
  samples: [
    {
      lines: [
        ' iteration      100/  5000 | consumed samples:        25600 | elapsed time per iteration (ms): 812.3 | learning rate: 1.500E-05 | global batch size:   256 | lm loss: 6.912345E+00 | loss scale: 1.0 | grad norm: 1.234 | number of skipped iterations:   0 | number of nan iterations:   0 |',
        ' [2024-03-01 10:00:00] iteration      200/  5000 | consumed samples:        51200 | elapsed time per iteration (ms): 812.3 | learning rate: 3.000E-05 | global batch size:   256 | lm loss: 6.5E+00 | loss scale: 1.0 | grad norm: 1.134 | number of skipped iterations:   0 | number of nan iterations:   0 |',
        ' validation loss at iteration 200 | lm loss value: 6.412345E+00 | lm loss PPL: 6.093456E+02 |',
      ],
      yields: [
        { name: 'learning rate', value: 1.5e-5, step: 100, steps: 5000 },
        { name: 'lm loss', value: 6.912345, split: 'train', step: 100 },
        { name: 'grad norm', value: 1.234, step: 100 },
        { name: 'learning rate', value: 3e-5, step: 200 },
        { name: 'lm loss', value: 6.5, split: 'train', step: 200 },
        { name: 'grad norm', value: 1.134, step: 200 },
        { name: 'lm loss value', value: 6.412345, split: 'val', step: 200 },
        { name: 'lm loss PPL', value: 609.3456, split: 'val', step: 200 },
      ],
    },
    {
      lines: [
        ' samples/sec: 31.173 | iteration      100/  5000 | elapsed time per iteration (ms): 1026.5 | learning rate: 1.200E-05 | approx flops per GPU: 40.1TFLOPS | lm_loss: 7.112345E+00 | loss scale: 4096.0 | number of skipped iterations:   0 | number of nan iterations:   0 |',
        ' validation results at iteration 100 | lm_loss value: 6.912345E+00 | lm_loss_ppl value: 1.004579E+03 |',
      ],
      yields: [
        { name: 'learning rate', value: 1.2e-5, step: 100, steps: 5000 },
        { name: 'lm_loss', value: 7.112345, split: 'train', step: 100 },
        { name: 'lm_loss value', value: 6.912345, split: 'val', step: 100 },
        { name: 'lm_loss_ppl value', value: 1004.579, split: 'val', step: 100 },
      ],
    },
    { lines: [' iteration 100/ 5000 | waiting for the data loader'], yields: [] },
  ],
};
