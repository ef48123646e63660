import { classesAtChance } from '../evidence/chance.js';
import type { RunEvidence } from '../evidence/evidence.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase, RuledOut } from '../model.js';
import { writeLoss, writePercent, writeRate, writeScore } from '../numbers.js';
import { phrase } from '../phrase.js';
import { CLEAR_TREND } from '../stats/trend.js';
import { advise, rankCauses, ruledOut } from './account.js';
import { chanceRows } from './chance.js';
import { fallOf } from './learning.js';
import { notPlateau } from './neighbours.js';
import type { Account, Finding, Rule } from './rule.js';
import { MEASURED_RUNS } from './sources.js';

/** Points of the judged curve, and of train after warm-up. */
const POINTS = 20;

/**
 * Too slow: the loss falls steadily, but by less than 5 % in all after 20 points. Information only: a
 * slow start looks the same (sound runs sat near chance for 20 to 70 epochs and then learned). Losses that
 * go below zero have no zero from which 5 % could be told.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { judged, trainWarm, limits } = evidence;
  if (!judged?.firstAt || !judged.positive || judged.phase < POINTS || trainWarm < POINTS)
    return undefined;
  if (!(judged.trend < -CLEAR_TREND)) return undefined;
  const best = judged.level.best;
  const fell = (judged.start - best) / Math.abs(judged.start);
  if (!(fell > 0 && fell < limits['too-slow.fellPercent'])) return undefined;
  return {
    severity: 'info',
    since: judged.firstAt,
    tell: () => tell(evidence, judged, fell),
  };
}

function tell(evidence: RunEvidence, judged: Trace, fell: number): Account {
  const { rate, limits, train, val } = evidence;
  const percent = writePercent(fell);
  return {
    title: phrase('Slow so far.'),
    because: because(judged, percent, chanceOf(evidence, judged)),
    evidence: [
      {
        label: phrase('Fall from the start'),
        measured: percent,
        needed: phrase('< {0}', writePercent(limits['too-slow.fellPercent'])),
        holds: true,
      },
      ...(chanceOf(evidence, judged) ? chanceRows(judged, train, val) : []),
    ],
    isNot: isNot(evidence, judged),
    causes: causesOf(evidence, judged),
    advice: [
      advise(phrase('Raise the learning rate 3 to 10 times.')),
      Number.isNaN(rate.last)
        ? advise(phrase('Log the learning rate, so that warm-up can be told from slowness.'))
        : advise(phrase('Check that the schedule does not hold the learning rate down.')),
      advise(
        phrase(
          'Or wait: 53 of 375 sound runs sat near their start for 20 to 70 epochs and then learned.',
        ),
        MEASURED_RUNS,
      ),
    ],
  };
}

function isNot({ train, limits }: RunEvidence, judged: Trace): RuledOut[] {
  const trend = Math.max(train?.trend ?? 0, judged.trend);
  return ruledOut(
    [
      'not-learning',
      trend < -CLEAR_TREND,
      phrase(
        'Not stuck: it falls steadily (trend z {0}, below {1}).',
        writeScore(judged.trend),
        writeScore(-CLEAR_TREND),
      ),
    ],
    notPlateau(fallOf(judged), limits),
  );
}

function causesOf(evidence: RunEvidence, judged: Trace): Phrase[] {
  const { rate } = evidence;
  return rankCauses(
    [
      true,
      Number.isNaN(rate.last)
        ? phrase('Learning rate too low')
        : phrase('Learning rate too low ({0} now)', writeRate(rate.last)),
    ],
    [
      chanceOf(evidence, judged) !== undefined,
      phrase('Dead or saturated units, or a poor initialisation'),
    ],
    [false, phrase('Inputs that are not scaled')],
    [false, phrase('A task with a slow start')],
  );
}

/** Chance of the classes with which it began: on its way down it passes that of fewer. */
function chanceOf({ train, val }: RunEvidence, { start, level }: Trace): number | undefined {
  const classes = classesAtChance(train, val);
  if (classes === undefined) return undefined;
  const toNext = Math.log(classes / (classes - 1));
  return start - level.value < toNext / 2 ? classes : undefined;
}

function because(judged: Trace, percent: string, chance: number | undefined): Phrase {
  const isVal = judged.info.role === 'val';
  const args = [percent, writeLoss(judged.start), judged.finite] as const;
  if (chance) {
    return isVal
      ? phrase(
          'Val loss fell steadily, but only {0} from {1} in {2} points: still chance for {3} classes (ln {3}).',
          ...args,
          chance,
        )
      : phrase(
          'Train loss fell steadily, but only {0} from {1} in {2} points: still chance for {3} classes (ln {3}).',
          ...args,
          chance,
        );
  }
  return isVal
    ? phrase('Val loss fell steadily, but only {0} from {1} in {2} points.', ...args)
    : phrase('Train loss fell steadily, but only {0} from {1} in {2} points.', ...args);
}

const creeping = Array.from({ length: 30 }, (_, i) => 2.3 - 0.001 * i);
const falling = Array.from({ length: 30 }, (_, i) => 2.3 * 0.95 ** i);

export const tooSlow: Rule = {
  code: 'too-slow',
  kind: 'alarm',
  at: 'judged',
  needs: { train: POINTS },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'a steady creep', train: creeping, val: creeping, speaks: true },
    { title: 'a steady fall', train: falling, val: falling, speaks: false },
  ],
};
