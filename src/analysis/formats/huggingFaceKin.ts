import type { LogFormat } from './format.js';

/** What TRL's trainers add to the dicts of the Trainer: rewards, log probabilities, token accuracy. */
export const trl: LogFormat = {
  id: 'trl',
  title: 'TRL',
  source: 'huggingface/trl SFTTrainer, DPOTrainer, GRPOTrainer, PPOTrainer (documentation)',
  records: [
    {
      quote: "'",
      keys: [
        /'(?:loss|eval_loss|objective\/\w+)'/,
        /'(?:eval_)?(?:rewards?\/|logps\/|objective\/|completions\/|mean_token_accuracy'|kl'|entropy')/,
      ],
    },
  ],
  samples: [
    {
      lines: [
        "{'loss': 0.69, 'grad_norm': 1.2, 'learning_rate': 1e-06, 'rewards/chosen': 0.01, 'rewards/accuracies': 0.6, 'logps/chosen': -110.2, 'epoch': 0.1}",
        "{'eval_loss': 0.68, 'eval_runtime': 10.5, 'eval_rewards/accuracies': 0.7, 'epoch': 0.1}",
        "{'train_runtime': 99.5, 'train_loss': 0.6, 'epoch': 1.0}",
      ],
      yields: [
        { name: 'loss', value: 0.69, split: 'train', epoch: 0.1 },
        { name: 'grad_norm', value: 1.2 },
        { name: 'learning_rate', value: 1e-6 },
        { name: 'rewards/chosen', value: 0.01, split: 'train' },
        { name: 'rewards/accuracies', value: 0.6, split: 'train' },
        { name: 'logps/chosen', value: -110.2 },
        { name: 'eval_loss', value: 0.68, split: 'val', epoch: 0.1 },
        { name: 'eval_rewards/accuracies', value: 0.7, split: 'val', epoch: 0.1 },
      ],
    },
    { lines: ["{'loss': 'sigmoid', 'rewards/margin': 'none'}"], yields: [] },
  ],
};

/** Axolotl adds perplexity, memory and throughput to the dicts of the Trainer. */
export const axolotl: LogFormat = {
  id: 'axolotl',
  title: 'Axolotl',
  source: 'axolotl-ai-cloud/axolotl on stdout (source, issues)',
  records: [
    {
      quote: "'",
      keys: [/'(?:eval_)?loss'/, /'(?:tokens_per_second_per_gpu|(?:eval_)?memory\/max_\w+[ (])/],
    },
  ],
  samples: [
    {
      lines: [
        "{'loss': 1.4, 'grad_norm': 0.8, 'learning_rate': 2e-05, 'ppl': 4.06, 'memory/max_active (GiB)': 10.2, 'tokens_per_second_per_gpu': 2100.0, 'epoch': 0.25}",
        "{'eval_loss': 1.3, 'eval_ppl': 3.67, 'eval_runtime': 4.1, 'memory/max_active (GiB)': 10.2, 'epoch': 0.25}",
      ],
      yields: [
        { name: 'loss', value: 1.4, split: 'train', epoch: 0.25 },
        { name: 'grad_norm', value: 0.8 },
        { name: 'learning_rate', value: 2e-5 },
        { name: 'ppl', value: 4.06, split: 'train' },
        { name: 'eval_loss', value: 1.3, split: 'val', epoch: 0.25 },
        { name: 'eval_ppl', value: 3.67, split: 'val' },
      ],
    },
    { lines: ["{'loss': None, 'memory/max_active (GiB)': 10.2}"], yields: [] },
  ],
};

const SWIFT_PLACE = /['"]global_step\/max_steps['"]: ?['"](?<step>\d+)\/(?<steps>\d+)['"]/;

/** SWIFT prints its step only as text, "12/100" under one key. */
export const swift: LogFormat = {
  id: 'ms-swift',
  title: 'SWIFT',
  source: 'modelscope/ms-swift on stdout and in logging.jsonl (source)',
  records: [
    { quote: "'", keys: [/'global_step\/max_steps': '\d/], place: SWIFT_PLACE },
    { quote: '"', keys: [/"global_step\/max_steps": "\d/], place: SWIFT_PLACE },
  ],
  samples: [
    {
      lines: [
        "{'loss': 1.81, 'acc': 0.62, 'grad_norm': 1.1, 'learning_rate': 1e-05, 'memory(GiB)': 15.2, 'train_speed(iter/s)': 0.5, 'epoch': 0.01, 'global_step/max_steps': '1/100', 'percentage': '1.00%', 'elapsed_time': '2s'}",
        "{'eval_loss': 1.71, 'eval_acc': 0.6, 'eval_runtime': 3.2, 'epoch': 0.5, 'global_step/max_steps': '50/100', 'percentage': '50.00%'}",
      ],
      yields: [
        { name: 'loss', value: 1.81, split: 'train', step: 1, steps: 100, epoch: 0.01 },
        { name: 'acc', value: 0.62, split: 'train', step: 1 },
        { name: 'grad_norm', value: 1.1 },
        { name: 'learning_rate', value: 1e-5 },
        { name: 'eval_loss', value: 1.71, split: 'val', step: 50, epoch: 0.5 },
        { name: 'eval_acc', value: 0.6, split: 'val', step: 50 },
      ],
    },
    {
      lines: [
        '{"loss": 1.81, "learning_rate": 1e-05, "memory(GiB)": 15.2, "epoch": 0.01, "global_step/max_steps": "1/100", "percentage": "1.00%"}',
      ],
      yields: [
        { name: 'loss', value: 1.81, split: 'train', step: 1, steps: 100 },
        { name: 'learning_rate', value: 1e-5, step: 1 },
      ],
    },
    { lines: ["{'global_step/max_steps': '1/100', 'percentage': '1.00%'}"], yields: [] },
  ],
};

/** LLaMA-Factory's `trainer_log.jsonl`, and the dicts that it prints beside those of the Trainer. */
export const llamaFactory: LogFormat = {
  id: 'llama-factory',
  title: 'LLaMA-Factory',
  source: 'hiyouga/LLaMA-Factory LogCallback (source), trainer_log.jsonl',
  records: [
    { quote: '"', keys: [/"current_steps": ?\d/, /"total_steps": ?\d/] },
    { quote: "'", keys: [/'(?:loss|eval_loss)'/, /'throughput'/] },
  ],
  samples: [
    {
      lines: [
        '{"current_steps": 10, "total_steps": 6750, "loss": 2.219, "lr": 1.33e-06, "epoch": 0.0044, "percentage": 0.15, "elapsed_time": "0:00:32", "remaining_time": "6:01:13"}',
        '{"current_steps": 20, "total_steps": 6750, "eval_loss": 2.1, "epoch": 0.0088, "percentage": 0.3, "elapsed_time": "0:01:02", "remaining_time": "6:00:13"}',
        '{"current_steps": 20, "total_steps": 6750, "epoch": 0.0088, "percentage": 0.3, "elapsed_time": "0:01:02"}',
      ],
      yields: [
        { name: 'loss', value: 2.219, split: 'train', step: 10, steps: 6750, epoch: 0.0044 },
        { name: 'lr', value: 1.33e-6, step: 10 },
        { name: 'eval_loss', value: 2.1, split: 'val', step: 20, epoch: 0.0088 },
      ],
    },
    {
      lines: [
        "[INFO|2025-01-01 12:00:00] llamafactory.train.callbacks:143 >> {'loss': 1.2345, 'learning_rate': 4.9000e-05, 'epoch': 0.10, 'throughput': 1234.5}",
      ],
      yields: [
        { name: 'loss', value: 1.2345, split: 'train', epoch: 0.1 },
        { name: 'learning_rate', value: 4.9e-5, epoch: 0.1 },
      ],
    },
    { lines: ['{"current_steps": 10, "total_steps": 6750, "percentage": 0.15}'], yields: [] },
  ],
};

/** The scripts of Accelerate print the values of an epoch through the logging of the examples. */
export const accelerate: LogFormat = {
  id: 'accelerate',
  title: 'Accelerate scripts',
  source: 'transformers examples/pytorch/*/run_*_no_trainer.py (source)',
  signature:
    /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d - INFO - [\w.]{1,60} - {1,3}(?:epoch|step) \d+: |^(?:epoch|step) \d+: (?:\{'|perplexity: )/,
  samples: [
    {
      lines: [
        '10/16/2025 11:59:39 - INFO - __main__ -   Num examples = 3668',
        "10/16/2025 12:00:39 - INFO - __main__ - epoch 0: {'accuracy': 0.8578, 'f1': 0.8991}",
        "10/16/2025 12:01:39 - INFO - __main__ - epoch 1: {'accuracy': 0.8678, 'f1': 0.9091}",
      ],
      yields: [
        { name: 'accuracy', value: 0.8578, split: 'val', epoch: 0 },
        { name: 'f1', value: 0.8991, split: 'val', epoch: 0 },
        { name: 'accuracy', value: 0.8678, split: 'val', epoch: 1 },
        { name: 'f1', value: 0.9091, split: 'val', epoch: 1 },
      ],
    },
    {
      lines: [
        '10/16/2025 11:59:39 - INFO - __main__ - epoch 0: perplexity: 20.12 eval_loss: 3.0017',
      ],
      yields: [
        { name: 'perplexity', value: 20.12, epoch: 0 },
        { name: 'eval_loss', value: 3.0017, split: 'val', epoch: 0 },
      ],
    },
    { lines: ['10/16/2025 11:59:39 - INFO - __main__ -   Num Epochs = 3'], yields: [] },
  ],
};
