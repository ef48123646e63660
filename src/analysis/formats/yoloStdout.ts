import type { LogFormat } from './format.js';

/**
 * YOLO's print of an epoch: a header, a row that a bar repaints, and a row `all` with the means over
 * all classes of the validation set. Rows of single classes below it are no curve.
 */
export const yoloStdout: LogFormat = {
  id: 'yolo-stdout',
  title: 'YOLO on stdout',
  source: 'Ultralytics YOLOv5, YOLOv7, YOLOv8 and later (documentation, source)',
  columns: [/^gpu_?mem$/i, /^(?:img_?size|size)$/i],
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^all +\d+ +\d+ +(?<p>[\d.e-]{1,12}) +(?<r>[\d.e-]{1,12}) +(?<map50>[\d.e-]{1,12}) +(?<map>[\d.e-]{1,12})(?: +[\d.e-]{1,12}){0,6}\s*$/,
      values: { p: 'precision', r: 'recall', map50: 'mAP50', map: 'mAP50-95' },
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^all +(?<top1>[01]|0\.\d{1,6}) +(?<top5>[01]|0\.\d{1,6})\s*$/,
      values: { top1: 'top1_acc', top5: 'top5_acc' },
    },
  ],
  samples: [
    {
      lines: [
        '      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size',
        '        1/2      2.21G      1.315      3.101      1.351          9        640:  50%|█████     | 4/8 [00:01<00:01,  2.11it/s]',
        '        1/2      2.21G      1.215      3.001      1.251         12        640: 100%|██████████| 8/8 [00:03<00:00,  2.11it/s]',
        '                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|██████████| 4/4 [00:01<00:00,  3.1it/s]',
        '                   all        128        929       0.64      0.537      0.605      0.446',
        '                person        128        254       0.68      0.545      0.615      0.456',
      ],
      // The bar is held back until the next epoch, or until the log is quiet.
      yields: [
        { name: 'precision', value: 0.64, split: 'val', epoch: 1 },
        { name: 'recall', value: 0.537, split: 'val', epoch: 1 },
        { name: 'mAP50', value: 0.605, split: 'val', epoch: 1 },
        { name: 'mAP50-95', value: 0.446, split: 'val', epoch: 1 },
        { name: 'box_loss', value: 1.215, split: 'train', epoch: 1 },
        { name: 'cls_loss', value: 3.001, split: 'train', epoch: 1 },
        { name: 'dfl_loss', value: 1.251, split: 'train', epoch: 1 },
      ],
    },
    {
      lines: [
        '      Epoch    GPU_mem       loss  Instances       Size',
        '        1/2      0.21G      2.215         16        224: 100%|██████████| 8/8 [00:03<00:00,  2.11it/s]',
        '               classes   top1_acc   top5_acc: 100%|██████████| 4/4 [00:01<00:00,  3.1it/s]',
        '                   all       0.64      0.937',
      ],
      yields: [
        { name: 'top1_acc', value: 0.64, split: 'val', epoch: 1 },
        { name: 'top5_acc', value: 0.937, split: 'val', epoch: 1 },
        { name: 'loss', value: 2.215, split: 'train', epoch: 1 },
      ],
    },
    { lines: ['   all 128 images were read from the cache'], yields: [] },
  ],
};
