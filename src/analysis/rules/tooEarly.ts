import type { RunEvidence } from '../evidence/evidence.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { fallOf, PROGRESS } from './learning.js';
import type { Account, Finding, Rule } from './rule.js';

/** Too little to say anything: what the run starts with, and stays with until another state holds. */
function judge(evidence: RunEvidence): Finding | undefined {
  const trace = evidence.judged ?? evidence.traces[0];
  if (!trace) return undefined;
  const since = { ...trace.here(), series: trace.series };
  return { severity: 'info', since, tell: () => tell(evidence) };
}

function tell(evidence: RunEvidence): Account {
  const { judged, val, needed } = evidence;
  if (!judged) {
    return {
      title: phrase('Nothing to judge yet.'),
      because: phrase('The log shows no train or validation loss so far.'),
      evidence: [],
      isNot: [],
      causes: [],
      advice: [],
    };
  }
  if (judged.finite >= needed) return restsAlone(evidence) ?? undecided(judged, evidence);
  return {
    title: phrase('Too early.'),
    because: because(evidence, judged.finite, needed),
    evidence: [
      {
        label: val ? phrase('Validation points') : phrase('Train points'),
        measured: String(judged.finite),
        needed: phrase('{0} or more', needed),
        holds: false,
      },
    ],
    isNot: [],
    causes: [],
    advice: [],
  };
}

function because({ judged, train, val }: RunEvidence, seen: number, needed: number): Phrase {
  const falls = (trace = judged) => trace !== undefined && !trace.rises && trace.last < trace.first;
  if (judged?.isByEpoch) {
    return val && falls(train) && falls(val)
      ? phrase(
          '{0} of the {1} epochs that a verdict needs; train and val fall so far.',
          seen,
          needed,
        )
      : phrase('{0} of the {1} epochs that a verdict needs.', seen, needed);
  }
  return val && falls(train) && falls(val)
    ? phrase(
        '{0} of the {1} validations that a verdict needs; train and val fall so far.',
        seen,
        needed,
      )
    : val
      ? phrase('{0} of the {1} validations that a verdict needs.', seen, needed)
      : phrase('{0} of the {1} points that a verdict needs.', seen, needed);
}

/** Validation rests and train falls still: neither converged nor, so early, stalled. */
function restsAlone({ judged, train, val, rises }: RunEvidence): Account | undefined {
  if (!train || !val || judged !== val || rises) return undefined;
  const moved = Math.abs(fallOf(val));
  const fell = fallOf(train);
  if (!(moved < PROGRESS && fell > PROGRESS)) return undefined;
  return {
    title: phrase('Validation rests, train still falls.'),
    because: phrase(
      'Val loss moved {0} in the last quarter and train fell {1}: too early to say whether it has stalled.',
      writePercent(moved),
      writePercent(fell),
    ),
    evidence: [],
    isNot: [],
    causes: [],
    advice: [],
  };
}

function undecided({ finite, phase, rises }: Trace, { rate }: RunEvidence): Account {
  const isTold = !Number.isNaN(rate.last);
  return {
    title: phrase('No clear direction yet.'),
    because:
      phase === finite || rises
        ? phrase('{0} points so far do not show a steady direction yet.', finite)
        : isTold
          ? phrase(
              'The learning rate changed; the {0} points since then do not show its effect yet.',
              phase,
            )
          : phrase(
              'Train loss changed at once, as at a new learning rate; the {0} points since then do not show a direction yet.',
              phase,
            ),
    evidence: [],
    isNot: [],
    causes: [],
    advice: [],
  };
}

export const tooEarly: Rule = {
  code: 'too-early',
  kind: 'state',
  at: 'any',
  needs: {},
  steadyFor: 1,
  judge,
  rising: judge,
  examples: [
    { title: 'four epochs', train: [4, 3, 2, 1], val: [4, 3, 2, 1], speaks: true },
    { title: 'nothing at all', train: [], speaks: false },
  ],
};
