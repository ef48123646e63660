import type { LogFormat } from './format.js';

/**
 * flair. The general reader knows its training lines; the score of an evaluation stands behind a
 * bracket with words ("f1-score (micro avg)  0.65"), and the report at the end repeats the best.
 */
export const flair: LogFormat = {
  id: 'flair',
  title: 'flair',
  source: 'flair/trainers/trainer.py (source; logs in public repositories)',
  signature: /^EPOCH \d+ done: loss|^epoch \d+ - iter \d+\/\d+ - loss/,
  lines: [
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^DEV : loss (?<loss>\S{1,24}) - (?<name>[A-Za-z][\w-]{0,30}(?: \([\w ]{1,30}\))?) {1,4}(?<pairs>[\d.]{1,12})$/,
      values: { loss: 'DEV loss' },
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^TEST : loss (?<loss>\S{1,24}) - .{1,60} (?<score>[\d.]{1,12})$/,
      values: { loss: 'TEST loss', score: 'TEST score' },
    },
    { says: 'nothing', pattern: /^M(?:IC|AC)RO_AVG: |^\S{1,80} {1,40}tp: \d{1,9} - fp: \d/ },
    {
      says: 'nothing',
      pattern: /^(?:- )?(?:F-?1?-score \((?:micro|macro)\)|Accuracy) [\d.]{1,12}$/i,
    },
  ],
  samples: [
    {
      lines: [
        '2021-03-01 12:00:01,123 epoch 1 - iter 20/40 - loss 3.25123 - samples/sec: 120.51 - lr: 0.100000',
        '2021-03-01 12:00:12,123 EPOCH 1 done: loss 1.5512 - lr 0.1000000',
        '2021-03-01 12:00:15,123 DEV : loss 1.21512 - f1-score (micro avg)  0.6521',
        '2021-03-01 12:00:16,123 TEST : loss 1.35 - f1-score (micro avg)  0.6321',
        '2021-03-01 12:00:16,123 BAD EPOCHS (no improvement): 0',
        'Results:',
        '- F-score (micro) 0.7421',
        '- Accuracy 0.6021',
        'MICRO_AVG: acc 0.6512 - f1-score 0.7512',
        'LOC        tp: 2272 - fp: 693 - fn: 7 - tn: 28 - precision: 0.7663 - recall: 0.9969 - accuracy: 0.7645 - f1-score: 0.8665',
        '              precision    recall  f1-score   support',
        '         LOC     0.8512    0.8302    0.8405      1668',
      ],
      yields: [
        { name: 'loss', value: 3.25123, epoch: 0.5, step: 20, split: 'train' },
        { name: 'lr', value: 0.1, epoch: 0.5 },
        { name: 'loss (epoch)', value: 1.5512, epoch: 1, split: 'train' },
        { name: 'lr (epoch)', value: 0.1, epoch: 1 },
        { name: 'DEV loss', value: 1.21512, epoch: 1, split: 'val' },
        { name: 'f1-score (micro avg)', value: 0.6521, epoch: 1, split: 'val' },
        { name: 'TEST loss', value: 1.35, epoch: 1, split: 'val' },
        { name: 'TEST score', value: 0.6321, epoch: 1, split: 'val' },
      ],
    },
    { lines: ['DEV : loss will be printed after each epoch'], yields: [] },
  ],
};
