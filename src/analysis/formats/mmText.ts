import type { LogFormat } from './format.js';

/**
 * OpenMMLab's text logs. On validation lines the second bracket counts validation batches
 * (mmengine `[40/40]`) or images (mmcv `[625]`), not training steps: the epoch alone places them,
 * and where a run counts iterations, the training line above does.
 */
export const mmText: LogFormat = {
  id: 'openmmlab',
  title: 'OpenMMLab text log',
  source: 'mmcv 1 TextLoggerHook, mmengine LogProcessor (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Epoch(?:\(train\))? {1,3}\[ *(?<epoch>\d+)\]\[ *(?<step>\d+)\/(?<steps>\d+)\]\s+(?<pairs>(?:base_)?lr: .+)$/,
    },
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Iter(?:\(train\))? {1,3}\[ *(?<step>\d+)\/(?<steps>\d+)\]\s+(?<pairs>(?:base_)?lr: .+)$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^Epoch\((?:val|test)\) {1,3}\[ *(?<epoch>\d+)\]\[[ \d/]{1,20}\]\s+(?<pairs>.+)$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^Iter\((?:val|test)\) {1,3}\[[ \d/]{1,20}\]\s+(?<pairs>.+)$/,
    },
    // The bar of a running validation: only its clock moves.
    { says: 'nothing', pattern: /^(?:Epoch|Iter)\((?:val|test)\) {1,3}\[.{1,40}\]\s+eta: / },
  ],
  samples: [
    {
      lines: [
        '2021-08-01 10:00:00,123 - mmdet - INFO - Epoch [1][50/100]\tlr: 9.890e-04, eta: 1 day, 2:01:04, time: 0.512, data_time: 0.052, memory: 3500, loss_cls: 0.31, acc: 91.1230, loss: 1.2345',
        '2021-08-01 10:01:00,123 - mmdet - INFO - Epoch(val) [1][625]\tbbox_mAP: 0.1230, bbox_mAP_50: 0.2340',
        '2021-08-01 10:02:00,123 - mmdet - INFO - Epoch [2][50/100]\tlr: 9.890e-04, eta: 23:01:04, time: 0.512, data_time: 0.052, memory: 3500, loss_cls: 0.21, acc: 93.1230, loss: 1.0345',
      ],
      yields: [
        { name: 'lr', value: 9.89e-4, epoch: 0.5, step: 50 },
        { name: 'loss_cls', value: 0.31, split: 'train', step: 50 },
        { name: 'acc', value: 91.123, split: 'train', step: 50 },
        { name: 'loss', value: 1.2345, split: 'train', step: 50 },
        { name: 'bbox_mAP', value: 0.123, split: 'val', epoch: 1 },
        { name: 'bbox_mAP_50', value: 0.234, split: 'val', epoch: 1 },
        { name: 'lr', value: 9.89e-4, epoch: 1.5, step: 150 },
        { name: 'loss_cls', value: 0.21, step: 150 },
        { name: 'acc', value: 93.123, step: 150 },
        { name: 'loss', value: 1.0345, epoch: 1.5, step: 150 },
      ],
    },
    {
      lines: [
        '2024/03/12 10:15:32 - mmengine - INFO - Iter(train) [  50/8000]  base_lr: 1.0000e-02 lr: 9.9e-03  eta: 0:02:36  time: 0.1968  data_time: 0.0194  memory: 5121  loss: 2.7  decode.loss_ce: 1.5',
        '2024/03/12 10:15:52 - mmengine - INFO - Iter(val) [250/500]    eta: 0:00:20  time: 0.0900  data_time: 0.0100  memory: 900',
        '2024/03/12 10:16:12 - mmengine - INFO - Iter(val) [500/500]    aAcc: 79.1200  mIoU: 40.2100  data_time: 0.0100  time: 0.0900',
      ],
      yields: [
        { name: 'base_lr', value: 0.01, step: 50, steps: 8000 },
        { name: 'lr', value: 0.0099, step: 50 },
        { name: 'loss', value: 2.7, split: 'train', step: 50 },
        { name: 'decode.loss_ce', value: 1.5, split: 'train', step: 50 },
        { name: 'aAcc', value: 79.12, split: 'val', step: 50 },
        { name: 'mIoU', value: 40.21, split: 'val', step: 50 },
      ],
    },
    {
      lines: ['2024/03/12 10:15:32 - mmengine - INFO - Epoch [1] starts with lr: see config'],
      yields: [],
    },
  ],
};
