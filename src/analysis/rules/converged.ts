import type { RunEvidence } from '../evidence/evidence.js';
import type { LearningRate } from '../evidence/learningRate.js';
import { namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Evidence, Phrase, RuledOut } from '../model.js';
import { writeLoss, writePercent, writeRate } from '../numbers.js';
import { phrase } from '../phrase.js';
import { lastQuarter, lastTwoQuarters } from '../stats/lastQuarter.js';
import { advise, ruledOut } from './account.js';
import { fallOf, longEnoughToRest, PROGRESS } from './learning.js';
import { moreOf, prospectRows } from './prospects.js';
import type { Account, Finding, Rule } from './rule.js';
import { PRECHELT } from './sources.js';

/** Fall from the start, as a fraction of the start, that a run must have made to have arrived. */
export const ARRIVED = 0.5;
/** Distance of the level from its best, as a fraction. */
const AT_BEST = 0.01;
/** So many times the movement that counts as none must not be promised by as much training again: 5 % by 3 %. */
const PROMISES = 5 / 3;
/**
 * So many times that movement may the mean of the last quarter lie from that of the quarter before, twice its
 * error added: where noise hides a fall of 7 %, nobody knows that the run rests.
 */
const SETTLED = 7 / 3;
/** Movement of a noisy train curve that counts as none: so many standard errors, and so many times the limit. */
const ERRORS = 2;
const NOISY = 3;

/**
 * Converged: the run has come a long way, train and validation rest, and it rests at its best. The good end
 * of a run. One that came only a little way is on a plateau.
 *
 * @measured Said with as long again still to come, and the loss then fell by more than 5 %: 0 of 2 times in our
 * own runs, 10 of 90 in the simulated ones; 45 of 66 and 43 of 162 when only the ends of the last quarter of the
 * judged curve were looked at. At their ends 75 of 135 runs are still called so; of the others 43 learn on, and
 * in 17 validation alone rests.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const judged = longEnoughToRest(evidence);
  if (!judged?.level.bestAt) return undefined;
  // Little movement over the last quarter is an end and not a fall.
  const still = evidence.limits['converged.stillPercent'];
  const fall = fallOf(judged);
  if (!(Math.abs(fall) < still) || !hasArrived(judged) || !hasSettled(judged, still))
    return undefined;
  const { train } = evidence;
  if (train && train !== judged && !rests(train, still)) return undefined;
  if (fall > PROGRESS && promisesMore(judged, still)) return undefined;
  return {
    severity: 'info',
    since: judged.level.bestAt,
    tell: () => tell(evidence, judged, still),
  };
}

/** Its quarters lie as near each other, and are known well enough for that. */
function hasSettled(judged: Trace, still: number): boolean {
  const { means, size } = judged.blocks;
  const quarters = lastTwoQuarters(means);
  if (!quarters) return false;
  const { from, to, count } = quarters;
  const error = judged.sigma * Math.sqrt(2 / (size * count));
  return Math.abs(from - to) + 2 * error < SETTLED * still * judged.scale(from);
}

/** It moves as little as that, or no more than the noise of two means lets it seem to. */
function rests(train: Trace, still: number): boolean {
  const moved = Math.abs(fallOf(train));
  if (!(moved < NOISY * still)) return false;
  const error = train.sigma / Math.sqrt(train.blocks.size);
  return moved < still || moved * train.scale(train.level.value) < ERRORS * error;
}

/** It falls still, and by a law that held so far goes on to. */
function promisesMore(judged: Trace, still: number): boolean {
  const { prospect } = judged;
  if (!prospect) return false;
  const { now, value, noise } = prospect;
  return now - value > Math.max(PROMISES * still * judged.scale(now), 2 * noise);
}

/** The curve has come a long way and stands at its best. */
export function hasArrived(trace: Trace): boolean {
  const { value, best } = trace.level;
  const from = Math.max(trace.start, trace.first);
  if (!(from - best > ARRIVED * Math.abs(from))) return false;
  return value - best <= Math.max(AT_BEST * trace.scale(best), trace.sigma);
}

function tell({ train, rate }: RunEvidence, judged: Trace, still: number): Account {
  const other = train === judged ? undefined : train;
  const best = namePlace(judged, judged.lowestAt ?? judged.here()).name;
  return {
    title: phrase('Converged.'),
    because: because(judged, rate),
    evidence: [
      movement(judged, still),
      ...(other ? [movement(other, still)] : []),
      ...(rate.isRunDown ? [] : prospectRows(judged)),
    ],
    isNot: isNot(judged, other, still),
    causes: rate.isRunDown
      ? [phrase('The schedule has run the learning rate down to {0}', writeRate(rate.last))]
      : [],
    advice: [
      judged.info.role === 'val'
        ? advise(
            phrase('Keep the checkpoint of {0} (val loss {1}).', best, writeLoss(judged.lowest)),
            PRECHELT,
          )
        : advise(phrase('Keep the checkpoint of {0}.', best)),
    ],
  };
}

/** What is mistaken for it. */
function isNot(judged: Trace, train: Trace | undefined, still: number): RuledOut[] {
  const { start, first, level } = judged;
  const from = Math.max(start, first);
  const fell = (from - level.value) / Math.abs(from);
  const over = (level.value - level.best) / judged.scale(level.best);
  return ruledOut(
    [
      'plateau',
      fell > ARRIVED,
      phrase(
        'Not a plateau: the loss fell by {0} from its start ({1}).',
        writePercent(fell),
        writeLoss(from),
      ),
    ],
    [
      'overfitting',
      train !== undefined && over < AT_BEST,
      phrase('Not overfitting: val is {0} above its best level.', writePercent(Math.max(0, over))),
    ],
    [
      'generalisation-stalled',
      train !== undefined && Math.abs(fallOf(train)) < still,
      phrase(
        'Not generalisation stalled: train rests too, it moved {0} in the last quarter.',
        writePercent(train ? Math.abs(fallOf(train)) : 0),
      ),
    ],
  );
}

function because(judged: Trace, rate: LearningRate): Phrase {
  const isVal = judged.info.role === 'val';
  const now = writeLoss(judged.level.value);
  const share = writePercent(shareOfLastQuarter(judged));
  // What comes when the schedule has run down depends on the next one.
  const more = rate.isRunDown ? undefined : moreOf(judged);
  if (!more) {
    return isVal
      ? phrase(
          'Val loss {0} rests at its best: the last quarter brought {1} of the whole fall.',
          now,
          share,
        )
      : phrase(
          'Train loss {0} rests at its best: the last quarter brought {1} of the whole fall.',
          now,
          share,
        );
  }
  const args = [now, share, writePercent(more.fall), writePercent(more.most)] as const;
  return isVal
    ? phrase(
        'Val loss {0} rests at its best: the last quarter brought {1} of the whole fall; as long again would bring about {2}, at most {3}.',
        ...args,
      )
    : phrase(
        'Train loss {0} rests at its best: the last quarter brought {1} of the whole fall; as long again would bring about {2}, at most {3}.',
        ...args,
      );
}

/** The part of the fall from the start that the last quarter of this phase brought; 0 where it rose. */
function shareOfLastQuarter(trace: Trace): number {
  const quarter = lastQuarter(trace.blocks.means);
  if (!quarter) return 0;
  const whole = Math.max(trace.start, trace.first) - quarter.to;
  return Math.max(0, (quarter.from - quarter.to) / whole);
}

function movement(trace: Trace, still: number): Evidence {
  const isVal = trace.info.role === 'val';
  const moved = Math.abs(fallOf(trace));
  return {
    label: isVal
      ? phrase('Movement of val in the last quarter')
      : phrase('Movement of train in the last quarter'),
    measured: writePercent(moved),
    needed:
      moved < still
        ? phrase('< {0}', writePercent(still))
        : phrase('< {0}, or within its noise', writePercent(still)),
    holds: true,
  };
}

const arriving = Array.from({ length: 60 }, (_, i) => 0.1 + 2 * 0.8 ** i);
const falling = Array.from({ length: 60 }, (_, i) => 3 * 0.95 ** i);

export const converged: Rule = {
  code: 'converged',
  kind: 'state',
  at: 'judged',
  needs: { train: 20 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'both arrive and rest', train: arriving, val: arriving, speaks: true },
    { title: 'both fall', train: falling, val: falling, speaks: false },
    { title: 'val rests, train falls', train: falling, val: arriving, speaks: false },
  ],
};
