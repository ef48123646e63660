import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Level, Trace } from '../evidence/trace.js';
import type { Limits } from '../limits.js';
import type { PlaceInSeries, RuledOut } from '../model.js';
import { writeLoss, writePercent, writeSigmas } from '../numbers.js';
import { phrase } from '../phrase.js';
import { bendNoiseOf } from '../stats/noise.js';
import { advise, ruledOut } from './account.js';
import { notDiverging } from './neighbours.js';
import { overfittingCauses, overfittingSince } from './overfittingCauses.js';
import type { Account, Finding, Rule } from './rule.js';
import { PLAYBOOK, PRECHELT } from './sources.js';

/**
 * The rise has to stand out from the noise of one validation value, or that of a median of 15, slower but
 * of half the noise, by this part of it: 3 and 1.7 standard deviations are both 5.3 standard errors of
 * their median (1.25 / sqrt(window) each). It finds overfitting that a noisy small validation set hides.
 */
const SMOOTH = 1.7 / 3;
/**
 * So few validations have hardly more differences than their climb: how they bend tells their noise, with
 * so much room. Generated runs of 13 to 20 validations: 1 missed in 60, not 7.
 */
const FEW = 24;
const BENT = 1.3;
/** Standard error of the median of n values, in their standard deviations / sqrt(n). */
const MEDIAN_ERROR = 1.25;
/** Below zero the way come is the measure: there has to be one, in standard deviations of one value. */
const WAY = 3;
/** Rise of validation from which it does not ask how far train fell. */
const FAR_RISE = 0.2;
/**
 * The best of many levels is low by luck, of more of them by more luck: from 50 validations on, each
 * doubling asks for a quarter more. On flat curves of 400 noisy validations it takes 17 false in 200 to none.
 */
const LUCK_FROM = 50;
const LUCK = 0.25;
/** Fall of validation from its first value that `valNeverImproved` takes for an answer. */
const IMPROVED = 0.02;

/**
 * Overfitting: training still improves while validation climbs away from its best.
 *
 * The level is a running median of 5, so neither one bad nor one lucky validation counts. A flat
 * validation curve is not overfitting (see `generalisationStalled`): 90 of 375 sound runs end like that.
 *
 * @source Prechelt, "Early Stopping - But When?" (1998), criterion GL, here on medians and noise-gated.
 * @measured OverfitGuard's 419 simulated histories: 44 of 44 caught, none before its best, 3 of 375 false;
 * 3 % and 3 in a row were chosen there. Noise whose neighbours resemble each other (autocorrelation 0.8,
 * 5 %) on a flat curve of 100 validations still accuses 1 in 5, and 1 in 2 at 15 %.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { train, val, trainLevel } = evidence;
  if (!train || !val?.level.bestAt || !trainLevel) return undefined;
  const { limits } = evidence;
  const fraction = riseOf(val, limits);
  // 3 % is "beginning", from 5 % on it is said aloud.
  if (!(fraction > limits['overfitting.risePercent'])) return undefined;
  if (!(trainLevel.value < fallenBelow(evidence, train, trainLevel, fraction))) return undefined;
  return {
    severity: fraction > limits['overfitting.clearRisePercent'] ? 'warning' : 'hint',
    since: leftItsBest(val),
    tell: () => tell(evidence, train, val),
  };
}

/**
 * A level that train has only if it fell since validation was best: noise alone may lower it by two
 * errors. Where validation rose far, any fall will do: train may have come to rest.
 */
function fallenBelow(
  { trainAtBestVal }: RunEvidence,
  { sigma }: Trace,
  { window }: Level,
  rise: number,
): number {
  if (rise > FAR_RISE) return trainAtBestVal;
  return trainAtBestVal - (2 * MEDIAN_ERROR * sigma) / Math.sqrt(window);
}

/**
 * Where validation left its best for good. The best is the lowest value, as the chart marks it and as
 * a checkpoint callback keeps it: also where that was one lucky value after the level had turned.
 */
function leftItsBest(val: Trace): PlaceInSeries {
  const left = val.level.leftAt ?? val.level.bestAt ?? val.here();
  return val.lowestAt && val.lowestAt.index > left.index ? val.lowestAt : left;
}

/** What one validation may be off by: a steep climb of few of them is no noise. */
function noiseOfVal({ sigma, noise, blocks: { means, size } }: Trace): number {
  if (size > 1 || means.length > FEW) return sigma;
  const bent = Math.max(BENT * bendNoiseOf(means), noise.grain / 2);
  return bent < sigma ? bent : sigma;
}

/** The rise over the best level as a fraction; 0 where noise could have made it. */
function riseOf(val: Trace, limits: Limits): number {
  if (!val.positive && val.start - val.level.best < WAY * noiseOfVal(val)) return 0;
  const sigmas = limits['overfitting.sigmas'];
  const noise = noiseOfVal(val) * (1 + LUCK * Math.max(0, Math.log2(val.finite / LUCK_FROM)));
  const quick = val.level.value - val.level.best;
  if (quick > sigmas * noise) return quick / val.scale(val.level.best);
  const slow = val.smooth.value - val.smooth.best;
  return slow > SMOOTH * sigmas * noise ? slow / val.scale(val.smooth.best) : 0;
}

function tell(evidence: RunEvidence, train: Trace, val: Trace): Account {
  const { level, lowest } = val;
  const since = namePlace(val, leftItsBest(val));
  const best = namePlace(val, val.lowestAt ?? val.here());
  const trainLevel = evidence.trainLevel ?? train.level;
  const now = trainLevel.value;
  const fell = fallenBelow(evidence, train, trainLevel, riseOf(val, evidence.limits));
  const rise = level.value - level.best;
  const needed = evidence.limits['overfitting.risePercent'];
  const sigmas = evidence.limits['overfitting.sigmas'];
  return {
    title: overfittingSince(since),
    because: phrase(
      'Val loss is {0} above its best ({1} at {2}) while train loss fell from {3} to {4}.',
      writePercent((level.value - lowest) / val.scale(lowest)),
      writeLoss(lowest),
      best.name,
      writeLoss(evidence.trainAtBestVal),
      writeLoss(now),
    ),
    evidence: [
      {
        label: phrase('Val level (median of 5)'),
        measured: writeLoss(level.value),
        needed: phrase(
          '> {0} (best level + {1})',
          writeLoss(level.best + needed * val.scale(level.best)),
          writePercent(needed),
        ),
        holds: rise > needed * val.scale(level.best),
      },
      {
        label: phrase('Rise against the noise of val'),
        measured: writeSigmas(rise, noiseOfVal(val)),
        needed: phrase(
          '> {0} σ, or {1} σ of a median of 15 (1 σ = {2})',
          sigmas,
          Number((SMOOTH * sigmas).toPrecision(2)),
          writeLoss(noiseOfVal(val)),
        ),
        holds: riseOf(val, evidence.limits) > needed,
      },
      {
        label: phrase('Train level'),
        measured: writeLoss(now),
        needed: phrase('< {0} (its level at the best val, less its noise)', writeLoss(fell)),
        holds: now < fell,
      },
    ],
    isNot: isNot(evidence, train, val),
    causes: overfittingCauses(evidence, train, val),
    advice: [
      advise(
        phrase('Keep the checkpoint of {0} (val loss {1}).', best.name, writeLoss(lowest)),
        PRECHELT,
      ),
      advise(phrase('Add dropout, weight decay or label smoothing.'), PLAYBOOK),
      advise(phrase('Add data or augmentation.'), PLAYBOOK),
    ],
  };
}

function isNot({ limits }: RunEvidence, train: Trace, val: Trace): RuledOut[] {
  const { level, lowest, first } = val;
  const needed = limits['overfitting.risePercent'];
  const fell = (first - lowest) / Math.abs(first);
  return ruledOut(
    [
      'generalisation-stalled',
      level.value - level.best > needed * val.scale(level.best),
      phrase(
        'Not generalisation stalled: val is {0} above its best, more than {1}.',
        writePercent((level.value - lowest) / val.scale(lowest)),
        writePercent(needed),
      ),
    ],
    notDiverging(train, limits),
    [
      'val-never-improved',
      val.positive && fell > IMPROVED,
      phrase('Not a mismatch of train and val: val fell {0} before it turned.', writePercent(fell)),
    ],
  );
}

const falling = Array.from({ length: 24 }, (_, i) => 3 * 0.85 ** i);
const turning = Array.from({ length: 24 }, (_, i) => 1 + 0.004 * (i - 10) ** 2);
const resting = Array.from({ length: 24 }, (_, i) => 1 + 2 * 0.6 ** i);

export const overfitting: Rule = {
  code: 'overfitting',
  kind: 'alarm',
  at: 'val',
  needs: { train: 10, val: 10 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'validation turns and climbs', train: falling, val: turning, speaks: true },
    { title: 'the same below zero', train: below(falling), val: below(turning), speaks: true },
    { title: 'validation only rests', train: falling, val: resting, speaks: false },
    { title: 'both climb', train: turning, val: turning, speaks: false },
  ],
};

/** The curve moved below zero, as a log-likelihood or ranking loss may be. */
function below(curve: readonly number[]): number[] {
  return curve.map((value) => value - 4);
}
