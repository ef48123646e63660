import type { LogFormat } from './format.js';

/**
 * The `.log.json` of mmcv 1: `mode` says the split, and on `val` lines of a run that counts epochs
 * `iter` is the number of validation samples, not a training step. The learning rate there is carried.
 */
export const mmJson: LogFormat = {
  id: 'mmcv-json',
  title: 'OpenMMLab .log.json',
  source: 'mmcv 1 TextLoggerHook (source)',
  records: [
    {
      quote: '"',
      keys: [/"mode": ?"val"/, /"epoch": ?\d/],
      omits: /^(?:iter|lr)$/,
      place: /"mode": ?"(?<split>val)"/,
    },
    { quote: '"', keys: [/"mode": ?"train"/, /"iter": ?\d/], place: /"mode": ?"(?<split>train)"/ },
  ],
  samples: [
    {
      lines: [
        '{"env_info": "sys.platform: linux", "seed": 0, "exp_name": "config.py"}',
        '{"mode": "train", "epoch": 1, "iter": 50, "lr": 0.00099, "memory": 3500, "data_time": 0.05, "loss": 1.23, "time": 0.51}',
        '{"mode": "val", "epoch": 1, "iter": 625, "lr": 0.00099, "bbox_mAP": 0.12}',
        '{"mode": "train", "epoch": 2, "iter": 50, "lr": 0.00098, "memory": 3500, "data_time": 0.05, "loss": 1.03, "time": 0.51}',
      ],
      yields: [
        { name: 'lr', value: 0.00099, epoch: 1, step: 50 },
        { name: 'loss', value: 1.23, split: 'train', epoch: 1, step: 50 },
        { name: 'bbox_mAP', value: 0.12, split: 'val', epoch: 1 },
        { name: 'lr', value: 0.00098, epoch: 2 },
        { name: 'loss', value: 1.03, split: 'train', epoch: 2 },
      ],
    },
    { lines: ['{"mode": "val", "workers": 4, "epoch": 12}'], yields: [] },
  ],
};
