import type { LogFormat } from './format.js';

/** One JSON object a line: LLaMA-Factory, Detectron2's metrics.json, mmengine, W&B histories. */
export const jsonLines: LogFormat = {
  id: 'json-lines',
  title: 'JSON lines',
  source: 'any writer of one object a line',
  records: [{ quote: '"' }],
  samples: [
    {
      lines: [
        '{"step": 10, "loss": 2.5, "lr": 1e-4, "eta_seconds": 5065.5, "model": "gpt"}',
        '{"step": 20, "loss": NaN, "val/loss": 2.7}',
      ],
      yields: [
        { name: 'loss', value: 2.5, step: 10, split: 'train' },
        { name: 'lr', value: 1e-4, step: 10 },
        { name: 'loss', value: Number.NaN, step: 20 },
        { name: 'val/loss', value: 2.7, step: 20, split: 'val' },
      ],
    },
    { lines: ['{"loss_scale": 0, "lr": 0.001, "optimizer": {"type": "adam"}}'], yields: [] },
    { lines: ['{"level": 30, "time": 1700000000, "msg": "GET /loss", "status": 200}'], yields: [] },
  ],
};
