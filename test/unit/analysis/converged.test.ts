import { describe, expect, it } from 'vitest';
import { createDiagnosis, sayPhrase, type Verdict } from '../../../src/analysis/index.js';
import { lossOf } from './verdictsOf.js';

interface Run {
  readonly train: (x: number) => number;
  readonly val: (x: number) => number;
  readonly rate?: (x: number) => number;
}

/** The gravest verdict after so many epochs. */
function verdictAfter(epochs: number, { train, val, rate }: Run): Verdict | undefined {
  const diagnosis = createDiagnosis();
  const ids = [
    diagnosis.addSeries(lossOf('loss', 'train'), 'epoch'),
    diagnosis.addSeries(lossOf('val_loss', 'val'), 'epoch'),
  ] as const;
  const lr = {
    name: 'lr',
    metric: 'lr',
    split: 'other',
    kind: 'lr',
    role: 'lr',
    better: undefined,
  };
  const third =
    rate && diagnosis.addSeries(lr as Parameters<typeof diagnosis.addSeries>[0], 'epoch');
  for (let x = 0; x < epochs; x++) {
    if (rate && third !== undefined) diagnosis.push(third, { x, y: rate(x) });
    diagnosis.push(ids[0], { x, y: train(x) + 0.002 * Math.sin(7 * x) });
    diagnosis.push(ids[1], { x, y: val(x) + 0.002 * Math.cos(5 * x) });
  }
  return diagnosis.active()[0];
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const arriving = (floor: number) => (x: number) => floor + 2 * Math.exp(-x / 8);

describe('converged', () => {
  it('says which part of the fall the last quarter brought, and what as long again would bring', () => {
    const verdict = verdictAfter(80, { train: arriving(0.4), val: arriving(0.5) });
    expect(verdict?.code).toBe('converged');
    expect(verdict && sayPhrase(verdict.because)).toMatch(
      /^Val loss 0\.50\d rests at its best: the last quarter brought 0(\.\d)?\u202f% of the whole fall; as long again would bring about \d(\.\d)?\u202f%, at most \d(\.\d)?\u202f%\.$/,
    );
    expect(verdict?.isNot.map(({ code }) => code)).toEqual([
      'plateau',
      'overfitting',
      'generalisation-stalled',
    ]);
  });

  it('asks train to rest as well', () => {
    const falls = { train: (x: number) => 1.5 * Math.exp(-x / 60), val: arriving(0.5) };
    expect(verdictAfter(45, falls)?.code).not.toBe('converged');
  });

  it('is not said where noise could hide a fall', () => {
    const random = seeded(5);
    const noisy = Array.from(
      { length: 200 },
      (_, x) => 0.3 + 2 * Math.exp(-x / 12) + 0.4 * random(),
    );
    const diagnosis = createDiagnosis();
    const id = diagnosis.addSeries(lossOf('loss', 'train'), 'step');
    const said = noisy.flatMap((y, x) =>
      diagnosis.push(id, { x, y }).map(({ verdict }) => verdict.code),
    );
    expect(said).not.toContain('converged');
  });

  it('is not said while a law that held promises a twentieth and more', () => {
    const slow = (floor: number) => (x: number) => floor + 2 * (x + 1) ** -0.5;
    expect(verdictAfter(200, { train: slow(0), val: slow(0.05) })?.code).toBe('learning');
  });

  it('foretells nothing where the schedule has run the rate down, and says so', () => {
    const verdict = verdictAfter(80, {
      train: arriving(0.4),
      val: arriving(0.5),
      rate: (x) => 1e-3 * (0.5 + 0.5 * Math.cos((Math.PI * x) / 80)),
    });
    expect(verdict && sayPhrase(verdict.because)).toMatch(/of the whole fall\.$/);
    expect(verdict?.causes.map(sayPhrase)).toEqual([
      expect.stringMatching(/^The schedule has run the learning rate down to/),
    ]);
  });
});

describe('learning', () => {
  it('says where as long again may come to, and comes there', () => {
    const law = (floor: number) => (x: number) => floor + 2 * Math.exp(-x / 40);
    const verdict = verdictAfter(60, { train: law(0.3), val: law(0.5) });
    const [act] = verdict?.advice.map((one) => sayPhrase(one.act)) ?? [];
    const [value, low, high] = (act?.match(/\d\.\d+/g) ?? []).map(Number);
    expect(act).toMatch(/^Train on: as long again may bring val loss to about /);
    const came = law(0.5)(120);
    expect(Math.abs((value ?? 0) - came)).toBeLessThan(0.05);
    expect((low ?? 9) <= came && came <= (high ?? 0)).toBe(true);
  });

  it('promises nothing where the run broke with its law', () => {
    const broken = (x: number) => (x < 50 ? 1 + Math.exp(-x / 10) : 1 - 0.03 * (x - 50));
    const verdict = verdictAfter(64, { train: broken, val: broken });
    expect(verdict?.advice.map((one) => sayPhrase(one.act)).join()).not.toContain('as long again');
  });
});
