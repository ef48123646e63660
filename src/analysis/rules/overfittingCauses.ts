import type { RunEvidence } from '../evidence/evidence.js';
import type { NamedPlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { rankCauses } from './account.js';

/** Train below this part of its start knows its data by heart; a best in this first part of a run came early. */
const BY_HEART = 0.1;
const EARLY = 0.25;
/** Train so many times above val, at the best of val, that its data are the harder ones. */
const HARDER = 1.1;

/**
 * A best long ago and train data known by heart show in the curves; so do train data that are harder than
 * those of validation, as wrong labels make them. The rest is experience.
 *
 * @measured Our own runs: train above val at its best in 4 of 7 with a third of their labels wrong, in none of
 * 17 with little data or a few wrong labels.
 */
export function overfittingCauses(evidence: RunEvidence, train: Trace, val: Trace): Phrase[] {
  const { trainLevel, trainAtBestVal } = evidence;
  const isSame = train.info.metric === val.info.metric && train.positive && !train.rises;
  const isHarder = isSame && trainAtBestVal > HARDER * val.level.best;
  const left = train.positive ? (trainLevel?.value ?? train.last) / train.start : Number.NaN;
  const bestAt = ((val.lowestAt?.index ?? val.count) + 1) / val.count;
  return rankCauses(
    ...(isHarder
      ? [
          [
            true,
            phrase(
              'Wrong labels in the training data: train loss was {0} when val was at its best ({1})',
              writeLoss(trainAtBestVal),
              writeLoss(val.level.best),
            ),
          ] as const,
        ]
      : []),
    [
      left < BY_HEART,
      left < BY_HEART
        ? phrase(
            'Too little data for the size of the model: train loss is down to {0} of its start',
            writePercent(left),
          )
        : phrase('Too little data for the size of the model'),
    ],
    [
      bestAt < EARLY,
      bestAt < EARLY
        ? phrase('Trained far past the best, which came after {0} of the run', writePercent(bestAt))
        : phrase('Trained past the best'),
    ],
    [false, phrase('Too little regularisation')],
    ...(isHarder ? [] : [[false, phrase('Wrong labels in the training data')] as const]),
  );
}

/** The title of a loss that climbs from its lowest, and of an accuracy that falls from its highest. */
export function overfittingSince({ unit, number }: NamedPlace): Phrase {
  return unit === 'epoch'
    ? phrase('Overfitting since epoch {0}.', number)
    : phrase('Overfitting since step {0}.', number);
}
