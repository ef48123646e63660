import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reading, recordsOf } from '../../../../src/analysis/index.js';
import { axis, event, eventFile, history, joined, output, tfRecord, wandbFile } from './written.js';

/** All readings of a file's bytes, pushed in pieces that end at these places. */
function read(path: string, bytes: Uint8Array, cuts: readonly number[] = []) {
  const reader = recordsOf(path, bytes);
  if (typeof reader === 'string') throw new Error(`not a file of records: ${reader}`);
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  const readings: Reading[] = [];
  for (const [index, to] of places.entries()) {
    // A buffer of Node that is wiped afterwards: the reader must keep a copy.
    const piece = Buffer.from(bytes.slice(places[index - 1] ?? 0, to));
    readings.push(...reader.push(piece));
    piece.fill(255);
  }
  return { readings, trouble: reader.trouble };
}

const said = (readings: readonly Reading[]) =>
  readings.map(({ split, name, step, epoch, value }) =>
    [split, name, `@${step ?? ''}`, epoch === undefined ? '' : `e${epoch}`, `=${value}`].join(' '),
  );

const EVENTS = 'runs/a/events.out.tfevents.1600000000.host.1.0';
const losses = Array.from({ length: 40 }, (_, step) => ({ tag: 'loss', value: 40 - step, step }));

describe('TensorBoard event files', () => {
  it('scalars with step, wall time and byte offset, simple or as a tensor', () => {
    const file = eventFile([
      { tag: 'Loss/train', value: 0.5, step: 7, time: 1.6e9 },
      { tag: 'epoch_loss', value: 0.25, step: 8, as: 'tensor', plugin: 'scalars' },
      { tag: 'epoch_loss', value: 0.125, step: 9, as: 'float_val' },
      { tag: 'val_loss', value: 0.1, as: 'double', step: 1 },
      { tag: 'val_loss', value: 3, as: 'int64', step: 2 },
      { tag: 'acc', value: 0.5, as: 'bfloat16', step: 3 },
      { tag: 'acc', value: 0.5, as: 'half', step: 4 },
    ]);
    const { readings, trouble } = read(EVENTS, file);
    expect(said(readings)).toEqual([
      'train Loss/train @7  =0.5',
      'train epoch_loss @8  =0.25',
      'train epoch_loss @9  =0.125',
      'val val_loss @1  =0.1',
      'val val_loss @2  =3',
      'train acc @3  =0.5',
      'train acc @4  =0.5',
    ]);
    expect(readings[0]).toMatchObject({ time: 1.6e9, offset: 40, line: 0, run: 0, attempt: 0 });
    expect(trouble).toBeUndefined();
  });

  it('a float32 stays what it is', () => {
    const { readings } = read(EVENTS, eventFile([{ tag: 'lr', value: 0.0003, step: 1 }]));
    expect(readings[0]?.value).toBe(Math.fround(0.0003));
    expect(readings[0]).toMatchObject({ kind: 'lr', split: 'train' });
  });

  it('NaN and Infinity are values', () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY].map((value) => ({ tag: 'loss', value }));
    const { readings } = read(EVENTS, eventFile(values));
    expect(readings.map(({ value }) => value)).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  });

  it.each([
    ['logs/train/events.out.tfevents.1.h', 'train'],
    ['logs/validation/events.out.tfevents.1.h.v2', 'val'],
    ['logs/Loss_eval/events.out.tfevents.1.h', 'val'],
    ['logs/events.out.tfevents.1.test-host', 'train'],
    ['validation.tfevents', 'val'],
    ['C:\\logs\\validation\\events.out.tfevents.1.h', 'val'],
  ])('%s says the split %s of a tag that says none', (path, split) => {
    const file = eventFile([
      { tag: 'epoch_loss', value: 1, step: 1 },
      { tag: 'train_loss', value: 1, step: 1 },
    ]);
    expect(read(path, file).readings.map((one) => one.split)).toEqual([split, 'train']);
  });

  it('counters, clocks, histograms and other dashboards make no curve', () => {
    const file = eventFile([
      { tag: 'epoch', value: 1, step: 1 },
      { tag: 'perf/samples_per_second', value: 99, step: 1 },
      { tag: 'time/fps', value: 99, step: 1 },
      { tag: 'global_step/sec', value: 99, step: 1 },
      { tag: 'weights', value: 1, step: 1, as: 'tensor', plugin: 'histograms' },
      { tag: 'weights', value: 1, step: 2, as: 'tensor' },
      { tag: 'notes', value: 1, step: 2, as: 'tensor', plugin: 'text' },
    ]);
    expect(read(EVENTS, file).readings).toEqual([]);
  });

  it('what was given a name has a curve, whatever it is', () => {
    const tags = ['train/clip_fraction', 'best_acc', 'rollout/ep_len_mean', 'D_A', 'x/std'];
    const file = eventFile(tags.map((tag) => ({ tag, value: 1, step: 1 })));
    expect(read(EVENTS, file).readings.map(({ name }) => name)).toEqual(tags);
  });

  it('a record with a wrong checksum is passed over and counted, the rest is read', () => {
    const file = eventFile(losses.slice(0, 5));
    const size = tfRecord(event({ tag: 'loss', value: 1, step: 1 })).length;
    const second = file.length - 3 * size + 20;
    file[second] = (file[second] ?? 0) ^ 1;
    const { readings, trouble } = read(EVENTS, file);
    expect(readings.map(({ step }) => step)).toEqual([0, 1, 3, 4]);
    expect(trouble?.args).toEqual([1]);
  });

  it('behind a damaged length the next header that holds is found', () => {
    const file = eventFile(losses.slice(0, 5));
    const size = tfRecord(event({ tag: 'loss', value: 1, step: 1 })).length;
    file.fill(77, file.length - 3 * size, file.length - 3 * size + 9);
    const { readings, trouble } = read(EVENTS, file);
    expect(readings.map(({ step }) => step)).toEqual([0, 1, 3, 4]);
    expect(trouble?.args).toEqual([1]);
  });

  it('a giant length is no reason to allocate: what fits a record is waited for, more is damage', () => {
    const header = new Uint8Array(8).fill(127);
    const file = joined([eventFile(losses.slice(0, 2)), header, eventFile(losses.slice(2, 4))]);
    expect(read(EVENTS, file).readings).toHaveLength(4);
  });

  it('a large graph is passed over without being held', () => {
    const graph = new Uint8Array(300_000);
    graph.set([0x22, 0xdc, 0xa7, 0x12]);
    const first = eventFile([{ tag: 'loss', value: 1, step: 1 }]);
    const file = joined([
      first,
      tfRecord(graph),
      tfRecord(event({ tag: 'loss', value: 2, step: 2 })),
    ]);
    for (const cuts of [
      [],
      [first.length + 100, first.length + 200_000],
      every(file.length, 997),
    ]) {
      expect(said(read(EVENTS, file, cuts).readings)).toEqual([
        'train loss @1  =1',
        'train loss @2  =2',
      ]);
    }
  });

  it('the last record is waited for', () => {
    const file = eventFile(losses);
    const reader = recordsOf(EVENTS, file);
    if (typeof reader === 'string') throw new Error(reader);
    expect(reader.push(file.subarray(0, -1))).toHaveLength(39);
    expect(reader.trouble).toBeUndefined();
    expect(said(reader.push(file.subarray(-1)))).toEqual(['train loss @39  =1']);
  });
});

const WANDB = 'wandb/run-20260101_000000-abc/run-abc.wandb';

describe('Weights & Biases files', () => {
  it('the history, on the steps of the trainer or else of log()', () => {
    const file = wandbFile([
      history({ 'train/loss': '0.5', 'train/global_step': '10', _step: '1', _timestamp: '1.6e9' }),
      history({ loss: '"NaN"', epoch: '2', _runtime: '3.5' }, 4),
      history({ 'val>loss': '0.25', 'val>img': '{"_type": "image-file", "size": 5}' }, 5),
      history({ val: '{"acc": 0.5, "top": {"acc5": 0.75}}', note: '"text"', list: '[1, 2]' }, 6),
    ]);
    expect(said(read(WANDB, file).readings)).toEqual([
      'train train/loss @10  =0.5',
      'train loss @4 e2 =NaN',
      'val val.loss @5  =0.25',
      'val val.acc @6  =0.5',
      'val val.top.acc5 @6  =0.75',
    ]);
    expect(read(WANDB, file).readings[0]?.time).toBe(1.6e9);
  });

  it('a metric stands on the axis that the script defined for it', () => {
    const file = wandbFile([
      axis('val/*', 'epoch'),
      axis('gan_loss', 'images_seen'),
      history({ 'val/loss': '0.5', epoch: '3', gan_loss: '2', images_seen: '640' }, 9),
    ]);
    expect(said(read(WANDB, file).readings)).toEqual([
      'val val/loss @9 e3 =0.5',
      'train gan_loss @640 e3 =2',
    ]);
  });

  it('console output, system statistics and summaries make no curve', () => {
    const file = wandbFile([output('epoch 1 loss 0.5\n'), history({ 'system.gpu.0.gpu': '5' }, 1)]);
    expect(read(WANDB, file).readings).toEqual([]);
  });

  it('records that go over blocks, and the zeros between them', () => {
    const long = 'x'.repeat(70_000);
    const file = wandbFile([
      history({ loss: '1' }, 1),
      output(long),
      history({ loss: '2', note: `"${long}"` }, 2),
      ...Array.from({ length: 3000 }, (_, at) => history({ loss: `${at}.5` }, at + 3)),
    ]);
    const { readings, trouble } = read(WANDB, file, every(file.length, 4093));
    expect(readings.map(({ step }) => step)).toEqual(
      Array.from({ length: 3002 }, (_, at) => at + 1),
    );
    expect(trouble).toBeUndefined();
  });

  it('a damaged chunk costs its record, a damaged length its block', () => {
    const file = wandbFile(Array.from({ length: 3000 }, (_, at) => history({ loss: '1' }, at)));
    const data = file.slice();
    data[7 + 9] = (data[7 + 9] ?? 0) ^ 1;
    expect(read(WANDB, data).readings).toHaveLength(2999);
    const length = file.slice();
    length[7 + 5] = 255;
    const { readings, trouble } = read(WANDB, length);
    expect(readings.length).toBeGreaterThan(1000);
    expect(trouble?.args).toEqual([1]);
  });
});

describe('any file of records', () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    [EVENTS, eventFile(losses)],
    [WANDB, wandbFile(Array.from({ length: 30 }, (_, at) => history({ loss: `${at}` }, at)))],
  ];

  it.each(files)('%s: cut anywhere, the readings are the same', (path, file) => {
    const whole = read(path, file).readings;
    expect(whole.length).toBeGreaterThanOrEqual(30);
    for (let at = 0; at <= file.length; at++) {
      expect(read(path, file, [at]).readings).toEqual(whole);
    }
    const cuts = fc.array(fc.nat(file.length), { maxLength: 30 });
    fc.assert(
      fc.property(cuts, (places) => {
        expect(read(path, file, places).readings).toEqual(whole);
      }),
    );
  });

  it.each(files)(
    '%s: whatever bytes change, nothing throws and what is read was written',
    (path, file) => {
      const whole = new Set(said(read(path, file).readings));
      const flips = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 8 });
      fc.assert(
        fc.property(flips, fc.nat(file.length), (changes, end) => {
          const bytes = file.slice(0, end);
          for (const [at, to] of changes) if (at < end) bytes[at] = to;
          if (typeof recordsOf(path, bytes) === 'string') return;
          for (const one of said(read(path, bytes).readings)) expect(whole).toContain(one);
        }),
      );
    },
  );

  it('a text is none, also the beginning of one', () => {
    const texts = ['epoch 1 loss 2\n', '{"loss": 1}\n', '\n', ':W'].map((text) =>
      new TextEncoder().encode(text),
    );
    expect(texts.map((text) => recordsOf('train.log', text))).toEqual([
      'text',
      'text',
      'unknown',
      'unknown',
    ]);
    expect(recordsOf('train.log', Uint8Array.of(0xff, 0xfe, 65, 0, 66, 0))).toBe('text');
  });

  it('is known by its bytes under any name', () => {
    expect(files.map(([, file]) => typeof recordsOf('x.bin', file))).toEqual(['object', 'object']);
  });
});

const every = (length: number, step: number): number[] =>
  Array.from({ length: Math.floor(length / step) }, (_, at) => (at + 1) * step);
