import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import type { Account, Finding, Rule } from './rule.js';

/** Age of the best validation level: this part of the run, besides so many validations (10). */
const OF_RUN = 0.2;
/** Validation is still this close to its best; above it `overfitting` speaks. */
const NEAR = 0.03;
/** Part of its start below which validation has nothing left to improve. */
const NOTHING_LEFT = 0.01;
/** Fall of train since then, as a fraction. */
const TRAIN_FELL = 0.05;

/**
 * Generalisation stalled: train falls on, validation rests near its best. Information, not an alarm and
 * not overfitting: 57 to 90 of 375 sound runs look like this for a while.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { val, train, trainLevel, trainAtBestVal, limits } = evidence;
  const validations = limits['generalisation-stalled.validations'];
  if (!val?.level.bestAt || !train || !trainLevel) return undefined;
  const { age, value, best, bestAt } = val.level;
  if (!(Math.abs(best) > NOTHING_LEFT * Math.abs(val.start))) return undefined;
  if (age < Math.max(validations, OF_RUN * val.finite)) return undefined;
  if (value - best > Math.max(NEAR * val.scale(best), 3 * val.sigma)) return undefined;
  const fell = (trainAtBestVal - trainLevel.value) / train.scale(trainAtBestVal);
  if (!(fell > TRAIN_FELL)) return undefined;
  return { severity: 'info', since: bestAt, tell: () => tell(val, fell, validations) };
}

function tell(val: Trace, fell: number, validations: number): Account {
  const best = namePlace(val, val.lowestAt ?? val.here());
  return {
    title: phrase('Validation rests while train falls on.'),
    because: phrase(
      'Val loss has not improved for {0} validations ({1} now, best {2} at {3}); train loss fell {4} since. That is not overfitting yet.',
      val.level.age,
      writeLoss(val.level.value),
      writeLoss(val.lowest),
      best.name,
      writePercent(fell),
    ),
    evidence: [
      {
        label: phrase('Validations since the best level'),
        measured: String(val.level.age),
        needed: phrase('{0} or more, and a fifth of the run', validations),
        holds: true,
      },
      {
        label: phrase('Fall of train since then'),
        measured: writePercent(fell),
        needed: phrase('> {0}', writePercent(TRAIN_FELL)),
        holds: true,
      },
    ],
    advice: [
      phrase('Keep the checkpoint of {0} (val loss {1}).', best.name, writeLoss(val.lowest)),
      phrase('Lower the learning rate or add regularisation.'),
    ],
  };
}

const falling = Array.from({ length: 40 }, (_, i) => 3 * 0.9 ** i);
const resting = Array.from({ length: 40 }, (_, i) =>
  i < 10 ? 3 - 0.2 * i : 1.1 + 0.005 * (i % 3),
);

export const generalisationStalled: Rule = {
  code: 'generalisation-stalled',
  kind: 'state',
  at: 'val',
  needs: { train: 20, val: 20 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'train falls, validation rests', train: falling, val: resting, speaks: true },
    { title: 'both fall', train: falling, val: falling, speaks: false },
  ],
};
