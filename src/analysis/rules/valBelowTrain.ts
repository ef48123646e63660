import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { lastQuarter } from '../stats/lastQuarter.js';
import { advise, rankCauses, ruledOut } from './account.js';
import { notOverfitting } from './neighbours.js';
import type { Account, Finding, Rule } from './rule.js';
import { MEASURED_RUNS } from './sources.js';

/**
 * Validation below train by more than 10 % for the last quarter of the run. Information only: dropout,
 * augmentation and a train loss averaged over the epoch do that, and 40 of 375 sound runs look so.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { val, trainLevel, valBelow } = evidence;
  if (!val || !trainLevel || !valBelow.since) return undefined;
  if (valBelow.row < Math.max(10, val.finite / 4)) return undefined;
  return {
    severity: 'info',
    since: valBelow.since,
    tell: () => tell(evidence, val.level.value, trainLevel.value),
  };
}

function tell(
  { train, val, valBelow, limits }: RunEvidence,
  valLevel: number,
  trainLevel: number,
): Account {
  const below = writePercent((trainLevel - valLevel) / trainLevel);
  const since = val && valBelow.since ? namePlace(val, valBelow.since).name : '';
  return {
    title: phrase('Val loss is below train loss.'),
    because: phrase(
      'Val loss is {0}, {1} below train loss ({2}), since {3}.',
      writeLoss(valLevel),
      below,
      writeLoss(trainLevel),
      since,
    ),
    evidence: [
      {
        label: phrase('Val below train'),
        measured: below,
        needed: phrase(
          '> {0} for the last quarter',
          writePercent(limits['val-below-train.belowPercent']),
        ),
        holds: true,
      },
    ],
    isNot: ruledOut(notOverfitting(val, limits)),
    causes: causesOf(train, trainLevel - valLevel),
    advice: [
      advise(
        phrase(
          'With dropout, augmentation or label smoothing do nothing: 40 of 375 sound runs look like this.',
        ),
        MEASURED_RUNS,
      ),
      advise(phrase('Otherwise look for validation samples among the training data.')),
      advise(phrase('Check that train and val are not swapped.')),
    ],
  };
}

/** The mean of an epoch in which train fell stands half of that fall above its end: does it explain half the gap? */
function causesOf(train: Trace | undefined, gap: number): Phrase[] {
  const quarter = train && lastQuarter(train.blocks.means);
  const fall = train?.isByEpoch && quarter ? (quarter.from - quarter.to) / (train.phase / 4) : 0;
  return rankCauses(
    [false, phrase('Dropout, augmentation or label smoothing, which act on train alone')],
    [fall / 2 > gap / 2, phrase('Train loss is the mean of an epoch in which it still fell')],
    [false, phrase('Validation data that are easier, or leaked into training')],
    [false, phrase('Wrong labels in the training data')],
  );
}

const falling = Array.from({ length: 30 }, (_, i) => 0.5 + 2 * 0.9 ** i);

export const valBelowTrain: Rule = {
  code: 'val-below-train',
  kind: 'alarm',
  at: 'val',
  needs: { train: 20, val: 20 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'a fifth below', train: falling, val: falling.map((y) => 0.8 * y), speaks: true },
    { title: 'a little below', train: falling, val: falling.map((y) => 0.97 * y), speaks: false },
  ],
};
