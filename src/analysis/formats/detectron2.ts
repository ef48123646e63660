import type { LogFormat } from './format.js';

/** Detectron2's console line: two spaces between fields, medians of the last 20 iterations. */
export const detectron2: LogFormat = {
  id: 'detectron2',
  title: 'Detectron2',
  source: 'facebookresearch/detectron2 CommonMetricPrinter, also FastReID (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^(?:eta: [\w:, ]{1,40} {2})?(?:iter: |epoch\/iter: (?<epoch>\d+)\/)(?<step>\d+) {2}(?<pairs>total_loss: .+ {2}lr: .+)$/,
    },
  ],
  samples: [
    {
      lines: [
        '\u001b[32m[07/25 14:39:57 d2.utils.events]: \u001b[0m eta: 0:19:52  iter: 19  total_loss: 5.74  loss_cls: 1.232  loss_box_reg: 1.256    time: 0.3889  last_time: 0.4138  data_time: 0.0143  last_data_time: 0.0148   lr: 5e-05  max_mem: 4211M',
        '[07/25 14:40:04] d2.utils.events INFO:  eta: 1 day, 0:19:52  iter: 39  total_loss: 5.64  loss_cls: 1.132  loss_box_reg: 1.156  time: 0.3889  data_time: 0.0143  lr: 6e-05  max_mem: 4211M',
      ],
      yields: [
        { name: 'total_loss', value: 5.74, split: 'train', step: 19 },
        { name: 'loss_cls', value: 1.232, split: 'train', step: 19 },
        { name: 'loss_box_reg', value: 1.256, split: 'train', step: 19 },
        { name: 'lr', value: 5e-5, step: 19 },
        { name: 'total_loss', value: 5.64, split: 'train', step: 39 },
        { name: 'loss_cls', value: 1.132, step: 39 },
        { name: 'loss_box_reg', value: 1.156, step: 39 },
        { name: 'lr', value: 6e-5, step: 39 },
      ],
    },
    {
      lines: [
        '[04/01 00:23:05] fastreid.utils.events INFO:  eta: 0:19:52  epoch/iter: 0/199  total_loss: 8.12  loss_cls: 6.1  time: 0.2112  data_time: 0.0112  lr: 1.10e-04  max_mem: 5000M',
      ],
      yields: [
        { name: 'total_loss', value: 8.12, split: 'train', step: 199, epoch: 0 },
        { name: 'loss_cls', value: 6.1, split: 'train', step: 199 },
        { name: 'lr', value: 1.1e-4, step: 199 },
      ],
    },
    { lines: ['[07/25 14:39:57 d2.engine]: Starting training from iteration 0'], yields: [] },
  ],
};

/** Its `metrics.json`: one object a line, whatever the name says. */
export const detectron2Json: LogFormat = {
  id: 'detectron2-json',
  title: 'Detectron2 metrics.json',
  source: 'facebookresearch/detectron2 JSONWriter (source)',
  records: [
    { quote: '"', keys: [/"iteration": ?\d/, /"(?:total_loss|eta_seconds|data_time|bbox\/AP)"/] },
  ],
  samples: [
    {
      lines: [
        '{"data_time": 0.01, "eta_seconds": 1200.5, "fast_rcnn/cls_accuracy": 0.91, "iteration": 19, "loss_box_reg": 0.5, "lr": 0.0005, "rank_data_time": 0.01, "roi_head/num_bg_samples": 500.0, "time": 0.4, "total_loss": 2.1}',
        '{"bbox/AP": 38.1, "bbox/AP50": 58.2, "iteration": 39}',
      ],
      yields: [
        { name: 'fast_rcnn/cls_accuracy', value: 0.91, split: 'train', step: 19 },
        { name: 'loss_box_reg', value: 0.5, split: 'train', step: 19 },
        { name: 'lr', value: 0.0005, step: 19 },
        { name: 'total_loss', value: 2.1, split: 'train', step: 19 },
        { name: 'bbox/AP', value: 38.1, split: 'val', step: 39 },
        { name: 'bbox/AP50', value: 58.2, split: 'val', step: 39 },
      ],
    },
    { lines: ['{"iteration": 19, "data_time": 0.01, "eta_seconds": 1200.5}'], yields: [] },
  ],
};
