import type { RunEvidence } from '../evidence/evidence.js';
import type { LearningRate } from '../evidence/learningRate.js';
import { namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Advice, Phrase } from '../model.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { lastQuarter } from '../stats/lastQuarter.js';
import { advise, ruledOut } from './account.js';
import { notOverfitting, notPlateau } from './neighbours.js';
import { promiseOf, prospectRows } from './prospects.js';
import type { Account, Finding, Rule } from './rule.js';
import { PLAYBOOK } from './sources.js';

/** Fall over the last quarter that is still progress, as a fraction of the level at its beginning. */
export const PROGRESS = 0.01;

/**
 * Learning: the curve by which the run is judged still falls. Nothing is wrong, and longer pays:
 * where the best step lies in the last quarter of a run, the run was too short (Tuning Playbook).
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { judged } = evidence;
  if (!judged?.level.bestAt) return undefined;
  const fall = fallOf(judged);
  if (!(fall > PROGRESS)) return undefined;
  return { severity: 'info', since: judged.level.bestAt, tell: () => tell(evidence, judged, fall) };
}

/** Points of the judged curve since the learning rate last changed, before it can be said to rest. */
const RESTING_FROM = 30;

/** The curve to judge when it has had the time to rest: long enough at one rate, warm-up over. */
export function longEnoughToRest({ judged, rate }: RunEvidence): Trace | undefined {
  const isReady = judged?.level.bestAt && judged.phase >= RESTING_FROM && !rate.isWarmingUp;
  return isReady ? judged : undefined;
}

/** Fall over the last quarter of this phase, as a fraction of what it is measured against. */
export function fallOf(trace: Trace): number {
  const quarter = lastQuarter(trace.blocks.means);
  return quarter ? (quarter.from - quarter.to) / trace.scale(quarter.from) : Number.NaN;
}

function tell({ val, rate, limits }: RunEvidence, trace: Trace, fall: number): Account {
  const percent = writePercent(fall);
  // What comes when the schedule has run down depends on the next one.
  const promise = rate.isRunDown ? [] : promiseOf(trace);
  return {
    title: phrase('Learning.'),
    because: because(trace, percent),
    evidence: [
      {
        label: phrase('Fall in the last quarter'),
        measured: percent,
        needed: phrase('> {0}', writePercent(PROGRESS)),
        holds: true,
      },
      ...(promise.length > 0 ? prospectRows(trace) : []),
    ],
    isNot: ruledOut(notPlateau(fall, limits), notOverfitting(val, limits)),
    causes: [],
    advice: adviceOn(trace, rate, promise),
  };
}

function adviceOn(trace: Trace, rate: LearningRate, [promise]: readonly Phrase[]): Advice[] {
  if (promise) return [advise(promise)];
  if (!isAtItsBest(trace)) return [];
  return rate.isRunDown
    ? [
        advise(
          phrase('Plan a longer schedule: the best lies in the last quarter of the run.'),
          PLAYBOOK,
        ),
      ]
    : [advise(phrase('Train on: the best lies in the last quarter of the run.'), PLAYBOOK)];
}

/** A noisy curve has seldom its best at its very end; its level tells whether it is there. */
function isAtItsBest({ level }: Trace): boolean {
  return level.age <= level.window;
}

function because(trace: Trace, percent: string): Phrase {
  const { info, lowest } = trace;
  const isVal = info.role === 'val';
  const best = writeLoss(lowest);
  if (isAtItsBest(trace)) {
    return isVal
      ? phrase(
          'Val loss {0} is its best and fell {1} in the last quarter: training longer pays.',
          best,
          percent,
        )
      : phrase(
          'Train loss {0} is its best and fell {1} in the last quarter: training longer pays.',
          best,
          percent,
        );
  }
  const at = namePlace(trace, trace.lowestAt ?? trace.here()).name;
  return isVal
    ? phrase('Val loss fell {0} in the last quarter; its best is {1} at {2}.', percent, best, at)
    : phrase('Train loss fell {0} in the last quarter; its best is {1} at {2}.', percent, best, at);
}

const falling = Array.from({ length: 24 }, (_, i) => 3 * 0.9 ** i);
const flat = Array.from({ length: 24 }, (_, i) => 1 + 0.001 * (i % 3));

export const learning: Rule = {
  code: 'learning',
  kind: 'state',
  at: 'judged',
  needs: {},
  steadyFor: 2,
  judge,
  examples: [
    { title: 'both fall', train: falling, val: falling, speaks: true },
    { title: 'train alone falls', train: falling, speaks: true },
    { title: 'both rest', train: flat, val: flat, speaks: false },
  ],
};
