import type { LogFormat } from './format.js';

/** YOLOX puts epoch, iteration, memory and clocks before its losses, and the rate behind them. */
export const yolox: LogFormat = {
  id: 'yolox',
  title: 'YOLOX',
  source: 'Megvii-BaseDetection/YOLOX core/trainer.py (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^epoch: (?<epoch>\d+)\/(?<epochs>\d+), iter: (?<step>\d+)\/(?<steps>\d+), (?:gpu )?mem: [^,]{1,20}, .{0,60}\bdata_time: [^,]{1,20}, (?<pairs>\w+: .+), size: /,
    },
  ],
  samples: [
    {
      lines: [
        '2021-08-19 13:54:28 | INFO     | yolox.core.trainer:254 - epoch: 1/300, iter: 50/100, gpu mem: 5000Mb, mem: 20.1Gb, iter_time: 0.512s, data_time: 0.012s, total_loss: 15.3, iou_loss: 4.5, l1_loss: 0.0, conf_loss: 8.9, cls_loss: 1.9, lr: 1.200e-06, size: 640, ETA: 5 days, 2:01:04',
      ],
      yields: [
        { name: 'total_loss', value: 15.3, split: 'train', epoch: 0.5, step: 50, steps: 30000 },
        { name: 'iou_loss', value: 4.5, split: 'train', step: 50 },
        { name: 'l1_loss', value: 0, split: 'train', step: 50 },
        { name: 'conf_loss', value: 8.9, split: 'train', step: 50 },
        { name: 'cls_loss', value: 1.9, split: 'train', step: 50 },
        { name: 'lr', value: 1.2e-6, step: 50 },
      ],
    },
    {
      lines: [
        '2021-08-19 13:54:28 | INFO     | yolox.core.trainer:202 - ---> start train epoch1',
        '2021-08-19 13:54:28 | INFO     | yolox.core.trainer:312 - Save weights to ./YOLOX_outputs/yolox_s',
      ],
      yields: [],
    },
  ],
};
