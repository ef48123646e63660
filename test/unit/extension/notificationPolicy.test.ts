import { describe, expect, it } from 'vitest';
import { type Ending, phrase } from '../../../src/analysis/index.js';
import { NotificationPolicy } from '../../../src/extension/notificationPolicy.js';
import type { RunSummary } from '../../../src/protocol.js';
import { runOf, verdictOf } from './runs.js';

const STARTED = 1000;
const RULES = { level: 'warning', perHour: 3 } as const;
const overfit = verdictOf('overfitting', 'warning');
const nan = verdictOf('nan', 'error');
const stalled = verdictOf('generalisation-stalled', 'hint');

/** Codes of the toasts that these moments of runs bring, '-' for silence. */
function toasts(
  moments: readonly (Partial<RunSummary> & { muted?: boolean; nowMs?: number })[],
  rules: Parameters<NotificationPolicy['verdictToShow']>[1] = RULES,
  policy = new NotificationPolicy(STARTED),
): string {
  return moments
    .map(({ muted = false, nowMs = STARTED, ...run }, index) => {
      const watched = { run: runOf({ seq: index + 1, ...run }), muted, nowMs };
      return policy.verdictToShow(watched, rules)?.code ?? '-';
    })
    .join(' ');
}

describe('notification policy', () => {
  it('tells a run and cause once, and a graver cause again', () => {
    const grown = { verdicts: [overfit] };
    expect(toasts([grown, grown, { verdicts: [nan, overfit] }, grown])).toBe('overfitting - nan -');
  });

  it('is silent about a log that was finished before we watched', () => {
    expect(
      toasts([
        { changedAt: 900, verdicts: [nan] },
        { changedAt: 900, verdicts: [nan] },
      ]),
    ).toBe('- -');
  });

  it('speaks when such a log grows after all', () => {
    const old = { changedAt: 900, verdicts: [overfit] };
    expect(toasts([old, { ...old, changedAt: 950 }])).toBe('- overfitting');
  });

  it('waits until the history is read', () => {
    expect(toasts([{ state: 'reading', verdicts: [nan] }, { verdicts: [nan] }])).toBe('- nan');
  });

  it('shows one toast where two causes are new, and never the lesser one later', () => {
    expect(toasts([{ verdicts: [nan, overfit] }, { verdicts: [overfit] }])).toBe('nan -');
  });

  it('keeps below the level, and to silence when off', () => {
    expect(toasts([{ verdicts: [stalled] }])).toBe('-');
    expect(toasts([{ verdicts: [stalled] }], { level: 'hint', perHour: 3 })).toBe(
      'generalisation-stalled',
    );
    expect(toasts([{ verdicts: [nan] }], { level: 'off', perHour: 3 })).toBe('-');
  });

  it('tells a muted run nothing, also not after it is unmuted', () => {
    expect(toasts([{ verdicts: [nan], muted: true }, { verdicts: [nan] }])).toBe('- -');
  });

  it('interrupts three times in any hour, over all runs', () => {
    const run = (id: string, nowMs: number) => ({ id, nowMs, verdicts: [nan] });
    const minute = 60_000;
    const moments = ['a', 'b', 'c', 'd'].map((id, index) => run(id, index * minute));
    expect(toasts([...moments, run('e', 61 * minute)])).toBe('nan nan nan - nan');
  });

  it('remembers what an earlier session said, and forgets a run that is gone', () => {
    const before = new NotificationPolicy(STARTED);
    expect(toasts([{ verdicts: [nan] }], RULES, before)).toBe('nan');
    const after = new NotificationPolicy(STARTED, before.said);
    expect(toasts([{ verdicts: [nan] }], RULES, after)).toBe('-');
    after.forget(runOf().id);
    expect(toasts([{ verdicts: [nan] }], RULES, after)).toBe('nan');
  });

  it('says nothing twice when the engine starts anew', () => {
    const policy = new NotificationPolicy(STARTED);
    expect(toasts([{ seq: 9, verdicts: [nan] }], RULES, policy)).toBe('nan');
    policy.countAnew(runOf().id);
    expect(toasts([{ seq: 2, verdicts: [nan] }], RULES, policy)).toBe('-');
  });

  it('takes a run that counts anew for another training', () => {
    const policy = new NotificationPolicy(STARTED);
    expect(
      toasts(
        [
          { seq: 9, verdicts: [nan] },
          { seq: 2, verdicts: [nan] },
        ],
        RULES,
        policy,
      ),
    ).toBe('nan nan');
  });

  it('tells a crash once, and again when the run was resumed and crashed at another line', () => {
    const again = { ...crash, line: 90 };
    const other = { id: 'b#0', ending: crash };
    expect(
      endings([
        { ending: crash },
        { ending: crash },
        {},
        { ending: crash },
        { ending: again },
        other,
      ]),
    ).toBe('memory - - - memory memory');
  });

  it('is silent about a run that had crashed before we watched', () => {
    expect(endings([{ changedAt: 900, ending: crash }])).toBe('-');
    expect(endings([{ changedAt: 900 }, { changedAt: 1200, ending: crash }])).toBe('- memory');
  });

  it('tells no end that is no harm: finished, stopped by hand, below the level', () => {
    const finished = { ...crash, how: 'finished', cause: undefined, severity: 'info' } as const;
    const stopped = { ...crash, cause: 'interrupted', severity: 'info' } as const;
    const cancelled = { ...crash, cause: 'cancelled', severity: 'warning' } as const;
    const errors = { level: 'error', perHour: 3 } as const;
    expect(endings([{ ending: finished }, { ending: stopped }])).toBe('- -');
    expect(endings([{ ending: cancelled }], errors)).toBe('-');
    expect(endings([{ ending: cancelled }])).toBe('cancelled');
  });

  it('counts a crash among the toasts of the hour, and mutes it with its run', () => {
    expect(endings([{ ending: crash, muted: true }])).toBe('-');
    const crashes = ['a', 'b', 'c', 'd'].map((id) => ({ id, ending: crash }));
    expect(endings(crashes)).toBe('memory memory memory -');
  });

  it('a verdict and a crash of one run are two causes', () => {
    const policy = new NotificationPolicy(STARTED);
    const run = { verdicts: [nan], ending: crash };
    expect(endings([run], RULES, policy)).toBe('memory');
    expect(toasts([run], RULES, policy)).toBe('nan');
  });
});

const crash: Ending = {
  how: 'crashed',
  cause: 'memory',
  severity: 'error',
  title: phrase('The training ran out of memory.'),
  because: phrase('Line {0} of the log says: {1}', 8, 'CUDA out of memory'),
  advice: [],
  line: 8,
};

/** Causes of the toasts that the ends of runs bring, '-' for silence. */
function endings(
  moments: readonly (Partial<RunSummary> & { muted?: boolean })[],
  rules: Parameters<NotificationPolicy['endingToShow']>[1] = RULES,
  policy = new NotificationPolicy(STARTED),
): string {
  return moments
    .map(({ muted = false, ...run }, index) => {
      const watched = { run: runOf({ seq: index + 1, ...run }), muted, nowMs: STARTED };
      return policy.endingToShow(watched, rules)?.cause ?? '-';
    })
    .join(' ');
}
