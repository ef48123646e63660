import type { PairReading, Verdict } from '../../src/analysis/index.js';
import { phrase } from '../../src/analysis/index.js';
import type { Mark } from '../../src/protocol.js';

import { type Kind, noise, type Plan } from './frames.js';

const steps = (count: number, every: number) =>
  Array.from({ length: count }, (_, index) => (index + 1) * every);
const place = (x: number) => ({ series: 1, index: 0, x });

/** A live run that overfits: two rate drops, 2000 train values, 80 validations, infinities in the norm. */
export function overfitting(count = 2000): Kind {
  const g = noise(7);
  const x = steps(count, 10);
  const rate = (step: number) =>
    0.1 * Math.min(1, step / 500) * (step < 6000 ? 1 : step < 14_000 ? 0.1 : 0.01);
  const level = (s: number) =>
    s < 6000
      ? 0.55 + 1.75 * Math.exp(-s / 650) - s / 60_000
      : s < 14_000
        ? 0.17 + 0.28 * Math.exp(-(s - 6000) / 2600)
        : 0.07 + 0.1 * Math.exp(-(s - 14_000) / 400);
  const val = (s: number) =>
    s < 6000
      ? 0.62 + 1.5 * Math.exp(-s / 620)
      : s < 7250
        ? 0.41 + 0.2 * Math.exp(-(s - 6000) / 260)
        : 0.42 + 0.17 * (1 - Math.exp(-(s - 7250) / 6000));
  const validations = steps(Math.floor(count / 25), 250);
  const plan = (
    name: string,
    metric: string,
    split: Plan['split'],
    kind: Plan['kind'],
    at: readonly number[],
    of: (step: number) => number,
  ): Plan => ({ name, metric, split, kind, x: at, y: at.map(of) });
  return {
    name: 'resnet18-cifar10 / run-07',
    stepsPerEpoch: 426,
    epochs: 100,
    plans: [
      plan(
        'train_loss',
        'loss',
        'train',
        'loss',
        x,
        (s) => level(s) * Math.exp(0.22 * g()) + (s === 11_060 ? 2.4 : 0),
      ),
      plan(
        'val_loss',
        'loss',
        'val',
        'loss',
        validations,
        (s) => val(s) + (s < 6000 ? 0.02 : 0.006) * g(),
      ),
      plan('train_acc', 'accuracy', 'train', 'accuracy', validations, (s) =>
        Math.min(0.999, 1 - 0.29 * level(s) + 0.003 * g()),
      ),
      plan('val_acc', 'accuracy', 'val', 'accuracy', validations, (s) =>
        Math.min(0.999, 1 - 0.31 * val(s) + 0.004 * g()),
      ),
      plan('grad_norm', 'grad norm', 'train', 'other', x, (s) =>
        [3120, 9640, 16_420].includes(s)
          ? Number.POSITIVE_INFINITY
          : (1 + 2 * Math.exp(-s / 900)) * Math.exp(0.4 * g()),
      ),
      plan('lr', 'lr', 'other', 'lr', x, rate),
    ],
    verdicts: [OVERFITTING],
    pair: PAIR,
    marks: [
      {
        kind: 'onset',
        x: 8500,
        to: count * 10,
        series: 1,
        line: 8527,
        label: OVERFITTING.title,
        says: OVERFITTING.because,
        severity: 'warning',
      },
      {
        kind: 'spike',
        x: 11_060,
        y: 2.9,
        series: 0,
        line: 1107,
        label: phrase('Spike at {0}.', 'step 11\u202f060 (epoch 25)'),
        says: phrase('{0} jumped from {1} to {2}.', 'train_loss', '0.216', '2.90'),
        more: 2,
      },
      lrMark('lr-drop', 6000, '1e-1', '1e-2', 'Learning rate drops {0} → {1} at {2}.'),
      lrMark('lr-drop', 14_000, '1e-2', '1e-3', 'Learning rate drops {0} → {1} at {2}.'),
      lrMark('warm-up-end', 500, '2e-3', '1e-1', 'Warm-up {0} → {1} ends at {2}.'),
    ],
  };
}

function lrMark(kind: Mark['kind'], x: number, from: string, to: string, text: string): Mark {
  return { kind, x, series: 5, line: x / 10 + 1, label: phrase(text, from, to, `step ${x}`) };
}

const OVERFITTING: Verdict = {
  code: 'overfitting',
  severity: 'warning',
  title: phrase('Overfitting since epoch {0}.', 20),
  because: phrase(
    'Val loss is {0} above its best ({1} at {2}) while train loss fell from {3} to {4}.',
    '36\u202f%',
    '0.409',
    'epoch 16',
    '0.297',
    '0.0724',
  ),
  since: place(8500),
  raisedAt: place(9750),
  evidence: [
    {
      label: phrase('Val loss, median of 5'),
      measured: '0.586',
      needed: phrase('> {0} (best level + {1})', '0.443', '3\u202f%'),
      holds: true,
    },
    {
      label: phrase('Rise against its noise'),
      measured: '21\u202fσ',
      needed: phrase('> {0} σ', 3),
      holds: true,
    },
    {
      label: phrase('Validations since the best'),
      measured: '52',
      needed: phrase('3 or more'),
      holds: true,
    },
  ],
  isNot: [
    {
      code: 'generalisation-stalled',
      because: phrase(
        'Not generalisation stalled: val is {0} above its best, more than {1}.',
        '36\u202f%',
        '3\u202f%',
      ),
    },
    {
      code: 'diverging',
      because: phrase(
        'Not diverging: train loss is {0} its best, less than {1}.',
        '1.0\u202f×',
        '1.5\u202f×',
      ),
    },
  ],
  causes: [
    phrase(
      'Too little data for the size of the model: train loss is down to {0} of its start',
      '3\u202f%',
    ),
    phrase('Trained far past the best, which came after {0} of the run', '20\u202f%'),
    phrase('Too little regularisation'),
    phrase('Wrong labels in the training data'),
  ],
  advice: [
    { act: phrase('Keep the checkpoint of epoch {0}.', 16), source: phrase('Prechelt 1998') },
    { act: phrase('Stop here, or go on with more weight decay, dropout or augmentation.') },
  ],
};

/** What the engine says of such a run as a pair. */
const PAIR: PairReading = {
  train: 'down',
  val: 'up',
  trainChange: '−14\u202f%',
  valChange: '+3\u202f%',
  row: undefined,
  note: phrase(
    'The table lacks this pair, and it is what overfitting looks like: 41 of 44 overfit labelled runs end like this, but only 3 of 375 sound ones.',
  ),
};

/** The same run with more marks than there is room for: many spikes, two verdicts at once, two resumes. */
export function crowded(): Kind {
  const run = overfitting();
  const spikes = Array.from({ length: 90 }, (_, index): Mark => {
    const x = 400 + 217 * index;
    const label = phrase('Spike at {0}.', `step ${x}`);
    return { kind: 'spike', x, y: 2 + (index % 5), series: 0, line: x / 10, label };
  });
  const resumes = [9000, 9060].map((x, index): Mark => {
    const label = phrase('Attempt {0} starts', index + 2);
    return { kind: 'restart', x, series: 0, line: x / 10, label };
  });
  const second: Mark = {
    kind: 'onset',
    x: 10_000,
    to: 20_000,
    series: 0,
    line: 1001,
    label: phrase('Train loss swings since step {0}.', '10\u202f000'),
    severity: 'hint',
  };
  return { ...run, marks: [...run.marks, second, ...spikes, ...resumes] };
}

/** A run whose train loss explodes and is NaN from then on. */
export function breaking(): Kind {
  const g = noise(3);
  const x = steps(696, 1);
  const y = x.map((s) =>
    s >= 657
      ? Number.NaN
      : s > 650
        ? 10 ** (5 * (s - 650))
        : 0.24 + 1.4 * Math.exp(-s / 70) + 0.06 * Math.abs(g()),
  );
  const at = steps(27, 25);
  return {
    name: 'synth-mlp / lr-0.09',
    stepsPerEpoch: 25,
    plans: [
      { name: 'loss', metric: 'loss', split: 'train', kind: 'loss', x, y },
      {
        name: 'val_loss',
        metric: 'loss',
        split: 'val',
        kind: 'loss',
        x: at,
        y: at.map((s) => (s > 656 ? Number.NaN : 0.52 + 0.5 * Math.exp(-s / 40) + 0.03 * g())),
      },
      {
        name: 'val_acc',
        metric: 'acc',
        split: 'val',
        kind: 'accuracy',
        x: at,
        y: at.map((s) => (s > 656 ? 0.21 : 0.84 - 0.2 * Math.exp(-s / 60))),
      },
    ],
    verdicts: [
      {
        ...OVERFITTING,
        code: 'nan',
        severity: 'error',
        title: phrase('NaN in {0} since {1}.', 'train loss', 'step 657'),
        because: phrase(
          '{0} values in a row; the loss was {1} before and had not grown: look for log(0), a division by zero or a broken batch.',
          40,
          '1.92',
        ),
        evidence: [],
        isNot: [],
        causes: [],
        advice: [],
      },
      { ...OVERFITTING, severity: 'hint', evidence: [], advice: [] },
    ],
    marks: [{ kind: 'onset', x: 651, to: 696, label: phrase('NaN'), severity: 'error' }],
  };
}

/** A finished sound run of a few epochs. */
export function sound(): Kind {
  const g = noise(11);
  const at = steps(40, 1);
  return {
    name: 'mnist / sound',
    state: 'idle',
    stepsPerEpoch: 1,
    epochs: 40,
    plans: [
      {
        name: 'loss',
        metric: 'loss',
        split: 'train',
        kind: 'loss',
        x: at,
        y: at.map((s) => 0.1 + 0.8 * Math.exp(-s / 6) + 0.004 * g()),
      },
      {
        name: 'val_loss',
        metric: 'loss',
        split: 'val',
        kind: 'loss',
        x: at,
        y: at.map((s) => 0.14 + 0.7 * Math.exp(-s / 6) + 0.004 * g()),
      },
    ],
    pair: {
      train: 'flat',
      val: 'flat',
      trainChange: '0\u202f%',
      valChange: '−1\u202f%',
      row: 3,
      note: phrase(
        'Not the limit: 51 of 375 sound labelled runs end like this, and 24 of 26 plateaus of real runs ended later in the same run.',
      ),
    },
    verdicts: [
      {
        ...OVERFITTING,
        code: 'converged',
        severity: 'info',
        title: phrase('Converged.'),
        because: phrase(
          'Val loss {0} is at its best and moved {1} in the last quarter; train {2}.',
          '0.146',
          '3\u202f%',
          '0.108',
        ),
        isNot: [],
        causes: [],
        advice: [],
      },
    ],
    marks: [],
  };
}

/** Names out of a log that try to be more than names. */
export const HOSTILE = '<img src=x onerror=document.title="hit">';
export function hostile(): Kind {
  const kind = sound();
  const [first, ...rest] = kind.plans;
  return first
    ? {
        ...kind,
        name: HOSTILE,
        plans: [
          ...rest,
          { ...first, name: HOSTILE, metric: HOSTILE, kind: 'other', split: 'other' },
        ],
      }
    : kind;
}
