import type { LogFormat } from './format.js';

/**
 * VITS and its kin print a list without names: six losses, the step of the run, the learning rate.
 * `[50%]` behind the epoch is a share of it, not a step.
 */
export const vits: LogFormat = {
  id: 'vits',
  title: 'VITS, so-vits-svc, RVC',
  source: 'jaywalnut310/vits train.py, svc-develop-team/so-vits-svc, RVC-Project (source)',
  lines: [
    { says: 'position', pattern: /^Train Epoch: (?<epoch>\d+) \[\d+%\]\s*$/ },
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^\[(?<disc>-?[\d.e-]{1,24}), (?<gen>-?[\d.e-]{1,24}), (?<fm>-?[\d.e-]{1,24}), (?<mel>-?[\d.e-]{1,24}), (?<dur>-?[\d.e-]{1,24}), (?<kl>-?[\d.e-]{1,24}), (?<step>\d+), (?<lr>[\d.e-]{1,24})\]\s*$/,
      values: {
        disc: 'loss_disc',
        gen: 'loss_gen',
        fm: 'loss_fm',
        mel: 'loss_mel',
        dur: 'loss_dur',
        kl: 'loss_kl',
        lr: 'lr',
      },
    },
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^Losses: \[(?<disc>-?[\d.e-]{1,24}), (?<gen>-?[\d.e-]{1,24}), (?<fm>-?[\d.e-]{1,24}), (?<mel>-?[\d.e-]{1,24}), (?<kl>-?[\d.e-]{1,24})\], step: (?<step>\d+), lr: (?<lr>[\d.e-]{1,24})/,
      values: {
        disc: 'loss_disc',
        gen: 'loss_gen',
        fm: 'loss_fm',
        mel: 'loss_mel',
        kl: 'loss_kl',
        lr: 'lr',
      },
    },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^\[(?<step>\d+), (?<lr>\d(?:\.\d{1,20})?e-\d\d?|0\.0\d{1,20})\]\s*$/,
      values: { lr: 'lr' },
    },
  ],
  samples: [
    {
      lines: [
        'INFO:ljs_base:Train Epoch: 1 [0%]',
        'INFO:ljs_base:[2.512, 3.112, 5.212, 90.123, 1.912, 150.12, 0, 0.0002]',
        'INFO:ljs_base:Train Epoch: 1 [50%]',
        'INFO:ljs_base:[2.412, 3.012, 5.112, 50.123, 1.812, 50.12, 200, 0.0002]',
        'INFO:ljs_base:====> Epoch: 1',
      ],
      yields: [
        { name: 'loss_disc', value: 2.512, split: 'train', step: 0 },
        { name: 'loss_gen', value: 3.112, split: 'train', step: 0 },
        { name: 'loss_fm', value: 5.212, split: 'train', step: 0 },
        { name: 'loss_mel', value: 90.123, split: 'train', step: 0 },
        { name: 'loss_dur', value: 1.912, split: 'train', step: 0 },
        { name: 'loss_kl', value: 150.12, split: 'train', step: 0 },
        { name: 'lr', value: 0.0002, step: 0 },
        { name: 'loss_disc', value: 2.412, split: 'train', step: 200 },
        { name: 'loss_gen', value: 3.012, step: 200 },
        { name: 'loss_fm', value: 5.112, step: 200 },
        { name: 'loss_mel', value: 50.123, step: 200 },
        { name: 'loss_dur', value: 1.812, step: 200 },
        { name: 'loss_kl', value: 50.12, step: 200 },
        { name: 'lr', value: 0.0002, step: 200 },
      ],
    },
    {
      lines: [
        'INFO:44k:Train Epoch: 3 [20%]',
        'INFO:44k:Losses: [2.1, 3.2, 5.1, 20.1, 1.2], step: 400, lr: 0.0001, reference_loss: 31.1',
      ],
      yields: [
        { name: 'loss_disc', value: 2.1, split: 'train', step: 400 },
        { name: 'loss_gen', value: 3.2, step: 400 },
        { name: 'loss_fm', value: 5.1, step: 400 },
        { name: 'loss_mel', value: 20.1, step: 400 },
        { name: 'loss_kl', value: 1.2, step: 400 },
        { name: 'lr', value: 0.0001, step: 400 },
      ],
    },
    {
      lines: [
        '2023-05-01 10:00:00,123\tmi-test\tINFO\tTrain Epoch: 11 [50%]',
        '2023-05-01 10:00:00,123\tmi-test\tINFO\t[200, 9.98e-05]',
        '2023-05-01 10:00:00,123\tmi-test\tINFO\tloss_disc=4.112, loss_gen=3.212, loss_fm=9.112,loss_mel=25.112, loss_kl=9.012',
      ],
      yields: [
        { name: 'lr', value: 9.98e-5, step: 200 },
        { name: 'loss_disc', value: 4.112, split: 'train', step: 200 },
        { name: 'loss_gen', value: 3.212, step: 200 },
        { name: 'loss_fm', value: 9.112, step: 200 },
        { name: 'loss_mel', value: 25.112, step: 200 },
        { name: 'loss_kl', value: 9.012, step: 200 },
      ],
    },
    {
      lines: ['[200, 512]', '[16, 0.5]', '[16, 0.6]', 'shapes: [1, 2, 3, 4, 5, 6, 7, 8]'],
      yields: [],
    },
  ],
};
