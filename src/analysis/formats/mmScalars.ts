import type { LogFormat } from './format.js';

/**
 * mmengine's `vis_data/scalars.json` and its `<date>.json`: one object a line. `step` is the
 * iteration on training lines; on validation lines it is the iteration or, in runs by epoch, the epoch,
 * and nothing on the line says which.
 */
export const mmScalars: LogFormat = {
  id: 'mmengine-scalars',
  title: 'mmengine scalars.json',
  source: 'open-mmlab/mmengine LocalVisBackend (source)',
  records: [{ quote: '"', keys: [/"step": ?\d/, /"data_time": ?\d/, /"(?:memory|time)": ?\d/] }],
  samples: [
    {
      lines: [
        '{"lr": 0.001, "data_time": 0.05, "loss": 2.1, "decode.loss_ce": 2.0, "time": 0.5, "iter": 50, "memory": 3924, "step": 50}',
        '{"mIoU": 40.5, "aAcc": 81.5, "data_time": 0.01, "time": 0.1, "step": 4000}',
      ],
      yields: [
        { name: 'lr', value: 0.001, step: 50 },
        { name: 'loss', value: 2.1, split: 'train', step: 50 },
        { name: 'decode.loss_ce', value: 2, split: 'train', step: 50 },
        { name: 'mIoU', value: 40.5, split: 'val', step: 4000 },
        { name: 'aAcc', value: 81.5, split: 'val', step: 4000 },
      ],
    },
    { lines: ['{"data_time": 0.01, "time": 0.1, "step": 12}'], yields: [] },
  ],
};
