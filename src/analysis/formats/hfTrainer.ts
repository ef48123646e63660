import type { LogFormat } from './format.js';

/**
 * The dicts that Hugging Face's Trainer prints between the paints of its bar. Only the epoch stands
 * in them. The last one sums the run up (`train_runtime`, a mean `train_loss`) and is no point.
 */
export const hfTrainer: LogFormat = {
  id: 'hf-trainer',
  title: 'Hugging Face Trainer',
  source: 'transformers Trainer, TRL, axolotl on stdout',
  records: [{ quote: "'", keys: [/'(?:loss|eval_loss|learning_rate|grad_norm|eval_runtime)'/] }],
  samples: [
    {
      lines: [
        ' 12%|█▏        | 10/100 [00:05<00:41,  2.16it/s]',
        "{'loss': 0.6804, 'grad_norm': 0.311, 'learning_rate': 5e-05, 'epoch': 0.1}",
        "{'eval_loss': '0.41', 'eval_runtime': '44.4', 'epoch': '0.1'}",
        "{'train_runtime': 10.5, 'train_loss': 0.55, 'epoch': 1.0}",
      ],
      yields: [
        { name: 'loss', value: 0.6804, epoch: 0.1, split: 'train' },
        { name: 'grad_norm', value: 0.311, epoch: 0.1 },
        { name: 'learning_rate', value: 5e-5, epoch: 0.1 },
        { name: 'eval_loss', value: 0.41, epoch: 0.1, split: 'val' },
      ],
    },
    { lines: ["{'loss': 'cross_entropy', 'epochs': 10}"], yields: [] },
  ],
};
