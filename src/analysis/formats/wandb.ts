import type { LogFormat } from './format.js';

/** A chart of Weights & Biases as CSV: the run stands in the column, twins hold its extremes. */
export const wandbCsv: LogFormat = {
  id: 'wandb-csv',
  title: 'Weights & Biases CSV export',
  source: 'export of a W&B chart (documentation)',
  columns: [/^(?:Step|Relative Time \(Process\)|Wall Time)$/, / - .{1,80}__MIN$/],
  samples: [
    {
      lines: [
        '"Step","calm-sun-7 - train/loss","calm-sun-7 - train/loss__MIN","calm-sun-7 - train/loss__MAX"',
        '"10","2.5","2.5","2.5"',
        '"20","2.4","2.3","2.6"',
      ],
      yields: [
        { name: 'train/loss', value: 2.5, step: 10, split: 'train' },
        { name: 'train/loss', value: 2.4, step: 20, split: 'train' },
      ],
    },
    { lines: ['"Step","Name","Note"', '"10","calm-sun-7","warm up"'], yields: [] },
  ],
};

/** `wandb-history.jsonl` of old clients, and histories saved by their users. */
export const wandbHistory: LogFormat = {
  id: 'wandb-history',
  title: 'Weights & Biases history',
  source: 'wandb-history.jsonl, Run.scan_history() (documentation)',
  records: [{ quote: '"', keys: [/"_step": ?\d/, /"_(?:runtime|timestamp)": ?\d/] }],
  samples: [
    {
      lines: [
        '{"train/loss": 3.15, "train/lr": 6.6e-05, "epoch": 0, "_runtime": 0.0, "_timestamp": 1603064054.0, "_step": 0}',
        '{"val/loss": 3.05, "epoch": 1, "_runtime": 3.1, "_timestamp": 1603064057.0, "_step": 10}',
      ],
      yields: [
        { name: 'train/loss', value: 3.15, split: 'train', step: 0, epoch: 0 },
        { name: 'train/lr', value: 6.6e-5, step: 0 },
        { name: 'val/loss', value: 3.05, split: 'val', step: 10, epoch: 1 },
      ],
    },
    {
      lines: ['{"system.cpu": 12.5, "_runtime": 3.1, "_timestamp": 1603064057.0, "_step": 1}'],
      yields: [],
    },
  ],
};
