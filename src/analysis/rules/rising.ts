import type { RunEvidence } from '../evidence/evidence.js';
import { type NamedPlace, namePlace } from '../evidence/place.js';
import type { Level, Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writeLoss, writePercent, writeSigmas } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, ruledOut } from './account.js';
import { fallOf, longEnoughToRest, PROGRESS } from './learning.js';
import { overfittingCauses, overfittingSince } from './overfittingCauses.js';
import { causesOf as causesOfRest, isResting, noProgress } from './plateau.js';
import type { Account, Finding } from './rule.js';
import { KERAS_PLATEAU, PLAYBOOK, PRECHELT } from './sources.js';

/**
 * How the rules judge a run that logs accuracies or rewards and no loss. Its traces hold the values turned
 * (see `Trace.rises`), so that "lower is better" holds here as well; words turn them back and use the
 * name that the log prints. Everything else that is said of losses is not said of these.
 */

/** Rise in the last quarter, in standard errors of the difference of its two ends, that is one. */
const CLEAR = 2;
/** Fall from the highest level, in standard deviations of one value, and of a level of 15. */
const SIGMAS = 4;
const SMOOTH_SIGMAS = 2.3;
/** From 50 validations on, each doubling asks for a quarter more: the best of many is high by luck. */
const LUCK_FROM = 50;
const LUCK = 0.25;
/** Rise of train since then, in standard errors of its level. */
const TRAIN_ROSE = 2;
const OF_MEDIAN = 1.2533;

/** Learning. */
export function stillRises({ judged }: RunEvidence): Finding | undefined {
  if (!judged?.level.bestAt) return undefined;
  const rise = fallOf(judged);
  const error = judged.sigma / Math.sqrt(judged.blocks.size);
  if (!(rise > PROGRESS && rise * judged.scale(judged.level.value) > CLEAR * error))
    return undefined;
  return { severity: 'info', since: judged.level.bestAt, tell: () => tellRise(judged, rise) };
}

/** Plateau. Never "converged": how far an accuracy can rise is not known. */
export function restsRisen(evidence: RunEvidence): Finding | undefined {
  const judged = longEnoughToRest(evidence);
  const { train, limits } = evidence;
  const rest = limits['plateau.restPercent'];
  if (!judged?.level.bestAt || !isResting(judged, rest)) return undefined;
  if (train && !isResting(train, rest)) return undefined;
  return {
    severity: 'info',
    since: judged.level.bestAt,
    tell: () => tellRest(evidence, judged, rest),
  };
}

/**
 * Overfitting: validation falls away from its highest level while train rises on. Accuracies of small
 * validation sets are noisy, so more is asked for than of losses: 4 standard deviations for 3.
 *
 * @measured Generated accuracies: none of 1200 that rest, with noise up to 0.03 of 1, accused; 2 and 27 of
 * 400 each where neighbours resemble each other (autocorrelation 0.6, noise 0.01 and 0.03), nearly all
 * cleared again. A fall by a twentieth of the highest is found in each run at noise 0.003, one by a
 * thirteenth in 92 of 100 at noise 0.01. None of 42 real runs with their losses left out is accused.
 */
export function peaked(evidence: RunEvidence): Finding | undefined {
  const { train, val, trainLevel, trainAtBestVal, limits } = evidence;
  if (!train || !trainLevel || !val?.level.bestAt || val.info.kind === 'reward') return undefined;
  const fell = fellFromPeak(val);
  if (!(fell > limits['overfitting.risePercent'])) return undefined;
  const margin = (TRAIN_ROSE * OF_MEDIAN * train.sigma) / Math.sqrt(trainLevel.window);
  if (!(trainAtBestVal - trainLevel.value > margin)) return undefined;
  return {
    severity: fell > limits['overfitting.clearRisePercent'] ? 'warning' : 'hint',
    since: val.level.leftAt ?? val.level.bestAt,
    tell: () => tellPeak(evidence, train, val, trainLevel),
  };
}

/** As a fraction of the highest level; 0 where noise could have made it. */
function fellFromPeak(val: Trace): number {
  const noise = val.sigma * (1 + LUCK * Math.max(0, Math.log2(val.finite / LUCK_FROM)));
  const below = ({ value, best }: Level, sigmas: number) =>
    value - best > sigmas * noise ? (value - best) / val.scale(best) : 0;
  return Math.max(below(val.level, SIGMAS), below(val.smooth, SMOOTH_SIGMAS));
}

function highestOf(trace: Trace): { value: string; place: NamedPlace } {
  return {
    value: writeLoss(trace.shown(trace.lowest)),
    place: namePlace(trace, trace.lowestAt ?? trace.here()),
  };
}

function tellRise(trace: Trace, rise: number): Account {
  const { value, place } = highestOf(trace);
  const percent = writePercent(rise);
  return {
    title: phrase('Learning.'),
    because:
      trace.level.age <= trace.level.window
        ? phrase(
            '{0} reached {1}, its highest, and rose {2} in the last quarter: training longer pays.',
            trace.info.name,
            value,
            percent,
          )
        : phrase(
            '{0} rose {1} in the last quarter; its highest is {2} at {3}.',
            trace.info.name,
            percent,
            value,
            place.name,
          ),
    evidence: [
      {
        label: phrase('Rise in the last quarter'),
        measured: percent,
        needed: phrase('> {0}', writePercent(PROGRESS)),
        holds: true,
      },
    ],
    isNot: [],
    causes: [],
    advice: [],
  };
}

function tellRest(evidence: RunEvidence, trace: Trace, rest: number): Account {
  const { value, place } = highestOf(trace);
  const moved = writePercent(Math.abs(fallOf(trace)));
  const isReward = trace.info.kind === 'reward';
  return {
    title: noProgress(trace, rest),
    because: phrase(
      '{0} moved {1} in all, {2} now; its highest is {3} at {4}. That need not be the limit.',
      trace.info.name,
      moved,
      writeLoss(trace.shown(trace.level.value)),
      value,
      place.name,
    ),
    evidence: [
      {
        label: phrase('Movement in the last quarter'),
        measured: moved,
        needed: phrase('< {0}, or within its noise', writePercent(rest)),
        holds: true,
      },
    ],
    isNot: [],
    causes: isReward ? [] : causesOfRest(evidence, undefined),
    advice: [
      ...(isReward
        ? []
        : [advise(phrase('Lower the learning rate 2 to 10 times.'), KERAS_PLATEAU)]),
      keep(trace, place, value),
    ],
  };
}

function tellPeak(evidence: RunEvidence, train: Trace, val: Trace, now: Level): Account {
  const { trainAtBestVal, limits } = evidence;
  const since = namePlace(val, val.level.leftAt ?? val.here());
  const { value, place } = highestOf(val);
  const shown = (one: number) => writeLoss(val.shown(one));
  const fell = val.level.value - val.level.best;
  const scale = val.scale(val.level.best);
  const needed = limits['overfitting.risePercent'];
  return {
    title: overfittingSince(since),
    because: phrase(
      '{0} fell to {1} from its highest ({2} at {3}) while {4} rose from {5} to {6}.',
      val.info.name,
      shown(val.level.value),
      value,
      place.name,
      train.info.name,
      shown(trainAtBestVal),
      shown(now.value),
    ),
    evidence: [
      {
        label: phrase('Fall from the highest level'),
        measured: writePercent(fell / scale),
        needed: phrase('> {0}', writePercent(needed)),
        holds: fell > needed * scale,
      },
      {
        label: phrase('The same against its noise'),
        measured: writeSigmas(fell, val.sigma),
        needed: phrase('> {0} σ, or {1} σ of a median of 15', SIGMAS, SMOOTH_SIGMAS),
        holds: fellFromPeak(val) > 0,
      },
    ],
    isNot: ruledOut([
      'generalisation-stalled',
      fell > needed * scale,
      phrase(
        'Not generalisation stalled: {0} is {1} below its highest, more than {2}.',
        val.info.name,
        writePercent(fell / scale),
        writePercent(needed),
      ),
    ]),
    causes: overfittingCauses(evidence, train, val),
    advice: [
      keep(val, place, value),
      advise(phrase('Add dropout, weight decay or label smoothing.'), PLAYBOOK),
      advise(phrase('Add data or augmentation.'), PLAYBOOK),
    ],
  };
}

function keep({ info }: Trace, { name }: NamedPlace, value: string) {
  const act: Phrase = phrase('Keep the checkpoint of {0} ({1} {2}).', name, info.name, value);
  return advise(act, PRECHELT);
}
