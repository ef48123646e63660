import { classesAtChance } from '../evidence/chance.js';
import type { RunEvidence } from '../evidence/evidence.js';
import type { Level, Trace } from '../evidence/trace.js';
import type { Phrase, RuledOut } from '../model.js';
import { writeLoss, writePercent, writeScore } from '../numbers.js';
import { phrase } from '../phrase.js';
import { CLEAR_TREND, mannKendall } from '../stats/trend.js';
import { advise, ruledOut } from './account.js';
import { chanceRows } from './chance.js';
import { notLearningCauses, thrownFrom } from './notLearningCauses.js';
import type { Account, Finding, Rule } from './rule.js';
import { KARPATHY, PLAYBOOK } from './sources.js';

/** A curve has not moved either where its noise could have made that fall, in standard deviations. */
const SIGMAS = 2;
/** Fall, as a fraction of the start, that the noise of train must not be able to hide. */
const SHOWS = 0.025;
/** Fall, as a fraction of the start, below which even a steady one is none: from 0.693 to 0.6925. */
const CREEP = 0.001;
/** Blocks from which the second half is looked at by itself, and the trend (p < 0.1) that it has to keep. */
const HALVED_FROM = 40;
const STILL = 1.64;
/** Part of the fall of its first half that the second half of validation brings, if it goes on. */
const GOES_ON = 1 / 4;
/** Losses that may be below zero have no percent: what noise could not have made has moved. */
const SIGNED_SIGMAS = 3;
/** Below this trend they creep down: nothing else can say so. */
const SIGNED_TREND = 2.5;
/** Train points that it takes, warm-up left out; from so many on it is said aloud. */
const TRAIN_POINTS = 20;
const ALOUD = 30;
/** Train by the step is noisy and early: so many validations have to agree, or so many points alone. */
const VALIDATIONS = 20;
const DENSE_POINTS = 400;

/**
 * Not learning: after a fair time neither train nor validation has moved from where it began, and train
 * does not even creep down. That last condition is what keeps slow starters out: 53 of 375 sound runs
 * sat near chance for 20 to 70 epochs, but each of them fell steadily by a little while it did.
 *
 * A creep that came to rest counts no more: labels that nothing can be learned from look like that.
 *
 * @measured OverfitGuard's 375 sound simulated histories: none accused (53 by a plain rule without the
 * trend). A start that is flat within its noise for 30 epochs and then learns is still accused, and cleared.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { train, val, trainLevel, limits } = evidence;
  const moved = limits['not-learning.movedPercent'];
  if (!train || !trainLevel || !isLongEnough(evidence)) return undefined;
  if (hasMoved(train, trainLevel, moved) || isCreeping(train, trainLevel)) return undefined;
  if (val && (hasMoved(val, val.level, moved) || isGoingOn(val))) return undefined;
  const since = train.firstAt ?? train.here();
  const severity = train.finite >= ALOUD ? 'warning' : 'info';
  return { severity, since, tell: () => tell(evidence, train, trainLevel) };
}

function isLongEnough({ isDense, train, val, trainWarm, trainLevel }: RunEvidence): boolean {
  if (!train || !trainLevel || Math.min(trainWarm, train.phase) < TRAIN_POINTS) return false;
  // The means of the two halves have to be known well enough for such a fall to show.
  if (train.positive && 2 * train.sigma > SHOWS * Math.abs(train.origin) * Math.sqrt(train.phase))
    return false;
  if (!isDense || (val && val.finite >= VALIDATIONS)) return true;
  return trainWarm >= DENSE_POINTS && (!val || val.finite >= VALIDATIONS / 2);
}

/** It falls by little, but clearly, by more than the last digits of it, and still does. */
function isCreeping(trace: Trace, { best }: Level): boolean {
  const { trend, origin, positive } = trace;
  if (!positive) return trend < -SIGNED_TREND;
  return trend < -CLEAR_TREND && origin - best > CREEP * Math.abs(origin) && !hasStopped(trace);
}

/** A first creep that came to rest is none: the second half of the blocks falls no more. */
function hasStopped({ blocks: { means } }: Trace): boolean {
  return means.length >= HALVED_FROM && mannKendall(means.slice(means.length >> 1)) > -STILL;
}

/** Validation creeps down, and not ever less: what a noisy train curve cannot show, in a warm-up for instance. */
function isGoingOn(val: Trace): boolean {
  const { means } = val.blocks;
  const half = means.length >> 1;
  const fallOf = (from: number, to: number) => (means[from] ?? 0) - (means[to] ?? 0);
  const isSlowing = fallOf(half, means.length - 1) < GOES_ON * fallOf(0, half);
  return isCreeping(val, val.level) && !isSlowing;
}

function hasMoved(trace: Trace, { best }: Level, moved: number): boolean {
  const fall = trace.origin - best;
  if (!trace.positive) return fall > SIGNED_SIGMAS * trace.sigma;
  return fall > moved * Math.abs(trace.origin) && fall > SIGMAS * trace.sigma;
}

function tell(evidence: RunEvidence, train: Trace, level: Level): Account {
  const { val, limits } = evidence;
  const moved = limits['not-learning.movedPercent'];
  const fall = (train.origin - level.best) / Math.abs(train.origin);
  const now = writeLoss(level.value);
  const chance = classesAtChance(train, val);
  return {
    title: phrase('Not learning so far.'),
    because: chance
      ? phrase(
          'Train loss is {0} after {1} points and began at {2}; that is chance for {3} classes (ln {3}).',
          now,
          train.finite,
          writeLoss(train.origin),
          chance,
        )
      : phrase(
          'Train loss is {0} after {1} points and began at {2}.',
          now,
          train.finite,
          writeLoss(train.origin),
        ),
    evidence: [
      {
        label: phrase('Best fall of train from its start'),
        measured: writePercent(fall),
        needed: phrase('< {0}, or within 2 σ', writePercent(moved)),
        holds: true,
      },
      {
        label: phrase('Trend of train (Mann-Kendall z)'),
        measured: writeScore(train.trend),
        needed: trendNeeded(train),
        holds: true,
      },
      ...(val ? [valRow(val, moved)] : []),
      ...chanceRows(train, train, val),
    ],
    isNot: isNot(evidence, train, fall),
    causes: notLearningCauses(evidence, train, level, hasStopped(train)),
    advice: [
      advise(
        phrase('Try to overfit one batch: if that fails, the model or the labels are broken.'),
        KARPATHY,
      ),
      thrownFrom(train, level) === undefined
        ? advise(phrase('Raise the learning rate 3 to 10 times.'))
        : advise(phrase('Lower the learning rate, or warm it up longer.'), PLAYBOOK),
      advise(
        phrase('Check the initialisation, dead units and that the optimiser holds the parameters.'),
      ),
    ],
  };
}

function isNot({ judged, limits }: RunEvidence, train: Trace, fall: number): RuledOut[] {
  const moved = limits['not-learning.movedPercent'];
  const trend = Math.min(train.trend, judged?.trend ?? 0);
  return ruledOut(
    [
      'too-slow',
      trend > -CLEAR_TREND,
      phrase(
        'Not too slow: there is no steady fall (trend z {0}, not below {1}).',
        writeScore(trend),
        writeScore(-CLEAR_TREND),
      ),
    ],
    [
      'plateau',
      fall < moved,
      phrase(
        'Not a plateau: it never left its start; {0} below it at best, less than {1}.',
        writePercent(Math.max(0, fall)),
        writePercent(moved),
      ),
    ],
  );
}

/** Why that trend is none. */
function trendNeeded(train: Trace): Phrase {
  if (train.trend > -CLEAR_TREND) return phrase('> −3.29 (no clear fall)');
  return hasStopped(train)
    ? phrase('> −3.29, or no fall in the second half')
    : phrase('> −3.29, or a fall of less than {0}', writePercent(CREEP));
}

function valRow(val: Trace, moved: number) {
  return {
    label: phrase('Best fall of val from its start'),
    measured: writePercent((val.origin - val.level.best) / Math.abs(val.origin)),
    needed: phrase('< {0}, or within 2 σ', writePercent(moved)),
    holds: true,
  };
}

const flat = Array.from({ length: 30 }, (_, i) => Math.LN10 + 0.002 * Math.sin(7 * i));
const stopped = Array.from(
  { length: 60 },
  (_, i) => Math.LN10 + 0.012 * 0.85 ** i + 0.0008 * Math.sin(7 * i),
);
const creeping = Array.from({ length: 30 }, (_, i) => Math.LN10 - 0.0005 * i);

export const notLearning: Rule = {
  code: 'not-learning',
  kind: 'alarm',
  at: 'train',
  needs: { train: TRAIN_POINTS },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'flat at ln 10', train: flat, val: flat, speaks: true },
    { title: 'a constant', train: flat.map(() => 0.7), speaks: true },
    { title: 'a first creep that came to rest', train: stopped, val: stopped, speaks: true },
    { title: 'a slow start that creeps down', train: creeping, val: creeping, speaks: false },
    {
      title: 'flat, but the learning rate still warms up',
      train: flat,
      rate: flat.map((_, i) => 1e-6 * (i + 1)),
      speaks: false,
    },
  ],
};
