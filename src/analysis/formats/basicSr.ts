import type { LogFormat } from './format.js';

/**
 * BasicSR (Real-ESRGAN, GFPGAN, SwinIR and kin): the rate stands in a tuple before the losses, and
 * the validation is a list under the name of its set, each with its best so far behind it.
 */
export const basicSr: LogFormat = {
  id: 'basicsr',
  title: 'BasicSR',
  source: 'XPixelGroup/BasicSR utils/logger.py, models/sr_model.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^(?:\[[^\]]{1,40}\])?\[epoch: {0,6}(?<epoch>\d+), iter: {0,10}(?<step>[\d,]{1,12}), lr:\((?<lr>[\d.e+-]{1,20}),[^)]{0,40}\)\] (?:\[eta: [^\]]{1,80}\] )?(?<pairs>\w+: .+)$/,
      values: { lr: 'lr' },
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^# (?<pairs>\w{1,20}: -?\d[\d.e+-]{0,20})\s+Best: -?\d/,
    },
  ],
  samples: [
    {
      lines: [
        '2021-05-01 10:00:00,123 INFO: [EDSR_..][epoch:  0, iter:     100, lr:(2.000e-04,)] [eta: 1 day, 2:01:04, time (data): 0.512 (0.012)] l_pix: 2.1123e-02',
        '2021-05-01 10:00:50,123 INFO: [EDSR_..][epoch:  0, iter:   1,200, lr:(1.000e-04,)] [eta: 2:01:04, time (data): 0.512 (0.012)] l_pix: 2.0123e-02',
        '2021-05-01 10:01:00,123 INFO: Validation Set5',
        '\t # psnr: 30.1234\tBest: 31.5000 @ 1000 iter',
        '\t # ssim: 0.8123\tBest: 0.8200 @ 1000 iter',
      ],
      yields: [
        { name: 'lr', value: 2e-4, step: 100 },
        { name: 'l_pix', value: 0.021123, split: 'train', step: 100 },
        { name: 'lr', value: 1e-4, step: 1200 },
        { name: 'l_pix', value: 0.020123, split: 'train', step: 1200 },
        { name: 'psnr', value: 30.1234, split: 'val' },
        { name: 'ssim', value: 0.8123, split: 'val' },
      ],
    },
    { lines: ['# psnr: see the table\tBest: none'], yields: [] },
  ],
};
