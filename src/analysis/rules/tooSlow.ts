import { classesAtChance } from '../evidence/chance.js';
import type { RunEvidence } from '../evidence/evidence.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { CLEAR_TREND } from '../stats/trend.js';
import { advise } from './account.js';
import { chanceRows } from './chance.js';
import type { Account, Finding, Rule } from './rule.js';

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

function tell({ rate, limits, train, val }: RunEvidence, judged: Trace, fell: number): Account {
  const percent = writePercent(fell);
  return {
    title: phrase('Slow so far.'),
    because: because(judged, percent, classesAtChance(train, val)),
    evidence: [
      {
        label: phrase('Fall from the start'),
        measured: percent,
        needed: phrase('< {0}', writePercent(limits['too-slow.fellPercent'])),
        holds: true,
      },
      ...chanceRows(judged, train, val),
    ],
    isNot: [],
    causes: [],
    advice: [
      advise(phrase('Raise the learning rate 3 to 10 times.')),
      Number.isNaN(rate.last)
        ? advise(phrase('Log the learning rate, so that warm-up can be told from slowness.'))
        : advise(phrase('Check that the schedule does not hold the learning rate down.')),
    ],
  };
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
