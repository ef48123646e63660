import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import { longEnoughToRest } from './learning.js';
import { notOverfitting } from './neighbours.js';
import type { Account, Finding, Rule } from './rule.js';
import { KERAS_PLATEAU, PLAYBOOK, PRECHELT } from './sources.js';
import { fellInHalf } from './suspectData.js';

/** Age of the best validation level: this part of the run, besides so many validations (10). */
const OF_RUN = 0.2;
/** Validation is still this close to its best; above it `overfitting` speaks. */
const NEAR = 0.03;
/** Part of its start below which validation has nothing left to improve. */
const NOTHING_LEFT = 0.01;
/** Fall of train since then, as a fraction. */
const TRAIN_FELL = 0.05;
/** The same over the second half of the phase, where validation creeps on by less than this. */
const HALF_FELL = 0.1;
const HALF_RESTS = 0.02;
/** Train below this part of its start knows its data by heart; noise of val above this part of it is large. */
const BY_HEART = 0.1;
const NOISY = 0.02;

/**
 * Generalisation stalled: train falls on, validation rests near its best. Information, not an alarm and
 * not overfitting: 57 to 90 of 375 sound runs look like this for a while.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { val } = evidence;
  if (!val?.level.bestAt) return undefined;
  const { value, best, bestAt } = val.level;
  if (!(Math.abs(best) > NOTHING_LEFT * Math.abs(val.start))) return undefined;
  if (value - best > Math.max(NEAR * val.scale(best), 3 * val.sigma)) return undefined;
  const tell = sinceItsBest(evidence, val) ?? inHalf(evidence, val);
  return tell && { severity: 'info', since: bestAt, tell };
}

/** The best is old, and train fell since. */
function sinceItsBest(evidence: RunEvidence, val: Trace): (() => Account) | undefined {
  const { train, trainLevel, trainAtBestVal, limits } = evidence;
  if (!train || !trainLevel) return undefined;
  const validations = limits['generalisation-stalled.validations'];
  if (val.level.age < Math.max(validations, OF_RUN * val.finite)) return undefined;
  const fell = (trainAtBestVal - trainLevel.value) / train.scale(trainAtBestVal);
  return fell > TRAIN_FELL
    ? () => account(evidence, train, val, fell, becauseOld(val, fell))
    : undefined;
}

/** The best still creeps on, by next to nothing beside the fall of train. */
function inHalf(evidence: RunEvidence, val: Trace): (() => Account) | undefined {
  const { train } = evidence;
  if (!train || longEnoughToRest(evidence) !== val) return undefined;
  const moved = Math.abs(fellInHalf(val));
  const fell = fellInHalf(train);
  if (!(moved < HALF_RESTS && fell > HALF_FELL)) return undefined;
  return () => account(evidence, train, val, fell, becauseHalf(val, fell, moved));
}

function becauseOld(val: Trace, fell: number): Phrase {
  return phrase(
    'Val loss has not improved for {0} validations ({1} now, best {2} at {3}); train loss fell {4} since. That is not overfitting yet.',
    val.level.age,
    writeLoss(val.level.value),
    writeLoss(val.lowest),
    namePlace(val, val.lowestAt ?? val.here()).name,
    writePercent(fell),
  );
}

function becauseHalf(val: Trace, fell: number, moved: number): Phrase {
  return phrase(
    'Val loss moved only {0} in the second half of the run ({1} now); train loss fell {2}. That is not overfitting: val does not rise.',
    writePercent(moved),
    writeLoss(val.level.value),
    writePercent(fell),
  );
}

function account(
  evidence: RunEvidence,
  train: Trace,
  val: Trace,
  fell: number,
  because: Phrase,
): Account {
  const validations = evidence.limits['generalisation-stalled.validations'];
  const best = namePlace(val, val.lowestAt ?? val.here());
  return {
    title: phrase('Validation rests while train falls on.'),
    because,
    evidence: [
      {
        label: phrase('Validations since the best level'),
        measured: String(val.level.age),
        needed: phrase(
          '{0} or more and a fifth of the run, or val moved < 2 % in its second half',
          validations,
        ),
        holds: true,
      },
      {
        label: phrase('Fall of train in that time'),
        measured: writePercent(fell),
        needed: phrase(
          '> {0}, or {1} in the second half',
          writePercent(TRAIN_FELL),
          writePercent(HALF_FELL),
        ),
        holds: true,
      },
    ],
    isNot: ruledOut(notOverfitting(val, evidence.limits), [
      'plateau',
      fell > TRAIN_FELL,
      phrase('Not a plateau: train loss fell {0} in that time.', writePercent(fell)),
    ]),
    causes: causesOf(evidence, train, val),
    advice: [
      advise(
        phrase('Keep the checkpoint of {0} (val loss {1}).', best.name, writeLoss(val.lowest)),
        PRECHELT,
      ),
      advise(phrase('Lower the learning rate 2 to 10 times.'), KERAS_PLATEAU),
      advise(phrase('Add dropout, weight decay or label smoothing.'), PLAYBOOK),
    ],
  };
}

function causesOf({ trainLevel }: RunEvidence, train: Trace, val: Trace): Phrase[] {
  const left = train.positive ? (trainLevel?.value ?? train.last) / train.start : Number.NaN;
  const noise = val.sigma / val.scale(val.level.value);
  return rankCauses(
    [
      left < BY_HEART,
      left < BY_HEART
        ? phrase(
            'The model learns its data by heart: train loss is down to {0} of its start',
            writePercent(left),
          )
        : phrase('What is still learned from train does not carry over to val'),
    ],
    [
      noise > NOISY,
      noise > NOISY
        ? phrase('A small validation set: its noise of {0} hides small gains', writePercent(noise))
        : phrase('A validation set too small to show small gains'),
    ],
    [false, phrase('Learning rate too high for finer steps')],
    [false, phrase('Too little regularisation')],
  );
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
