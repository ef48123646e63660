import { classesAtChance } from '../evidence/chance.js';
import type { RunEvidence } from '../evidence/evidence.js';
import type { Level, Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writeLoss, writePercent, writeRate } from '../numbers.js';
import { phrase } from '../phrase.js';
import { CLEAR_TREND } from '../stats/trend.js';
import { type Candidate, rankCauses } from './account.js';

/** Rise over its start, as a fraction, from which a curve that rests there has jumped. */
const JUMPED = 0.05;
/** A first value this many times above the level: it began far too high. */
const HIGH_START = 1.5;
/** Part of ln K within which every input gets the same guess; first weights that never move lie above it. */
const SAME_GUESS = 0.002;
/** Rates below this move next to nothing. Source: the range of UMLAUT (CHI 2021). */
const LOW_RATE = 1e-7;
/** A rise that counts is also so many standard deviations of one value. */
const SIGMAS = 3;
/** Trend from which a curve creeps down: p < 0.1. */
const CREEPS = 1.64;

/**
 * A curve that began high and rests, one that creeps, one that is a constant and one exactly at chance come
 * from different faults; what falls a little and stops has labels that say nothing of the inputs.
 */
export function notLearningCauses(
  evidence: RunEvidence,
  train: Trace,
  level: Level,
  hasStopped: boolean,
): Phrase[] {
  const { trend, noise } = train;
  const chance = classesAtChance(train, evidence.val);
  const isLow = evidence.rate.peak < LOW_RATE || trend < -CLEAR_TREND;
  const isSameGuess =
    chance !== undefined && Math.abs(level.value / Math.log(chance) - 1) < SAME_GUESS;
  return rankCauses(
    ...jumpCauses(train, level),
    [
      noise.grain === 0,
      phrase('No gradient reaches the parameters: frozen, detached or not in the optimiser'),
    ],
    [isLow && !hasStopped, rateCause(evidence, train, level)],
    [
      isSameGuess,
      isSameGuess
        ? phrase(
            'Dead units or zero initialisation: every input gets the same guess among {0} classes',
            chance,
          )
        : phrase('Dead units or a poor initialisation'),
    ],
    [trend < -CREEPS, phrase('Labels that do not belong to their inputs (shuffled, shifted)')],
  );
}

/** Thrown off in the first steps, upwards or from high above: where it began; undefined: it was not. */
export function thrownFrom({ first, origin, sigma }: Trace, { value }: Level): number | undefined {
  const hasJumped = value - origin > Math.max(JUMPED * Math.abs(origin), SIGMAS * sigma);
  if (first > HIGH_START * value) return first;
  return hasJumped ? origin : undefined;
}

function jumpCauses(train: Trace, level: Level): Candidate[] {
  const from = thrownFrom(train, level);
  if (from === undefined) return [];
  return [
    [
      true,
      phrase(
        'Learning rate or initial weights too large: the loss began at {0} and rests at {1}',
        writeLoss(from),
        writeLoss(level.value),
      ),
    ],
  ];
}

function rateCause({ rate }: RunEvidence, { trend, origin }: Trace, { best }: Level): Phrase {
  if (trend < -CLEAR_TREND) {
    const fell = writePercent((origin - best) / Math.abs(origin));
    return phrase('Learning rate far too low: a steady fall, but by {0} only', fell);
  }
  return Number.isNaN(rate.peak)
    ? phrase('Learning rate far too low or far too high')
    : phrase('Learning rate far too low or far too high ({0} at its peak)', writeRate(rate.peak));
}
