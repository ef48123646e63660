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

const CELL = String.raw`[\d.e+-]{1,12}|nan|inf`;

/** `results.txt`: the row of an epoch and behind it that of the validation, without any header. */
export const yoloResultsTxt: LogFormat = {
  id: 'yolo-results-txt',
  title: 'YOLO results.txt',
  source: 'Ultralytics YOLOv3, YOLOv5 before 6.0, YOLOR, YOLOv7 (source)',
  lines: [
    {
      says: 'metrics',
      pattern: new RegExp(
        String.raw`^(?<epoch>\d+)\/(?<epochs>\d+) +[\d.]{1,8}G +(?<box>${CELL}) +(?<obj>${CELL}) +(?<cls>${CELL}) +(?<total>${CELL}) +\d+ +\d+ +(?<p>${CELL}) +(?<r>${CELL}) +(?<map50>${CELL}) +(?<map>${CELL}) +(?<vbox>${CELL}) +(?<vobj>${CELL}) +(?<vcls>${CELL})\s*$`,
      ),
      values: {
        box: 'train/box_loss',
        obj: 'train/obj_loss',
        cls: 'train/cls_loss',
        total: 'train/loss',
        p: 'metrics/precision',
        r: 'metrics/recall',
        map50: 'metrics/mAP_0.5',
        map: 'metrics/mAP_0.5:0.95',
        vbox: 'val/box_loss',
        vobj: 'val/obj_loss',
        vcls: 'val/cls_loss',
      },
    },
  ],
  samples: [
    {
      lines: [
        '     0/299     3.41G   0.04551   0.02103  0.009312   0.07585       120       640     0.577    0.4141    0.4601    0.2791   0.05123   0.02212  0.008123',
      ],
      yields: [
        { name: 'train/box_loss', value: 0.04551, split: 'train', epoch: 0 },
        { name: 'train/obj_loss', value: 0.02103, split: 'train', epoch: 0 },
        { name: 'train/cls_loss', value: 0.009312, split: 'train', epoch: 0 },
        { name: 'train/loss', value: 0.07585, split: 'train', epoch: 0 },
        { name: 'metrics/precision', value: 0.577, split: 'val', epoch: 0 },
        { name: 'metrics/recall', value: 0.4141, split: 'val', epoch: 0 },
        { name: 'metrics/mAP_0.5', value: 0.4601, split: 'val', epoch: 0 },
        { name: 'metrics/mAP_0.5:0.95', value: 0.2791, split: 'val', epoch: 0 },
        { name: 'val/box_loss', value: 0.05123, split: 'val', epoch: 0 },
        { name: 'val/obj_loss', value: 0.02212, split: 'val', epoch: 0 },
        { name: 'val/cls_loss', value: 0.008123, split: 'val', epoch: 0 },
      ],
    },
    { lines: ['  3/16      3.41G   of memory are free'], yields: [] },
  ],
};
