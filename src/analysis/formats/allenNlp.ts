import type { LogFormat } from './format.js';

/**
 * AllenNLP paints a bar for training and one for validation, and closes each epoch with a table of
 * both columns. The bars are running means of what the table then says, and do not count.
 */
export const allenNlp: LogFormat = {
  id: 'allennlp',
  title: 'AllenNLP',
  source:
    'allennlp/training/trainer.py, tensorboard_writer.py, callbacks/console_logger.py (source)',
  lines: [
    {
      says: 'position',
      pattern:
        /^(?:(?:[AP]M - )?allennlp\S{1,60} - (?:INFO - )?)?Epoch (?<epoch>\d{1,6})\/(?<epochs>\d{1,6})$/,
    },
    {
      says: 'position',
      split: 'val',
      pattern: /^(?:(?:[AP]M - )?allennlp\S{1,60} - (?:INFO - )?)?Validating$/,
    },
    { says: 'nothing', pattern: /^[\w@-]{1,60}: .{1,600} \|\|: {1,3}\d{1,3}%\|/ },
    {
      says: 'metrics',
      pattern:
        /^(?:(?:[AP]M - )?allennlp\S{1,60} - (?:INFO - )?)?(?<name>[\w@-]{1,60}) {1,60}\| {2,9}(?<train>-?\d{1,12}\.\d{3}|nan|N\/A) {2}\| {2,9}(?<val>-?\d{1,12}\.\d{3}|nan|N\/A)$/,
    },
  ],
  samples: [
    {
      lines: [
        '2021-03-01 12:00:00,123 - INFO - allennlp.training.trainer - Epoch 0/9',
        'accuracy: 0.5512, loss: 0.8512 ||: 100%|##########| 100/100 [00:11<00:00,  8.50it/s]',
        '2021-03-01 12:00:11,123 - INFO - allennlp.training.trainer - Validating',
        '2021-03-01 12:00:12,123 - INFO - allennlp.training.tensorboard_writer -                         Training |  Validation',
        '2021-03-01 12:00:12,123 - INFO - allennlp.training.tensorboard_writer - accuracy            |     0.551  |     0.601',
        '2021-03-01 12:00:12,123 - INFO - allennlp.training.tensorboard_writer - gpu_0_memory_MB     |  1022.000  |       N/A',
        '2021-03-01 12:00:12,123 - INFO - allennlp.training.tensorboard_writer - reg_loss            |     0.251  |       N/A',
      ],
      yields: [
        { name: 'accuracy', value: 0.551, epoch: 0, split: 'train' },
        { name: 'accuracy', value: 0.601, epoch: 0, split: 'val' },
        { name: 'reg_loss', value: 0.251, epoch: 0, split: 'train' },
      ],
    },
    {
      lines: [
        '03/05/2019 12:14:46 PM - allennlp.training.trainer - INFO - Epoch 0/39',
        '03/05/2019 12:14:46 PM - allennlp.training.tensorboard_writer - INFO - ner_f1-measure-overall       |     0.255  |     0.553',
      ],
      yields: [
        { name: 'ner_f1-measure-overall', value: 0.255, epoch: 0, split: 'train' },
        { name: 'ner_f1-measure-overall', value: 0.553, epoch: 0, split: 'val' },
      ],
    },
    { lines: ['allennlp.common.params - loss | cross_entropy | mean'], yields: [] },
  ],
};
