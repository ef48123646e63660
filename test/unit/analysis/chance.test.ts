import { describe, expect, it } from 'vitest';
import { nearestClasses } from '../../../src/analysis/evidence/chance.js';
import { createDiagnosis, sayPhrase } from '../../../src/analysis/index.js';
import { lossOf } from './verdictsOf.js';

describe('classes at chance', () => {
  it('are those of which the level is the logarithm', () => {
    const classes = [2, 3, 5, 6, 10, 12, 20, 40];
    expect(classes.map((one) => nearestClasses(Math.log(one), 0))).toEqual(classes);
  });

  it('may be a little below the level, hardly above it', () => {
    expect([Math.LN2, 0.699, 0.705].map((level) => nearestClasses(level, 0))).toEqual([2, 2, 2]);
    expect([0.685, 0.71].map((level) => nearestClasses(level, 0))).toEqual([undefined, undefined]);
    expect([2.3, 2.315].map((level) => nearestClasses(level, 0))).toEqual([10, 10]);
    expect([2.295, 2.33].map((level) => nearestClasses(level, 0))).toEqual([undefined, undefined]);
  });

  it('are not said where noise leaves several', () => {
    expect(nearestClasses(Math.log(10), 0.004)).toBe(10);
    expect(nearestClasses(Math.log(10), 0.02)).toBeUndefined();
    expect(nearestClasses(Math.log(1000), 0.0001)).toBeUndefined();
  });

  it('are none below two', () => {
    expect([0, 0.1, 0.4, -1].map((level) => nearestClasses(level, 0))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  it('are few by accident: a level taken anywhere is none in four cases of five', () => {
    const levels = Array.from({ length: 2000 }, (_, i) => 0.5 + i / 1000);
    const hits = levels.filter((level) => nearestClasses(level, 0) !== undefined);
    expect(hits.length / levels.length).toBeLessThan(0.2);
  });
});

describe('chance in words', () => {
  /** What is said of a run that stays where it is, under this name. */
  function saidOf(metric: string, of: (x: number) => number): string {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf(metric, 'train', metric), 'epoch');
    const val = diagnosis.addSeries(lossOf(`val_${metric}`, 'val', metric), 'epoch');
    for (let x = 0; x < 60; x++) {
      diagnosis.push(train, { x, y: of(x) });
      diagnosis.push(val, { x, y: of(x) + 0.0003 * Math.cos(5 * x) });
    }
    return diagnosis
      .active()
      .map(({ because }) => sayPhrase(because))
      .join(' ');
  }
  const flat = (level: number) => (x: number) => level + 0.001 * Math.sin(7 * x);

  it('is said of what may be a cross-entropy', () => {
    const names = ['loss', 'cls_loss', 'cross_entropy', 'nll'];
    const without = names.filter(
      (name) => !saidOf(name, flat(Math.LN10)).includes('10 classes (ln 10)'),
    );
    expect(without).toEqual([]);
  });

  it('is not said of what is none', () => {
    const names = [
      'mse_loss',
      'l1_loss',
      'box_loss',
      'kl_loss',
      'dice_loss',
      'focal_loss',
      'total_loss',
    ];
    const said = names.filter((name) => saidOf(name, flat(Math.LN10)).includes('classes'));
    expect(said).toEqual([]);
  });

  it('is two classes of a binary cross-entropy or none', () => {
    expect(saidOf('bce_loss', flat(Math.LN2))).toContain('2 classes (ln 2)');
    expect(saidOf('bce_loss', flat(Math.LN10))).not.toContain('classes');
  });

  it('is not said of a curve that came down to it', () => {
    const down = (x: number) => Math.log(9) + 0.6 * 0.8 ** x + 0.001 * Math.sin(7 * x);
    const valDown = saidOf('loss', (x) => (x % 2 === 0 ? down(x) : down(x) + 0.06));
    expect(valDown).not.toContain('classes');
  });

  it('is said of a slow start and of a plateau', () => {
    expect(saidOf('loss', (x) => Math.LN10 + 0.012 - 0.0002 * x)).toContain(
      'still chance for 10 classes',
    );
    expect(saidOf('loss', (x) => Math.LN10 + 1.5 * 0.7 ** x)).toContain(
      'if there are 10 classes, that is chance',
    );
  });
});
