import { describe, expect, it } from 'vitest';
import { Lifetime } from '../../../src/extension/lifecycle.js';
import { namedRun } from '../../../src/extension/namedRun.js';
import { lineOf, mainSeries, newestFirst, reaches } from '../../../src/extension/runWords.js';
import { runOf, seriesOf, verdictOf } from './runs.js';

describe('runs in lists', () => {
  it('puts what grows now first, then the newest', () => {
    const runs = [
      runOf({ id: 'old', state: 'idle', changedAt: 1 }),
      runOf({ id: 'new', state: 'idle', changedAt: 9 }),
      runOf({ id: 'live', state: 'live', changedAt: 5 }),
    ];
    expect(newestFirst(runs).map(({ id }) => id)).toEqual(['live', 'new', 'old']);
  });

  it('shows the training loss, else any loss, else what is no learning rate', () => {
    const lr = seriesOf('lr', { role: 'lr', kind: 'lr' });
    const acc = seriesOf('acc', { kind: 'accuracy' });
    const val = seriesOf('val_loss', { role: 'val' });
    const main = (...series: ReturnType<typeof seriesOf>[]) => mainSeries(runOf({ series }))?.name;
    expect(main(lr, val, acc, seriesOf('loss'))).toBe('loss');
    expect(main(lr, acc, val)).toBe('val_loss');
    expect(main(lr, acc)).toBe('acc');
    expect(main()).toBeUndefined();
  });

  it('knows which severity reaches a level', () => {
    expect(reaches('error', 'warning')).toBe(true);
    expect(reaches('hint', 'warning')).toBe(false);
    expect(reaches('error', 'off')).toBe(false);
  });

  it('jumps to where a verdict began', () => {
    expect(lineOf(verdictOf('nan', 'error'))).toBe(7);
  });
});

describe('the run that a command means', () => {
  const runs = { run: (id: string) => (id === 'a' ? runOf({ id }) : undefined) };

  it.each(['a', { runId: 'a' }])('%j names it', (which) => {
    expect(namedRun(runs, which)?.id).toBe('a');
  });

  it.each([undefined, null, 7, 'b', {}, { runId: 7 }])('%j names none', (which) => {
    expect(namedRun(runs, which)).toBeUndefined();
  });
});

describe('a lifetime', () => {
  it('ends what it owns, the last first, and what comes too late at once', () => {
    const ended: string[] = [];
    const thing = (name: string) => ({ dispose: () => ended.push(name) });
    const life = new Lifetime();
    life.own(thing('first'), thing('second'));
    life.dispose();
    life.own(thing('late'));
    life.dispose();
    expect(ended).toEqual(['second', 'first', 'late']);
  });
});
