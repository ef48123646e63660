import type { LogFormat } from './format.js';

/** Composer's console, which LLM Foundry prints too: a head with the batch, then a value a line. */
export const composer: LogFormat = {
  id: 'composer',
  title: 'Composer and LLM Foundry',
  source: 'mosaicml/composer loggers/console_logger.py (source)',
  lines: [
    { says: 'position', pattern: /^\[batch=(?<step>\d+)\/(?<steps>\d+)\]:\s*$/ },
    { says: 'nothing', pattern: /^\[Eval batch=\d+\/\d+\]/ },
    {
      says: 'metrics',
      pattern:
        /^(?<split>Train|Eval) (?<name>(?:loss|metrics)\/[\w./-]{1,80}): (?<pairs>-?\d[\d.e+-]{0,24})\s*$/,
    },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^Train lr-\w{1,40}\/group0: (?<lr>\d[\d.e+-]{0,24})\s*$/,
      values: { lr: 'lr' },
    },
  ],
  samples: [
    {
      lines: [
        '[batch=1/4800]:',
        '\t Train time/batch: 0',
        '\t Train loss/train/total: 12.0212',
        '\t Train metrics/train/LanguageCrossEntropy: 12.0251',
        '\t Train lr-DecoupledAdamW/group0: 0.0001',
        '[batch=2/4800]:',
        '\t Train loss/train/total: 11.0212',
        '[Eval batch=10/10] Eval on eval data:',
        '\t Eval metrics/eval/LanguageCrossEntropy: 10.5',
      ],
      yields: [
        { name: 'loss/train/total', value: 12.0212, split: 'train', step: 1, steps: 4800 },
        { name: 'metrics/train/LanguageCrossEntropy', value: 12.0251, split: 'train', step: 1 },
        { name: 'lr', value: 0.0001, step: 1 },
        { name: 'loss/train/total', value: 11.0212, split: 'train', step: 2 },
        { name: 'metrics/eval/LanguageCrossEntropy', value: 10.5, split: 'val', step: 2 },
      ],
    },
    { lines: ['[batch=1/4800]:', '\t Train trainer/device_train_microbatch_size: 16'], yields: [] },
  ],
};
