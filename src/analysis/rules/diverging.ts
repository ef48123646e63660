import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Level, Trace } from '../evidence/trace.js';
import type { Limits } from '../limits.js';
import type { Phrase, PlaceInSeries, RuledOut } from '../model.js';
import { writeFactor, writeLoss, writeRate, writeSigmas } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import type { Account, Finding, Rule } from './rule.js';
import { PLAYBOOK } from './sources.js';

/**
 * Besides the factor over its best (losses above zero) and the noise of one value, the rise has to be this
 * large a part of the loss that the run began with.
 */
const OF_START = 0.2;
/** From this multiple of the first loss on, the best does not matter: an explosion in the first steps. */
const EXPLODED = 3;
/** A median is up when more than this part of its window is. */
const HALF = 0.5;

/**
 * Diverging: the train level rises far above its own best. Validation alone that rises is overfitting;
 * a single high batch is a spike, which a median does not see.
 *
 * @measured 1.5 x, 6 sigma, a fifth of the start, 3 in a row: 0 of 476 third-party runs accused.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { train, trainLevel, rise, limits } = evidence;
  if (!train || !trainLevel) return undefined;
  const risen = hasRisen(train, trainLevel, limits) && !rise.isReturning(trainLevel, train);
  if (!risen && !hasExploded(train, limits)) return undefined;
  // An explosion is seen by the short level, before the long one follows.
  const level = risen ? trainLevel : train.level;
  return {
    severity: 'error',
    since: sinceOf(train, level, limits),
    tell: () => tell(evidence, train, level),
  };
}

function sinceOf(train: Trace, level: Level, limits: Limits): PlaceInSeries {
  const began = hasRisen(train, level, limits) ? (level.farAt ?? level.leftAt) : train.firstAt;
  return began ?? train.here();
}

function hasExploded({ level, first, positive, logSigma }: Trace, limits: Limits): boolean {
  if (!positive || !(level.value > EXPLODED * first)) return false;
  // One batch loss may be a third of the usual: the first value is no better known than its noise.
  return Math.log(level.value / first) > limits['diverging.sigmas'] * logSigma;
}

function hasRisen(train: Trace, { value, best }: Level, limits: Limits): boolean {
  const rise = value - best;
  if (!(rise > limits['diverging.sigmas'] * train.sigma)) return false;
  if (!train.positive) return rise > OF_START * (train.start - best);
  return value > limits['diverging.factor'] * best && rise > OF_START * train.start;
}

function tell(evidence: RunEvidence, train: Trace, level: Level): Account {
  const { val, limits } = evidence;
  const factor = limits['diverging.factor'];
  const sigmas = limits['diverging.sigmas'];
  const since = namePlace(train, sinceOf(train, level, limits));
  const rise = level.value - level.best;
  return {
    title:
      since.unit === 'epoch'
        ? phrase('Diverging since epoch {0}.', since.number)
        : phrase('Diverging since step {0}.', since.number),
    because: because(train, level, val, limits),
    evidence: [
      {
        label: phrase('Train level over its best'),
        measured: writeLoss(level.value),
        needed: phrase('> {0}', writeLoss(train.positive ? factor * level.best : level.best)),
        holds: hasRisen(train, level, limits),
      },
      {
        label: phrase('Rise against the noise of train'),
        measured: writeSigmas(rise, train.sigma),
        needed: phrase('> {0} σ', sigmas),
        holds: rise > sigmas * train.sigma,
      },
      {
        label: phrase('Train level against its first value'),
        measured: writeFactor(level.value / train.first),
        needed: phrase('> {0} shows an explosion', writeFactor(EXPLODED)),
        holds: hasExploded(train, limits),
      },
    ],
    isNot: isNot(evidence, train, level),
    causes: causesOf(evidence, train, level),
    advice: [
      advise(phrase('Lower the learning rate, or warm it up longer.'), PLAYBOOK),
      advise(phrase('Clip the gradients.'), PLAYBOOK),
      advise(phrase('Go back to the checkpoint before {0}.', since.name)),
    ],
  };
}

function isNot(evidence: RunEvidence, train: Trace, level: Level): RuledOut[] {
  const { spikes, trainAtBestVal, limits } = evidence;
  const points = train.count - sinceOf(train, level, limits).index;
  const risen = hasRisen(train, level, limits);
  const isUp = risen || hasExploded(train, limits);
  return ruledOut(
    [
      'spike',
      isUp && points > HALF * level.window && !spikes.isOpen,
      phrase(
        'Not a spike: the level, a median of {0}, has been up for {1} points.',
        level.window,
        points,
      ),
    ],
    [
      'overfitting',
      isUp && level.value >= trainAtBestVal,
      phrase(
        'Not overfitting: train loss itself rose, from {0} to {1}.',
        writeLoss(risen ? level.best : train.first),
        writeLoss(level.value),
      ),
    ],
  );
}

/** When it began tells most: while the rate climbed, with one jump, or in the first steps. */
function causesOf({ rate, spikes, limits }: RunEvidence, train: Trace, level: Level): Phrase[] {
  const since = sinceOf(train, level, limits);
  const jump = spikes.last;
  const began = jump && Math.abs(jump.at.index - since.index) <= level.window ? jump : undefined;
  const atOnce = since.index < level.window;
  return rankCauses(
    [true, rateCause(rate)],
    [
      began !== undefined,
      began
        ? phrase(
            'A bad batch from which it did not come back: the jump to {0} at {1}',
            writeLoss(began.value),
            namePlace(train, began.at).name,
          )
        : phrase('Exploding gradients, no clipping'),
    ],
    ...(atOnce ? [[true, phrase('No warm-up, or initial weights too large')] as const] : []),
    [false, phrase('A fault in the pipeline: sign of the loss, labels or inputs')],
  );
}

function rateCause({ last, isWarmingUp }: RunEvidence['rate']): Phrase {
  if (Number.isNaN(last)) return phrase('Learning rate too high');
  return isWarmingUp
    ? phrase('Peak learning rate too high: it rose while the rate climbed to {0}', writeRate(last))
    : phrase('Learning rate too high ({0} now)', writeRate(last));
}

function because(train: Trace, level: Level, val: Trace | undefined, limits: Limits) {
  const { value, best } = level;
  if (!train.positive) {
    return phrase(
      'Train loss rose from {0} to {1}. Lower the learning rate or clip gradients.',
      writeLoss(best),
      writeLoss(value),
    );
  }
  if (!hasRisen(train, level, limits)) {
    return phrase(
      'Train loss is {0}, {1} its first value ({2}). Lower the learning rate or clip gradients.',
      writeLoss(value),
      writeFactor(value / train.first),
      writeLoss(train.first),
    );
  }
  const factor = writeFactor(value / best);
  return val && val.level.value > val.level.best
    ? phrase(
        'Train loss is {0} its best ({1}) and rises; val follows. Lower the learning rate or clip gradients.',
        factor,
        writeLoss(best),
      )
    : phrase(
        'Train loss is {0} its best ({1}). Lower the learning rate or clip gradients.',
        factor,
        writeLoss(best),
      );
}

const falling = Array.from({ length: 20 }, (_, i) => 2 * 0.8 ** i);
const climbing = Array.from({ length: 12 }, (_, i) => 0.05 + 0.3 * i);

export const diverging: Rule = {
  code: 'diverging',
  kind: 'alarm',
  at: 'train',
  needs: { train: 8 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'a fall, then a climb', train: [...falling, ...climbing], speaks: true },
    {
      title: 'an explosion in the first steps',
      train: [2.5, 300, 280, 290, 285, 240, 260, 250, 250, 255, 245],
      speaks: true,
    },
    { title: 'one bad batch', train: [...falling, 3, ...falling.slice(12)], speaks: false },
    { title: 'a fall', train: falling, speaks: false },
  ],
};
