import type { LogFormat } from './format.js';

/**
 * fairseq's "simple" lines. `num_updates` is the step of the run, whatever the accumulation; the
 * position before it counts batches of the epoch.
 */
export const fairseq: LogFormat = {
  id: 'fairseq',
  title: 'fairseq',
  source: 'facebookresearch/fairseq logging/progress_bar.py, simple (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern: /^epoch (?<epoch>\d+): +\d+ \/ \d+ (?<pairs>loss=.*\bnum_updates=(?<step>\d+).*)$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern:
        /^epoch (?<epoch>\d+) \| valid on '[^']{1,60}' subset \| (?<pairs>loss .*\bnum_updates (?<step>\d+)).*$/,
    },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^epoch (?<epoch>\d+) \| (?<pairs>(?:train_)?loss .*\bnum_updates (?<step>\d+) .*)$/,
      isPerEpoch: true,
    },
    // The bar of an epoch ends in its `train` line; a checkpoint repeats the validation.
    {
      says: 'nothing',
      pattern:
        /^(?:epoch \d+: {1,4}\d+%\|[^|]{0,200}\| {0,8}\d+\/\d+ \[.{0,60}\bloss=|Saved checkpoint \S{1,300} \(epoch \d+ @ \d+ updates, score )/,
    },
  ],
  samples: [
    {
      lines: [
        '2025-01-02 14:43:30 | INFO | train_inner | epoch 001:     10 / 200 loss=11.014, nll_loss=10.5, ppl=1412.17, wps=29699.9, ups=8.21, wpb=3583.9, bsz=128.9, num_updates=10, lr=1.5e-06, gnorm=3.2, loss_scale=128, train_wall=2, gb_free=10.1, wall=12',
        "2025-01-02 14:43:50 | INFO | valid | epoch 001 | valid on 'valid' subset | loss 9.8 | nll_loss 9.2 | ppl 600.2 | wps 60000 | wpb 2800 | bsz 100 | num_updates 200 | best_loss 9.8",
        '2025-01-02 14:43:51 | INFO | train | epoch 001 | loss 10.0 | nll_loss 9.5 | ppl 700.1 | wps 29000 | ups 8.1 | wpb 3580 | bsz 128 | num_updates 200 | lr 2.5e-05 | gnorm 2.2 | train_wall 25 | wall 40',
      ],
      yields: [
        { name: 'loss', value: 11.014, split: 'train', step: 10, epoch: 1 },
        { name: 'nll_loss', value: 10.5, split: 'train', step: 10 },
        { name: 'ppl', value: 1412.17, split: 'train', step: 10 },
        { name: 'lr', value: 1.5e-6, step: 10 },
        { name: 'gnorm', value: 3.2, step: 10 },
        { name: 'loss', value: 9.8, split: 'val', step: 200, epoch: 1 },
        { name: 'nll_loss', value: 9.2, split: 'val', step: 200 },
        { name: 'ppl', value: 600.2, split: 'val', step: 200 },
        { name: 'loss (epoch)', value: 10, split: 'train', step: 200, epoch: 1 },
        { name: 'nll_loss (epoch)', value: 9.5, split: 'train', step: 200 },
        { name: 'ppl (epoch)', value: 700.1, split: 'train', step: 200 },
        { name: 'lr (epoch)', value: 2.5e-5, step: 200 },
        { name: 'gnorm (epoch)', value: 2.2, step: 200 },
      ],
    },
    {
      lines: [
        'epoch 001:  20%|██        | 20/100 [00:02<00:10, 8.23it/s, loss=11.144, ppl=1545.95, wps=30790.2, ups=8.02, num_updates=20, lr=0.0001, gnorm=1.686, wall=2]',
        'epoch 001: 100%|██████████| 100/100 [00:12<00:00, 8.23it/s, loss=9.514, ppl=499.32, wps=30790.2, ups=8.02, num_updates=100, lr=0.0005, gnorm=1.75, wall=12]',
        '2025-01-02 14:43:51 | INFO | train | epoch 001 | loss 10.416 | ppl 933.13 | wps 29000 | num_updates 100 | lr 0.0005 | train_wall 12 | wall 15',
      ],
      yields: [
        { name: 'loss (epoch)', value: 10.416, split: 'train', step: 100 },
        { name: 'ppl (epoch)', value: 933.13, split: 'train', step: 100 },
        { name: 'lr (epoch)', value: 0.0005, step: 100 },
      ],
    },
    {
      lines: [
        '2025-01-02 14:44:50 | INFO | fairseq.checkpoint_utils | Saved checkpoint checkpoints/checkpoint2.pt (epoch 2 @ 400 updates, score 8.8) (writing took 1.2 seconds)',
      ],
      yields: [],
    },
  ],
};

/** `--log-format json`: everything a text, and the update under a key of its own for each split. */
export const fairseqJson: LogFormat = {
  id: 'fairseq-json',
  title: 'fairseq JSON lines',
  source: 'facebookresearch/fairseq logging/progress_bar.py, json (source)',
  records: [
    { quote: '"', keys: [/"num_updates": ?"\d/, /"ups"|"wps"/], omits: /^update$/ },
    {
      quote: '"',
      keys: [/"(?:train|valid)_num_updates": ?"\d/],
      place: /"(?:train|valid)_num_updates": ?"(?<step>\d+)"/,
    },
  ],
  samples: [
    {
      lines: [
        '2025-01-02 14:43:36 | INFO | train_inner | {"epoch": 1, "update": 0.05, "loss": "10.547", "ppl": "1022.01", "wps": "30840.3", "ups": "8.2", "num_updates": "10", "lr": "1.5e-06", "gnorm": "3.2", "wall": "12"}',
        '2025-01-02 14:43:46 | INFO | train | {"epoch": 1, "train_loss": "10.0", "train_ppl": "700.1", "train_wps": "29000", "train_num_updates": "200", "train_lr": "2.5e-05"}',
        '2025-01-02 14:43:56 | INFO | valid | {"epoch": 1, "valid_loss": "9.8", "valid_ppl": "600.2", "valid_wps": "60000", "valid_num_updates": "200"}',
      ],
      yields: [
        { name: 'loss', value: 10.547, split: 'train', step: 10, epoch: 1 },
        { name: 'ppl', value: 1022.01, split: 'train', step: 10 },
        { name: 'lr', value: 1.5e-6, step: 10 },
        { name: 'gnorm', value: 3.2, step: 10 },
        { name: 'train_loss', value: 10, split: 'train', step: 200, epoch: 1 },
        { name: 'train_ppl', value: 700.1, split: 'train', step: 200 },
        { name: 'train_lr', value: 2.5e-5, step: 200 },
        { name: 'valid_loss', value: 9.8, split: 'val', step: 200, epoch: 1 },
        { name: 'valid_ppl', value: 600.2, split: 'val', step: 200 },
      ],
    },
    {
      lines: [
        '2025-01-02 14:43:03 | INFO | fairseq_cli.train | {"max_epoch": 4, "lr": [0.0005], "valid_num_updates": "0"}',
      ],
      yields: [],
    },
  ],
};
