import type { LogFormat } from './format.js';

/** A JSON array of records in one file (Chainer's `result/log`, histories printed with indents). */
export const jsonHistory: LogFormat = {
  id: 'json-history',
  title: 'JSON history',
  source: 'Chainer LogReport, json.dump of a list of records',
  document: { head: /^\s*\[\s*\{\s*"|^\s*\{\s*\n\s+"/ },
  samples: [
    {
      lines: [
        '[',
        ' {"main/loss": 148.2, "iteration": 600, "epoch": 1, "validation/main/loss": 125.7},',
        ' {"main/loss": 120.5, "iteration": 1200, "epoch": 2, "validation/main/loss": 118.1}',
        ']',
      ],
      yields: [
        { name: 'main/loss', value: 148.2, step: 600, epoch: 1, split: 'train' },
        { name: 'validation/main/loss', value: 125.7, step: 600, split: 'val' },
        { name: 'main/loss', value: 120.5, step: 1200, epoch: 2 },
        { name: 'validation/main/loss', value: 118.1, step: 1200 },
      ],
    },
    { lines: ['[{"id": 1, "area": 20.5}, {"id": 2, "area": 31.5}]'], yields: [] },
  ],
};
