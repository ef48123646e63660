import type { RunEvidence } from '../evidence/evidence.js';
import type { Trace } from '../evidence/trace.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { fallOf, longEnoughToRest } from './learning.js';
import type { Account, Finding, Rule } from './rule.js';

/** Fall from the start, as a fraction of the start, that a run must have made to have arrived. */
const ARRIVED = 0.5;
/** Distance of the level from its best, as a fraction. */
const AT_BEST = 0.01;

/**
 * Converged: the run has come a long way, rests, and rests at its best. The good end of a run. One that
 * came only a little way is on a plateau.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const judged = longEnoughToRest(evidence);
  if (!judged?.level.bestAt) return undefined;
  // Little movement over the last quarter is an end and not a fall.
  const still = evidence.limits['converged.stillPercent'];
  if (!(Math.abs(fallOf(judged)) < still) || !hasArrived(judged)) return undefined;
  const { train } = evidence;
  return { severity: 'info', since: judged.level.bestAt, tell: () => tell(judged, train, still) };
}

/** The curve has come a long way and stands at its best. */
export function hasArrived(trace: Trace): boolean {
  const { value, best } = trace.level;
  const from = Math.max(trace.start, trace.first);
  if (!(from - best > ARRIVED * Math.abs(from))) return false;
  return value - best <= Math.max(AT_BEST * trace.scale(best), trace.sigma);
}

function tell(judged: Trace, train: Trace | undefined, still: number): Account {
  const moved = writePercent(Math.abs(fallOf(judged)));
  const now = writeLoss(judged.level.value);
  return {
    title: phrase('Converged.'),
    because:
      judged !== train && train
        ? phrase(
            'Val loss {0} is at its best and moved {1} in the last quarter; train {2}.',
            now,
            moved,
            writeLoss(train.level.value),
          )
        : phrase('Train loss {0} is at its best and moved {1} in the last quarter.', now, moved),
    evidence: [
      {
        label: phrase('Movement in the last quarter'),
        measured: moved,
        needed: phrase('< {0}', writePercent(still)),
        holds: true,
      },
    ],
    advice: [],
  };
}

const arriving = Array.from({ length: 60 }, (_, i) => 0.1 + 2 * 0.8 ** i);
const falling = Array.from({ length: 60 }, (_, i) => 3 * 0.95 ** i);

export const converged: Rule = {
  code: 'converged',
  kind: 'state',
  at: 'judged',
  needs: { train: 20 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'both arrive and rest', train: arriving, val: arriving, speaks: true },
    { title: 'both fall', train: falling, val: falling, speaks: false },
  ],
};
