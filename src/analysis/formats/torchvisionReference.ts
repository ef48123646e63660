import type { LogFormat } from './format.js';

/**
 * The MetricLogger of torchvision's reference scripts and its many kin (DETR, DeiT, MAE):
 * `name: median (mean so far)`. `Test:` lines are a running evaluation that a summary ends.
 * "Averaged stats" are means of the epoch, of training where a learning rate is among them.
 */
export const torchvisionReference: LogFormat = {
  id: 'torchvision',
  title: 'torchvision reference scripts',
  source:
    'pytorch/vision references/*/utils.py MetricLogger, also DETR, DeiT, MAE, DINO, LAVIS (source)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      pattern:
        /^(?:Epoch|Train: data epoch): \[(?<epoch>\d+)(?:\/(?<epochs>\d+))?\] {1,4}\[ {0,8}(?<step>\d+)\/(?<steps>\d+)\] {1,4}eta: [\w:, ]{1,40} {2}(?<pairs>\w+: .+)$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^(?:Test: {1,3}(?:EMA )?|\* )(?<pairs>Acc@1:? \d.*)$/,
    },
    {
      says: 'metrics',
      split: 'train',
      pattern: /^Averaged stats: (?<pairs>.*\blr: .*)$/,
      isPerEpoch: true,
    },
    { says: 'metrics', split: 'val', pattern: /^Averaged stats: (?<pairs>.+)$/ },
    {
      says: 'nothing',
      pattern:
        /^(?:Accuracy of the network on the \d+ test images: \d+\.\d%|Max accuracy: |(?:Epoch: \[[\d/]+\]|Test:) {1,3}Total time: )/,
    },
  ],
  samples: [
    {
      lines: [
        'Epoch: [0]  [  0/625]  eta: 0:10:25  lr: 0.1  img/s: 31.97  loss: 7.0553 (7.0553)  acc1: 0.5000 (0.5000)  time: 1.0  data: 0.2  max mem: 5000',
        'Epoch: [0]  [500/625]  eta: 1 day, 0:05:25  lr: 0.1  img/s: 331.97  loss: 6.0153 (6.5353)  acc1: 3.1250 (2.1420)  time: 0.5  data: 0.02  max mem: 5000',
        'Epoch: [0] Total time: 0:05:11',
        'Test:   [ 0/79]  eta: 0:01:00  loss: 6.2 (6.2)  acc1: 3.1250 (3.1250)  time: 0.8  data: 0.5  max mem: 5000',
        'Test:  Total time: 0:00:25',
        'Test:  Acc@1 3.712 Acc@5 9.351',
        'Epoch: [1]  [  0/625]  eta: 0:10:25  lr: 0.1  img/s: 31.97  loss: 6.0553 (6.0553)  acc1: 4.0000 (4.0000)  time: 1.0  data: 0.2  max mem: 5000',
      ],
      yields: [
        { name: 'lr', value: 0.1, epoch: 0, step: 0 },
        { name: 'loss', value: 7.0553, split: 'train', epoch: 0, step: 0 },
        { name: 'acc1', value: 0.5, split: 'train', step: 0 },
        { name: 'lr', value: 0.1, epoch: 0.8, step: 500 },
        { name: 'loss', value: 6.0153, split: 'train', step: 500 },
        { name: 'acc1', value: 3.125, split: 'train', step: 500 },
        { name: 'Acc@1', value: 3.712, split: 'val', epoch: 0 },
        { name: 'Acc@5', value: 9.351, split: 'val', epoch: 0 },
        { name: 'lr', value: 0.1, epoch: 1, step: 625 },
        { name: 'loss', value: 6.0553, step: 625 },
        { name: 'acc1', value: 4, step: 625 },
      ],
    },
    {
      lines: [
        'Epoch: [0/100]  [   0/1251]  eta: 1:23:45  loss: 10.9012 (10.9012)  lr: 0.000001 (0.000001)  wd: 0.0400 (0.0400)  time: 4.01  data: 2.9  max mem: 9000',
        'Averaged stats: loss: 10.5012 (10.7012)  lr: 0.000011 (0.000006)  wd: 0.0400 (0.0400)',
        'Test:  [ 0/10]  eta: 0:00:10  loss: 9.9 (9.9)  time: 0.8  data: 0.5  max mem: 5000',
        'Averaged stats: loss: 9.8012 (9.9012)',
      ],
      yields: [
        { name: 'loss', value: 10.9012, split: 'train', epoch: 0, step: 0 },
        { name: 'lr', value: 1e-6, step: 0 },
        { name: 'loss (epoch)', value: 10.5012, split: 'train' },
        { name: 'lr (epoch)', value: 1.1e-5 },
        { name: 'loss', value: 9.8012, split: 'val', epoch: 0 },
      ],
    },
    {
      lines: [
        '2023-05-07 11:45:23,294 [INFO] Start training epoch 0, 500 iters per inner epoch.',
        'Train: data epoch: [0]  [250/500]  eta: 0:03:00  lr: 0.000001  loss: 3.9775  time: 0.3606  data: 0.0000  max mem: 22193',
      ],
      yields: [
        { name: 'lr', value: 1e-6, step: 250 },
        { name: 'loss', value: 3.9775, split: 'train', epoch: 0.5, step: 250 },
      ],
    },
    {
      lines: [
        'Epoch: [0]  [ 0/10]  eta: 0:00:25  lr: 0.000001  min_lr: 0.0  loss: 6.9 (6.95)  loss_scale: 65536.0 (65536.0)  time: 1.0  data: 0.2  max mem: 5000',
        '* Acc@1 3.712 Acc@5 9.351 loss 6.151',
        'Accuracy of the network on the 50000 test images: 3.7%',
        'Max accuracy: 3.71%',
      ],
      yields: [
        { name: 'lr', value: 1e-6 },
        { name: 'min_lr', value: 0 },
        { name: 'loss', value: 6.9, split: 'train', epoch: 0, step: 0 },
        { name: 'Acc@1', value: 3.712, split: 'val', epoch: 0 },
        { name: 'Acc@5', value: 9.351, split: 'val' },
        { name: 'loss', value: 6.151, split: 'val', epoch: 0 },
      ],
    },
    { lines: ['Epoch: [0]  [ 0/10] was skipped, eta: unknown'], yields: [] },
  ],
};
