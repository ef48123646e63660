import type { LogFormat } from './format.js';

/**
 * The `log.txt` of DETR and its kin, and of the image transformers that grew from it (DeiT, MAE): one
 * object an epoch, splits in the names. The COCO averages stand in a list, always in the same order.
 */
export const detrJson: LogFormat = {
  id: 'detr-json',
  title: 'DETR, DeiT, MAE log.txt',
  source: 'facebookresearch/detr main.py, facebookresearch/deit, facebookresearch/mae (source)',
  records: [
    {
      quote: '"',
      keys: [/"train_loss": ?"?[-\d]/, /"epoch": ?\d/, /"n_parameters": ?\d|"test_coco_eval_/],
      list: {
        pattern:
          /"test_coco_eval_bbox": ?\[(?<ap>[\d.e-]{1,24}), (?<ap50>[\d.e-]{1,24}), (?<ap75>[\d.e-]{1,24}), (?<small>[\d.e-]{1,24}), (?<medium>[\d.e-]{1,24}), (?<large>[\d.e-]{1,24}), /,
        values: {
          ap: 'test_coco_eval_bbox AP',
          ap50: 'test_coco_eval_bbox AP50',
          ap75: 'test_coco_eval_bbox AP75',
          small: 'test_coco_eval_bbox AP small',
          medium: 'test_coco_eval_bbox AP medium',
          large: 'test_coco_eval_bbox AP large',
        },
      },
    },
  ],
  samples: [
    {
      lines: [
        '{"train_lr": 9.9e-05, "train_class_error": 98.9, "train_loss": 43.3, "test_loss": 56.3, "test_coco_eval_bbox": [0.11, 0.22, 0.12, 0.01, 0.2, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], "epoch": 0, "n_parameters": 41302368}',
      ],
      yields: [
        { name: 'train_lr', value: 9.9e-5, epoch: 0 },
        { name: 'train_class_error', value: 98.9, split: 'train', epoch: 0 },
        { name: 'train_loss', value: 43.3, split: 'train', epoch: 0 },
        { name: 'test_loss', value: 56.3, split: 'val', epoch: 0 },
        { name: 'test_coco_eval_bbox AP', value: 0.11, split: 'val', epoch: 0 },
        { name: 'test_coco_eval_bbox AP50', value: 0.22, split: 'val' },
        { name: 'test_coco_eval_bbox AP75', value: 0.12, split: 'val' },
        { name: 'test_coco_eval_bbox AP small', value: 0.01, split: 'val' },
        { name: 'test_coco_eval_bbox AP medium', value: 0.2, split: 'val' },
        { name: 'test_coco_eval_bbox AP large', value: 0.3, split: 'val' },
      ],
    },
    {
      lines: [
        '{"train_lr": 0.001, "train_loss": 6.91, "test_loss": 6.85, "test_acc1": 0.5, "test_acc5": 2.1, "epoch": 0, "n_parameters": 5717416}',
      ],
      yields: [
        { name: 'train_lr', value: 0.001, epoch: 0 },
        { name: 'train_loss', value: 6.91, split: 'train', epoch: 0 },
        { name: 'test_loss', value: 6.85, split: 'val', epoch: 0 },
        { name: 'test_acc1', value: 0.5, split: 'val', epoch: 0 },
        { name: 'test_acc5', value: 2.1, split: 'val', epoch: 0 },
      ],
    },
    { lines: ['{"train_loss": null, "epoch": 0, "n_parameters": 5717416}'], yields: [] },
  ],
};
