import type { RunEvidence } from '../evidence/evidence.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase, RuledOut } from '../model.js';
import { writeLoss, writePercent, writeScore } from '../numbers.js';
import { phrase } from '../phrase.js';
import { lastHalf } from '../stats/lastQuarter.js';
import { CLEAR_TREND, mannKendall } from '../stats/trend.js';
import { advise, rankCauses, ruledOut } from './account.js';
import type { Account, Finding, Rule } from './rule.js';

/** Movement of train over the second half of the phase that is none, as a fraction. */
const FLAT = 0.01;
/** Points of each curve. Fewer blocks than half of these cannot show a clear trend. */
const POINTS = 30;

/**
 * Suspect data: validation falls on while train rests. It should be the other way round. Information and
 * never proof: noisy train labels, a penalty inside the train loss or swapped splits do it, and 3 to 7 of
 * 375 sound runs look so for a while.
 *
 * @measured Generated runs whose train rests at the noise of its labels: found in each of 60 epochs and more
 * where validation falls by a fifth in half of the run and noise is a hundredth of the level; none below 5 %
 * by its definition. None of 375 + 135 sound runs and none of 1850 generated ones is named.
 */
function judge({ train, val, limits }: RunEvidence): Finding | undefined {
  // Fall of validation over the second half of the phase, as a fraction.
  const needed = limits['suspect-data.fellPercent'];
  if (!train || !val?.level.bestAt || Math.min(train.phase, val.phase) < POINTS) return undefined;
  const trainFell = fellInHalf(train);
  const valFell = fellInHalf(val);
  if (!(Math.abs(trainFell) < FLAT && valFell > needed)) return undefined;
  // Flat because it is, not because noise hides a fall.
  if (train.sigma > needed * train.scale(train.level.value) * Math.sqrt(train.blocks.size))
    return undefined;
  const valTrend = trendOfHalf(val);
  if (!(valTrend < -CLEAR_TREND) || trendOfHalf(train) < -CLEAR_TREND) return undefined;
  // Measured now: a new learning rate leaves nothing to measure it by.
  const seen = { trainMoved: Math.abs(trainFell), valFell, valTrend };
  return { severity: 'info', since: val.level.bestAt, tell: () => tell(train, val, needed, seen) };
}

/** Fall over the second half of this phase, as a fraction of what it is measured against. */
export function fellInHalf(trace: Trace): number {
  const half = lastHalf(trace.blocks.means);
  return half ? (half.from - half.to) / trace.scale(half.from) : Number.NaN;
}

function trendOfHalf({ blocks }: Trace): number {
  return mannKendall(blocks.means.slice(blocks.means.length >> 1));
}

/** Movements over the second half, as fractions, and the trend there. */
interface Seen {
  readonly trainMoved: number;
  readonly valFell: number;
  readonly valTrend: number;
}

function tell(train: Trace, val: Trace, needed: number, seen: Seen): Account {
  const valFell = writePercent(seen.valFell);
  const trainMoved = writePercent(seen.trainMoved);
  return {
    title: phrase('Train rests while validation falls.'),
    because: phrase(
      'Val loss fell {0} in the second half of the run while train loss moved {1}: a hint at the data, no proof.',
      valFell,
      trainMoved,
    ),
    evidence: [
      {
        label: phrase('Fall of val in the second half'),
        measured: valFell,
        needed: phrase('> {0}', writePercent(needed)),
        holds: true,
      },
      {
        label: phrase('Movement of train in the second half'),
        measured: trainMoved,
        needed: phrase('< {0}', writePercent(FLAT)),
        holds: true,
      },
      {
        label: phrase('Trend of val (Mann-Kendall z)'),
        measured: writeScore(seen.valTrend),
        needed: phrase('< −3.29 (a clear fall)'),
        holds: true,
      },
    ],
    isNot: isNot(train, seen.valFell, needed),
    causes: causesOf(train, val),
    advice: [
      advise(phrase('Check the labels of the training data for noise.')),
      advise(phrase('Check that train and val are not swapped.')),
      advise(
        phrase('See whether the train loss holds a penalty or an augmentation that val does not.'),
      ),
    ],
  };
}

function isNot(train: Trace, fell: number, needed: number): RuledOut[] {
  const came = (train.origin - train.level.best) / Math.abs(train.origin);
  return ruledOut(
    [
      'generalisation-stalled',
      fell > needed,
      phrase(
        'Not generalisation stalled: it is val that falls, by {0}, and train that rests.',
        writePercent(fell),
      ),
    ],
    [
      'not-learning',
      came > needed,
      phrase('Not stuck from the start: train loss had come down by {0}.', writePercent(came)),
    ],
  );
}

/** Train that rests above validation carries something that validation does not. */
function causesOf(train: Trace, val: Trace): Phrase[] {
  const isAbove = train.level.value > val.level.value && train.info.metric === val.info.metric;
  const levels = [writeLoss(train.level.value), writeLoss(val.level.value)] as const;
  return rankCauses(
    [
      isAbove,
      isAbove
        ? phrase('Wrong labels in the training data: train rests at {0}, val is at {1}', ...levels)
        : phrase('Wrong labels in the training data'),
    ],
    [isAbove, phrase('A penalty, dropout or augmentation that only the train loss holds')],
    [!isAbove, phrase('Train and val swapped')],
    [false, phrase('A train loss averaged over a long window')],
  );
}

const resting = Array.from({ length: 60 }, (_, i) => 1 + 0.002 * Math.sin(7 * i));
const falling = Array.from({ length: 60 }, (_, i) => 0.4 + 0.97 ** i);

export const suspectData: Rule = {
  code: 'suspect-data',
  kind: 'alarm',
  at: 'val',
  needs: { train: POINTS, val: POINTS },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'validation falls, train rests', train: resting, val: falling, speaks: true },
    { title: 'both fall', train: falling, val: falling, speaks: false },
    { title: 'train falls, validation rests', train: falling, val: resting, speaks: false },
    { title: 'both rest', train: resting, val: resting, speaks: false },
  ],
};
