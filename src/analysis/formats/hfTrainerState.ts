import type { LogFormat } from './format.js';

/** `trainer_state.json` of every checkpoint: one JSON, rewritten whole. */
export const hfTrainerState: LogFormat = {
  id: 'hf-trainer-state',
  title: 'Hugging Face trainer_state.json',
  source: 'transformers Trainer, one beside each checkpoint',
  document: { name: /^trainer_state\.json$/, head: /"log_history"\s*:|"best_metric"\s*:/ },
  samples: [
    {
      lines: [
        '{"best_metric": null, "log_history": [',
        ' {"epoch": 0.5, "loss": 0.61, "step": 10},',
        ' {"epoch": 0.5, "eval_loss": 0.7, "eval_runtime": 4.2, "step": 10},',
        ' {"epoch": 1.0, "train_loss": 0.6, "train_runtime": 99.5, "step": 20}]}',
      ],
      yields: [
        { name: 'loss', value: 0.61, step: 10, epoch: 0.5, split: 'train' },
        { name: 'eval_loss', value: 0.7, step: 10, epoch: 0.5, split: 'val' },
      ],
    },
    // An index of weights lies beside it and is no history.
    {
      lines: ['{"metadata": {"total_size": 4.2e9}, "weight_map": {"loss_head": 0.5}}'],
      yields: [],
    },
  ],
};
