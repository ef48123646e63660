import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReader, type Reading, ReadingColumns } from '../../../src/analysis/index.js';
import { readingsOf } from './readingsOf.js';

type Row = readonly [
  name: string,
  split: string,
  value: number,
  step?: number | undefined,
  epoch?: number,
];

function rows(lines: readonly string[]): Row[] {
  return readingsOf(lines).readings.map(({ name, split, value, step, epoch }) => {
    if (epoch !== undefined) return [name, split, value, step, epoch] as Row;
    return (step === undefined ? [name, split, value] : [name, split, value, step]) as Row;
  });
}

const READS: readonly (readonly [says: string, lines: readonly string[], rows: readonly Row[]])[] =
  [
    [
      'a hand-written print',
      ['epoch 3/10 step 1200 loss 0.51 val_loss: 0.62 lr 1e-4 acc=81.2%'],
      [
        ['loss', 'train', 0.51, 1200, 3],
        ['val_loss', 'val', 0.62, 1200, 3],
        ['lr', 'train', 1e-4, 1200, 3],
        ['acc', 'train', 81.2, 1200, 3],
      ],
    ],
    [
      'a Chinese print',
      ['第3轮 训练损失 0.51 验证损失 0.62', '轮次：4，训练损失：0.41，学习率：0.001，耗时：12.5秒'],
      [
        ['训练损失', 'train', 0.51, undefined, 3],
        ['验证损失', 'val', 0.62, undefined, 3],
        ['训练损失', 'train', 0.41, undefined, 4],
        ['学习率', 'train', 0.001, undefined, 4],
      ],
    ],
    [
      'values under the epoch that stands above',
      [
        'Epoch: 0',
        'Training Loss: 2.1 | Acc: 24.2% (12/50)',
        'Testing Loss: 1.9 | Acc: 30% (15/50)',
      ],
      [
        ['Training Loss', 'train', 2.1, undefined, 0],
        ['Acc', 'train', 24.2, undefined, 0],
        ['Testing Loss', 'val', 1.9, undefined, 0],
        ['Acc', 'val', 30, undefined, 0],
      ],
    ],
    [
      'values under a section',
      ['Epoch 1', 'loss: 0.5', 'Validation:', 'loss: 0.7'],
      [
        ['loss', 'train', 0.5, undefined, 1],
        ['loss', 'val', 0.7, undefined, 1],
      ],
    ],
    [
      'a validation printed before its step',
      [
        'validation loss: 9.5',
        'step 0 | loss: 9.6',
        'step 1 | loss: 9.1',
        'validation loss: 8.5',
        'step 2 | loss: 8.7',
      ],
      [
        ['validation loss', 'val', 9.5, 0],
        ['loss', 'train', 9.6, 0],
        ['loss', 'train', 9.1, 1],
        ['validation loss', 'val', 8.5, 2],
        ['loss', 'train', 8.7, 2],
      ],
    ],
    [
      'the first of two numbers, and no clock, throughput or memory',
      [
        '2024-01-02 03:04:05,678 - INFO - Epoch [2/9] Step [50/100] Loss: 0.5 (0.6) time: 0.3s eta 1:02:03 mem 4.5 GB 120.5 img/s',
      ],
      [['Loss', 'train', 0.5, 150, 1.5]],
    ],
    [
      'colours and non-finite values',
      [
        '\u001b[32mepoch=1\u001b[0m loss=\u001b[1mnan\u001b[0m',
        'epoch=2 loss=-inf',
        'epoch=3 loss=Infinity',
      ],
      [
        ['loss', 'train', Number.NaN, undefined, 1],
        ['loss', 'train', Number.NEGATIVE_INFINITY, undefined, 2],
        ['loss', 'train', Number.POSITIVE_INFINITY, undefined, 3],
      ],
    ],
    [
      'the last paint of a bar',
      [
        'Epoch 0:  50%|█████     | 30/60 [00:01<00:00, 40.8it/s, v_num=0, train_loss=0.9]',
        'Epoch 0: 100%|██████████| 60/60 [00:02<00:00, 40.8it/s, v_num=0, train_loss=0.8, val_loss=0.7]',
        'Epoch 1:   0%|          | 0/60 [00:00<?, ?it/s, v_num=0, train_loss=0.8, val_loss=0.7]',
      ],
      [
        ['train_loss', 'train', 0.8, undefined, 0],
        ['val_loss', 'val', 0.7, undefined, 0],
      ],
    ],
    [
      'a table of a text log',
      ['epoch     train_loss  valid_loss  time', '0         0.599940    0.606000    00:15'],
      [
        ['train_loss', 'train', 0.59994, undefined, 0],
        ['valid_loss', 'val', 0.606, undefined, 0],
      ],
    ],
    [
      'unknown names beside a position, from the second line on',
      [
        '(epoch: 1, iters: 100, time: 0.480) D_A: 0.28 G_A: 0.84',
        '(epoch: 1, iters: 200, time: 0.480) D_A: 0.27 G_A: 0.83',
      ],
      [
        ['D_A', 'train', 0.28, 100, 1],
        ['G_A', 'train', 0.84, 100, 1],
        ['D_A', 'train', 0.27, 200, 1],
        ['G_A', 'train', 0.83, 200, 1],
      ],
    ],
  ];

const SILENT: readonly (readonly [says: string, lines: readonly string[]])[] = [
  [
    'prose',
    [
      'We trained for 100 epochs and the loss fell from 2.31 to 0.42 within 30 epochs.',
      'Table 3 lists an accuracy of 91.2%.',
    ],
  ],
  [
    'a server',
    [
      '2023-08-04 01:30:08,934 INFO stats p50=9.5ms error rate=0.05%',
      '2023-08-04 01:30:19,980 INFO stats p50=8.6ms error rate=0.07%',
    ],
  ],
  [
    'launch settings',
    ["Namespace(lr=0.0003, loss='ce', epochs=10)", 'lr: 0.001', 'epochs: 100', 'warmup steps: 500'],
  ],
  [
    'a traceback',
    [
      'Traceback (most recent call last):',
      '  File "train.py", line 12, in train_step',
      'ValueError: loss must be > 0, got -1.5',
    ],
  ],
  ['records of the best', ['Epoch 12: new best val_acc 0.9038, saving best.pth']],
  [
    'a build',
    [
      '[64/140] Building CXX object csrc/loss_65.cpp.o',
      '[65/140] Building CXX object csrc/loss_66.cpp.o',
    ],
  ],
];

describe('the general reader', () => {
  it.each(READS)('reads %s', (_, lines, expected) => {
    expect(rows(lines)).toEqual(expected);
  });

  it.each(SILENT)('is silent on %s', (_, lines) => {
    expect(rows(lines)).toEqual([]);
  });

  it('gives a bar that a pause left whole, once', () => {
    const reader = createReader({ name: 'log' });
    const push = (text: string) => reader.push({ text, line: 1, offset: 0 }).length;
    expect(push('10/10 [=====] - 2s - loss: 0.5')).toBe(0);
    expect(reader.flush().map(({ value }) => value)).toEqual([0.5]);
    expect(push('10/10 [=====] - 3s - loss: 0.5 - val_loss: 0.6')).toBe(0);
    expect(reader.flush().map(({ name }) => name)).toEqual(['val_loss']);
  });
});

describe('runs', () => {
  const places = (lines: readonly string[]) =>
    readingsOf(lines).readings.map(({ run, attempt }) => `${run}.${attempt}`);
  const line = (step: number) => `step ${step} loss ${1 / (step + 1)}`;

  it('a start from the beginning is the next run, a step back the next attempt', () => {
    expect(places([0, 10, 20, 30, 20, 30, 40, 0, 10].map(line))).toEqual([
      '0.0',
      '0.0',
      '0.0',
      '0.0',
      '0.1',
      '0.1',
      '0.1',
      '1.0',
      '1.0',
    ]);
  });

  it('two writers that take turns are two runs, not a restart each line', () => {
    expect(new Set(places([100, 5, 110, 15, 120, 25, 130, 35].map(line))).size).toBe(2);
  });
});

describe('series', () => {
  it('have steps for x unless they start anew in each epoch', () => {
    const axes = (lines: readonly string[]) => {
      const columns = new ReadingColumns();
      columns.add(readingsOf(lines).readings);
      return columns.all.map(({ series, xUnit, length }) => [series.name, xUnit, length]);
    };
    expect(axes(['epoch 0 step 5 loss 1', 'epoch 1 step 15 loss 1'])).toEqual([
      ['loss', 'step', 2],
    ]);
    expect(axes(['epoch 0 step 5 loss 1', 'epoch 1 step 5 loss 1'])).toEqual([
      ['loss', 'epoch', 2],
    ]);
  });
});

describe('hostile lines', () => {
  it.each([
    ['digits', '1'.repeat(100_000)],
    ['names', 'loss '.repeat(20_000)],
    ['brackets', `{"a":${'['.repeat(50_000)}`],
    ['depth', '{"a":'.repeat(20_000)],
    ['commas', `epoch,loss${',1'.repeat(50_000)}`],
    ['spaces', `loss${' '.repeat(100_000)}1`],
    ['a number that never ends', `{"step": 1, "loss": ${'1'.repeat(200_000)}}`],
    ['a name that never ends', `{"step": 1, "loss${'1'.repeat(200_000)}x": 1}`],
    ['bars', `1/2 [${'='.repeat(15_000)}`],
    ['binary', '\u0000\ufffd loss\u0001'.repeat(2000)],
  ])('%s are passed over in time', (_, text) => {
    const start = performance.now();
    expect(readingsOf([text, text]).readings).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('a name among the bytes of a record file is no print', () => {
    const record = (step: number) => `\n\u0012epoch_loss\u0015\u0010\u0002 ${step} loss 0.${step}`;
    expect(readingsOf([record(1), record(2), record(3)]).readings).toEqual([]);
  });
});

describe.each(['logs', 'logs-emulated'])('../shared/%s', (corpus) => {
  const folder = join('..', 'shared', corpus, 'no-metrics');
  const files = filesIn(folder);
  it.skipIf(files.length === 0)('files without metrics yield nothing', () => {
    const loud = files.filter((name) => {
      const lines = readFileSync(join(folder, name), 'latin1').split(/\r\n|\n|\r/);
      const reader = createReader({ name });
      const found: Reading[] = [];
      lines.forEach((text, i) => {
        found.push(...reader.push({ text, line: i + 1, offset: 0 }));
      });
      return found.length + reader.flush().length > 0;
    });
    expect(loud).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The corpus lies beside the repository on some machines only; the test then says "skipped".
    return [];
  }
}
