import { describe, expect, it } from 'vitest';
import { type Reading, sayPhrase } from '../../src/analysis/index.js';
import { frameOf } from '../../src/engine/store/frame.js';
import { RunStore } from '../../src/engine/store/runStore.js';
import type { Mark, View } from '../../src/protocol.js';

interface Row {
  readonly step?: number;
  readonly epoch?: number;
  readonly attempt?: number;
  readonly loss?: number;
  readonly val_loss?: number;
  readonly lr?: number;
}

/** What is told of a metric by its name alone. */
const INFOS = {
  loss: { metric: 'loss', split: 'train', kind: 'loss' },
  val_loss: { metric: 'loss', split: 'val', kind: 'loss' },
  lr: { metric: 'lr', split: 'other', kind: 'lr' },
} as const;
const NAMES = ['loss', 'val_loss', 'lr'] as const;

function readingsOf(rows: readonly Row[]): Reading[] {
  return rows.flatMap((row, index) =>
    NAMES.flatMap((name): Reading[] => {
      const value = row[name];
      if (value === undefined) return [];
      const { step, epoch, attempt = 0 } = row;
      const place = { step, epoch, attempt, line: index + 1, offset: 0, run: 0 };
      return [{ name, ...INFOS[name], value, ...place }];
    }),
  );
}

/** The marks of a run of these lines, in the window asked for. */
function marksOf(rows: readonly Row[], wish: Partial<View> = {}): readonly Mark[] {
  const store = new RunStore({ nameOf: () => 'a.log' });
  store.add('/a.log', readingsOf(rows), { atMs: 0, isSeen: false });
  const run = store.run('/a.log#0');
  if (!run) throw new Error('there is no run');
  const view = { run: run.face.id, axis: 'step', pixels: 2000, smoothing: 0, ...wish } as const;
  return frameOf(run, run.summary('text', 'idle'), view).marks;
}

const said = ({ kind, x, label, says }: Mark) =>
  [kind, x, sayPhrase(label), says && sayPhrase(says)].filter((part) => part !== undefined);
const of = (marks: readonly Mark[], kind: string) =>
  marks.filter((mark) => mark.kind.startsWith(kind)).map(said);

/** A loss with an even ripple, and at these steps a value ten times as high. */
function rippled(count: number, isSpike: (step: number) => boolean): Row[] {
  return Array.from({ length: count }, (_, step) => ({
    step,
    loss: (1 + 0.05 * Math.sin(5 * step)) * (isSpike(step) ? 10 + step / count : 1),
  }));
}

describe('marks of a run', () => {
  it('the best validation and the onset of its overfitting, with their lines', () => {
    const rows = Array.from({ length: 40 }, (_, epoch) => ({
      epoch,
      loss: 3 * 0.85 ** epoch,
      val_loss: 1 + 0.004 * (epoch - 12) ** 2,
    }));
    const marks = marksOf(rows, { axis: 'epoch' });
    expect(of(marks, 'best')).toContainEqual(['best', 12, 'Best val_loss: 1.00 at epoch 12.']);
    expect(marks.find(({ kind, series }) => kind === 'best' && series === 1)?.line).toBe(13);
    const [onset] = marks;
    expect(onset).toMatchObject({ kind: 'onset', severity: 'warning', series: 1, to: 39 });
    expect(onset?.line).toBe((onset?.x ?? 0) + 1);
    expect(said(onset as Mark)[2]).toMatch(/^Overfitting since epoch \d+\.$/);
    expect(said(onset as Mark)[3]).toContain('above its best');
  });

  it('each spike, also the one behind another', () => {
    const marks = marksOf(rippled(400, (step) => step === 200 || step === 260));
    expect(of(marks, 'spike')).toEqual([
      [
        'spike',
        200,
        'Spike at step 200.',
        expect.stringMatching(
          /^loss jumped from (1\.0|0\.9)\d+ to 10\.\d and was back after 1 step\.$/,
        ),
      ],
      [
        'spike',
        260,
        'Spike at step 260.',
        expect.stringMatching(
          /^loss jumped from (1\.0|0\.9)\d+ to 10\.\d and was back after 1 step\.$/,
        ),
      ],
    ]);
    expect(marks.find(({ kind }) => kind === 'spike')).toMatchObject({ line: 201, series: 0 });
  });

  it('a thousand spikes send as many marks as there is room, the highest with them', () => {
    const rows = rippled(80_000, (step) => step % 80 === 79);
    const marks = marksOf(rows, { pixels: 800 }).filter(({ kind }) => kind === 'spike');
    expect(marks.length).toBeGreaterThan(40);
    expect(marks.length).toBeLessThanOrEqual(51);
    expect(marks.reduce((sum, { more = 0 }) => sum + 1 + more, 0)).toBeGreaterThan(900);
    const highest = Math.max(...rows.map(({ loss = 0 }) => loss));
    expect(Math.max(...marks.map(({ y = 0 }) => y))).toBe(highest);
    const window = { from: 10_000, to: 12_000, pixels: 800 };
    const near = marksOf(rows, window).filter(({ kind }) => kind === 'spike');
    expect(near.length).toBeGreaterThan(20);
    expect(near.every(({ x }) => x >= 10_000 && x <= 12_000)).toBe(true);
  });

  it('another attempt, with the place that the one before came to', () => {
    const rows = [...lossAt(0, 20, 0), ...lossAt(10, 30, 1)];
    expect(of(marksOf(rows), 'restart')).toEqual([
      ['restart', 10, 'Attempt 2 starts', 'It goes on at step 10; the one before came to step 19.'],
    ]);
  });
});

function lossAt(from: number, to: number, attempt: number): Row[] {
  return Array.from({ length: to - from }, (_, i) => ({ step: from + i, loss: 1, attempt }));
}

const CLIMB = (steps: number) => (step: number) => Math.min(1, (step + 1) / steps);
const COSINE = (share: number) => 0.5 * (1 + Math.cos(Math.PI * Math.min(1, share)));

describe('marks of a learning rate', () => {
  const schedules: readonly [string, (step: number) => number, (string | number)[][]][] = [
    ['a constant', () => 0.1, []],
    ['a cosine', (step) => COSINE(step / 300), []],
    ['a cosine moved once in ten readings', (step) => COSINE(Math.floor(step / 10) / 30), []],
    ['a line to zero', (step) => 1 - step / 300, []],
    [
      'a stair',
      (step) => (step < 100 ? 0.1 : step < 200 ? 0.01 : 0.001),
      [
        ['lr-drop', 100, 'Learning rate drops 1e-1 → 1e-2 at step 100.'],
        ['lr-drop', 200, 'Learning rate drops 1e-2 → 1e-3 at step 200.'],
      ],
    ],
    ['a warm-up, held', CLIMB(20), [['warm-up-end', 19, 'Warm-up 5e-2 → 1e0 ends at step 19.']]],
    [
      'a warm-up in stairs',
      (step) => CLIMB(5)(Math.floor(step / 20)),
      [['warm-up-end', 80, 'Warm-up 2e-1 → 1e0 ends at step 80.']],
    ],
    [
      'a warm-up and a cosine',
      (step) => CLIMB(20)(step) * COSINE(Math.max(0, step - 20) / 280),
      [['warm-up-end', 19, 'Warm-up 5e-2 → 1e0 ends at step 19.']],
    ],
    [
      'a warm-up and a stair',
      (step) => CLIMB(20)(step) * (step < 150 ? 1 : 0.1),
      [
        ['warm-up-end', 19, 'Warm-up 5e-2 → 1e0 ends at step 19.'],
        ['lr-drop', 150, 'Learning rate drops 1e0 → 1e-1 at step 150.'],
      ],
    ],
    [
      'a cosine with warm restarts',
      (step) => COSINE((step % 100) / 100),
      [
        ['lr-restart', 100, 'Learning rate starts anew 2.5e-4 → 1e0 at step 100.'],
        ['lr-restart', 200, 'Learning rate starts anew 2.5e-4 → 1e0 at step 200.'],
      ],
    ],
    ['a triangle', (step) => 0.1 + Math.abs(1 - ((step + 50) % 100) / 50), []],
    ['two groups in turn under one name', (step) => (step % 2 ? 0.1 : 0.01), []],
  ];
  it.each(schedules)('%s', (_, rate, wanted) => {
    const rows = Array.from({ length: 300 }, (_, step) => ({ step, lr: rate(step) }));
    expect(of(marksOf(rows), '').filter(([kind]) => kind !== 'best')).toEqual(wanted);
  });
});
