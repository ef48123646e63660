import type { LogClock } from '../evidence/clock.js';
import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Limits } from '../limits.js';
import type { Phrase } from '../model.js';
import { writeLoss, writeSeconds } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import type { Account, Finding, Rule } from './rule.js';

/** A log may well pause for so many times the longest pause that it has shown. */
const PAUSES = 2;
/** Seconds for which a log by steps that has not paused before may validate or save for the first time. */
const FIRST_PAUSE = 600;

/**
 * Stalled log: lines came in a rhythm, and none has come for a long while: 10 intervals, a minute at
 * least, and twice the longest pause that belongs to it (validation, checkpoints). The first such pause
 * looks like a stall: until ten minutes have passed it is a hint, unless every line is an epoch, with all
 * that belongs to one. Says nothing of the curves.
 *
 * @measured Generated rhythms (test/unit/analysis/stalledLog.test.ts); 4 of 4 stalled and none of 4 slow
 * logs of our own runs, whose pauses are up to 10 intervals long.
 */
function judge({ clock, judged, traces, limits }: RunEvidence): Finding | undefined {
  const trace = judged ?? traces[0];
  if (!trace || !clock.hasRhythm || !(clock.silence > needed(clock, limits))) return undefined;
  const isFirst = !trace.isByEpoch && mayBeFirst(clock, limits);
  const since = trace.here();
  return {
    severity: isFirst ? 'hint' : 'warning',
    since,
    tell: () => tell(clock, limits, namePlace(trace, since).name, isFirst, lastOf(trace)),
  };
}

/** Seconds of silence that the rhythm of the log does not explain. */
function needed(clock: LogClock, limits: Limits): number {
  return Math.max(unusual(clock, limits), PAUSES * clock.longestPause);
}

/** What would be a pause, whether it was seen before or not. */
function unusual({ interval }: LogClock, limits: Limits): number {
  return Math.max(limits['stalled-log.seconds'], limits['stalled-log.intervals'] * interval);
}

function hasPaused(clock: LogClock, limits: Limits): boolean {
  return PAUSES * clock.longestPause > unusual(clock, limits);
}

function mayBeFirst(clock: LogClock, limits: Limits): boolean {
  return !hasPaused(clock, limits) && clock.silence < FIRST_PAUSE;
}

/** The value that came last, a number or none. */
function lastOf({ oddRow, oddValue, last }: Trace): number {
  return oddRow > 0 ? oddValue : last;
}

function tell(
  clock: LogClock,
  limits: Limits,
  place: string,
  isFirst: boolean,
  last: number,
): Account {
  const every = writeSeconds(clock.interval);
  return {
    title: phrase('No new line for {0}.', writeSeconds(clock.silence)),
    because: hasPaused(clock, limits)
      ? phrase(
          'Lines came every {0} until {1}, with pauses of up to {2}; the process may hang or wait for data. The curves are sound.',
          every,
          place,
          writeSeconds(clock.longestPause),
        )
      : isFirst
        ? phrase(
            'Lines came every {0} until {1}, without such a pause before: it may be the first validation or checkpoint, or the process hangs. The curves are sound.',
            every,
            place,
          )
        : phrase(
            'Lines came every {0} until {1}; the process may hang or wait for data. The curves are sound.',
            every,
            place,
          ),
    evidence: [
      {
        label: phrase('Silence'),
        measured: writeSeconds(clock.silence),
        needed: phrase(
          '> {0} ({1} intervals, {2} at least; twice the longest pause before)',
          writeSeconds(needed(clock, limits)),
          limits['stalled-log.intervals'],
          writeSeconds(limits['stalled-log.seconds']),
        ),
        holds: true,
      },
    ],
    isNot: ruledOut([
      'nan',
      Number.isFinite(last),
      phrase('Not NaN: the last value was {0}.', writeLoss(last)),
    ]),
    causes: causesOf(isFirst),
    advice: [
      advise(phrase('See whether the process still runs and uses its device.')),
      advise(phrase('Look for a data loader or a collective operation that waits.')),
    ],
  };
}

/** A first pause may well be the work of the run; a later one is not. */
function causesOf(isFirst: boolean): Phrase[] {
  return rankCauses(
    [isFirst, phrase('A long validation, checkpoint or compilation')],
    [false, phrase('A data loader or a collective operation (NCCL) that hangs')],
    [false, phrase('A process that was killed without a word: memory, time limit, connection')],
    [false, phrase('Buffered output (python -u writes at once)')],
  );
}

export const stalledLog: Rule = {
  code: 'stalled-log',
  kind: 'alarm',
  at: 'clock',
  needs: {},
  steadyFor: 1,
  judge,
  rising: judge,
  examples: [{ title: 'curves alone', train: [3, 2, 1], speaks: false }],
};
