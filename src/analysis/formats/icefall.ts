import type { LogFormat } from './format.js';

/**
 * icefall (k2). `loss[…]` is this batch, `tot_loss[…]` a running mean under the same names, of which
 * the total is kept. Every process prints; only the first one counts.
 */
export const icefall: LogFormat = {
  id: 'icefall',
  title: 'icefall',
  source: 'k2-fsa/icefall egs/*/ASR/*/train.py (source; logs in public documentation)',
  lines: [
    { says: 'nothing', pattern: /^\([1-9]\d{0,4}\/\d{1,5}\) Epoch \d/ },
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern:
        /^(?:\(0\/\d{1,5}\) )?Epoch (?<epoch>\d{1,6}), batch (?<step>\d{1,9}), .{0,80}?loss\[(?<pairs>[^\]]{1,600})\], tot_loss\[loss=(?<total>[-\d.naife]{1,24})(?:.{1,600}\blr: (?<rate>[-\d.e]{1,16}))?/,
      values: { total: 'tot_loss', rate: 'lr' },
    },
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern:
        /^Epoch (?<epoch>\d{1,6}), batch (?<step>\d{1,9}), (?:batch avg ctc loss (?<ctc>[\d.]{1,16}), batch avg att loss (?<att>[\d.]{1,16}), )?batch avg loss (?<loss>[\d.]{1,16}), .{0,120}?total avg loss: (?<total>[\d.]{1,16})/,
      values: { ctc: 'ctc loss', att: 'att loss', loss: 'loss', total: 'total avg loss' },
    },
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^(?:\(0\/\d{1,5}\) )?Epoch (?<epoch>\d{1,6}), validation: (?<pairs>loss=.{1,600}?), {1,2}over /,
    },
  ],
  samples: [
    {
      lines: [
        '2022-03-01 12:01:00,123 INFO [train.py:812] (0/4) Epoch 1, batch 50, loss[loss=1.312, simple_loss=1.202, over 7215.00 frames. ], tot_loss[loss=2.112, simple_loss=2.02, over 152150.00 frames. ], batch size: 18, lr: 3.00e-03, grad_scale: 2.0',
        '2022-03-01 12:01:00,123 INFO [train.py:812] (1/4) Epoch 1, batch 50, loss[loss=1.412, simple_loss=1.302, over 7215.00 frames. ], tot_loss[loss=2.212, simple_loss=2.12, over 152150.00 frames. ], batch size: 18, lr: 3.00e-03, grad_scale: 2.0',
        '2022-03-01 12:02:10,123 INFO [train.py:846] (0/4) Epoch 1, validation: loss=0.912, simple_loss=0.812, over 944034.00 frames. ',
      ],
      yields: [
        { name: 'tot_loss', value: 2.112, epoch: 1, step: 50, split: 'train' },
        { name: 'lr', value: 0.003, epoch: 1, step: 50 },
        { name: 'loss', value: 1.312, epoch: 1, step: 50, split: 'train' },
        { name: 'simple_loss', value: 1.202, epoch: 1, step: 50, split: 'train' },
        { name: 'loss', value: 0.912, epoch: 1, split: 'val' },
        { name: 'simple_loss', value: 0.812, epoch: 1, split: 'val' },
      ],
    },
    {
      lines: [
        'INFO [train.py:422] Epoch 0, batch 10, loss[loss=0.4561, over 2828.00 frames. ], tot_loss[loss=0.7076, over 22192.90 frames. ], batch size: 4',
      ],
      yields: [
        { name: 'tot_loss', value: 0.7076, epoch: 0, step: 10, split: 'train' },
        { name: 'loss', value: 0.4561, epoch: 0, step: 10, split: 'train' },
      ],
    },
    {
      lines: [
        '2021-09-01 12:00:00,123 INFO [train.py:451] Epoch 0, batch 10, batch avg ctc loss 6.1234, batch avg att loss 0.8123, batch avg loss 2.5512, total avg ctc loss: 6.5234, total avg att loss: 0.8523, total avg loss: 2.6512, batch size: 18',
      ],
      yields: [
        { name: 'ctc loss', value: 6.1234, epoch: 0, step: 10, split: 'train' },
        { name: 'att loss', value: 0.8123, epoch: 0, step: 10 },
        { name: 'loss', value: 2.5512, epoch: 0, step: 10 },
        { name: 'total avg loss', value: 2.6512, epoch: 0, step: 10, split: 'train' },
      ],
    },
    { lines: ['INFO [train.py:837] (0/4) Computing validation loss'], yields: [] },
  ],
};
