import type { Trace } from '../evidence/trace.js';
import type { Limits } from '../limits.js';
import { writeFactor, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import type { Neighbour } from './account.js';

/** Neighbours that several verdicts are mistaken for. What is not known is not ruled out. */

/** Validation near its best; both levels, as `overfitting` looks at both. */
export function notOverfitting(val: Trace | undefined, limits: Limits): Neighbour {
  const most = limits['overfitting.risePercent'];
  const above = val ? aboveBest(val, val.level) : Number.NaN;
  const isNear = val !== undefined && above < most && aboveBest(val, val.smooth) < most;
  return [
    'overfitting',
    isNear,
    phrase(
      'Not overfitting: val is {0} above its best, less than {1}.',
      writePercent(above),
      writePercent(most),
    ),
  ];
}

function aboveBest(trace: Trace, { value, best }: Trace['level']): number {
  return (value - best) / trace.scale(best);
}

/** The level of train near its best; only of losses above zero, which have a factor. */
export function notDiverging(train: Trace | undefined, limits: Limits): Neighbour {
  const most = limits['diverging.factor'];
  const factor = train ? train.level.value / train.level.best : Number.NaN;
  const isNear =
    train?.positive === true && factor < most && train.level.value < most * train.first;
  return [
    'diverging',
    isNear,
    phrase(
      'Not diverging: train loss is {0} its best, less than {1}.',
      writeFactor(factor),
      writeFactor(most),
    ),
  ];
}

/** A fall over the last quarter, as a fraction, that is more than a rest. */
export function notPlateau(fall: number, limits: Limits): Neighbour {
  const most = limits['plateau.restPercent'];
  return [
    'plateau',
    fall > most,
    phrase(
      'Not a plateau: it fell {0} in the last quarter, more than {1}.',
      writePercent(fall),
      writePercent(most),
    ),
  ];
}
