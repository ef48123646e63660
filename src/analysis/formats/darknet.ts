import type { LogFormat } from './format.js';

/**
 * Darknet names its numbers behind them: batch, loss, running mean of the loss, learning rate. The
 * Region lines between them are of one image group each, several a batch, and are left out on purpose.
 */
export const darknet: LogFormat = {
  id: 'darknet',
  title: 'Darknet',
  source: 'darknet detector train, pjreddie and AlexeyAB (source)',
  lines: [
    {
      says: 'metrics',
      pattern:
        /^(?<step>\d+): (?<loss>[^\s,]{1,20}), (?<avg>[^\s,]{1,20}) avg(?: loss)?, (?<rate>[^\s,]{1,20}) rate, [^\s,]{1,20} seconds, \d+ images/,
      values: { loss: 'loss', avg: 'avg loss', rate: 'lr' },
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^mean average precision \(mAP@[\d.]{1,6}\) = (?<map>[^\s,]{1,20}), or /,
      values: { map: 'mAP' },
    },
    {
      says: 'nothing',
      pattern:
        /^(?:v3 \(\w+ loss, |Region \d+ Avg |Last accuracy mAP@|mean_average_precision \(mAP@|\(next mAP calculation)/,
    },
  ],
  samples: [
    {
      lines: [
        'Region 82 Avg IOU: 0.798363, Class: 0.893232, Obj: 0.700808, No Obj: 0.004567, .5R: 1.000000, .75R: 0.714286,  count: 7',
        'v3 (mse loss, Normalizer: (iou: 0.75, obj: 1.00, cls: 1.00) Region 94 Avg (IOU: 0.31), count: 3, class_loss = 1.23, iou_loss = 0.12, total_loss = 1.35',
        ' 1000: 0.728614, -nan avg loss, 0.001000 rate, 13.602742 seconds, 64000 images, 5.2 hours left',
        ' mean average precision (mAP@0.50) = 0.851234, or 85.12 %',
        ' mean_average_precision (mAP@0.50) = 0.851234',
        ' Last accuracy mAP@0.50 = 85.12 %, best = 86.12 %',
      ],
      yields: [
        { name: 'loss', value: 0.728614, step: 1000, split: 'train' },
        { name: 'avg loss', value: Number.NaN, step: 1000 },
        { name: 'lr', value: 0.001, step: 1000 },
        { name: 'mAP', value: 0.851234, step: 1000, split: 'val' },
      ],
    },
    { lines: ['1000: 0.5, 0.4 avg, 3 rate limits hit'], yields: [] },
  ],
};
