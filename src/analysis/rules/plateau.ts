import { classesAtChance } from '../evidence/chance.js';
import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase, RuledOut } from '../model.js';
import { writeLoss, writePercent, writeRate } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import { chanceRows } from './chance.js';
import { ARRIVED, hasArrived } from './converged.js';
import { fallOf, longEnoughToRest } from './learning.js';
import { notOverfitting } from './neighbours.js';
import type { Account, Finding, Rule } from './rule.js';
import { KARPATHY, KERAS_PLATEAU } from './sources.js';

/** Movement that counts as none may be so many times as large where noise alone could have made it. */
const NOISY = 3;
/** Part of its peak above which the learning rate is still there. */
const HELD = 0.5;

/**
 * Plateau: neither validation nor train moves, and the run has not come far (else it has `converged`).
 * Never "the limit": 24 of 26 plateaus of 20 epochs in real runs ended later in the same run, mostly with
 * a drop of the learning rate (knowledge/diagnosis.md 3.4, there at < 1 %); so it is information.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const judged = longEnoughToRest(evidence);
  const { train } = evidence;
  const rest = evidence.limits['plateau.restPercent'];
  if (!judged?.level.bestAt) return undefined;
  if (hasArrived(judged) || !isResting(judged, rest)) return undefined;
  if (train && !isResting(train, rest)) return undefined;
  // Measured now: at its end, with a new learning rate, nothing is left to measure it by.
  const moved = Math.abs(fallOf(judged));
  return {
    severity: 'info',
    since: judged.level.bestAt,
    tell: () => tell(evidence, judged, rest, writePercent(moved)),
  };
}

/** No movement over the last quarter beyond a hundredth, or beyond what noise does to a mean of it. */
export function isResting(trace: Trace, rest: number): boolean {
  const moved = Math.abs(fallOf(trace));
  if (moved < rest) return true;
  const noise = trace.sigma / Math.sqrt(2 * trace.blocks.size);
  return moved < NOISY * rest && moved * trace.scale(trace.level.value) < noise;
}

/** Points, in whole blocks, since the curve was last away from where it is now. */
function restsFor(trace: Trace, rest: number): number {
  const { means, size } = trace.blocks;
  const now = trace.level.value;
  const near = Math.max(rest * trace.scale(now), trace.sigma);
  let blocks = 0;
  while (blocks < means.length && Math.abs((means.at(-1 - blocks) ?? now) - now) <= near) blocks++;
  return Math.max(blocks * size, Math.floor(trace.phase / 4));
}

/** "No progress for 40 epochs." */
export function noProgress(judged: Trace, rest: number): Phrase {
  const points = restsFor(judged, rest);
  if (judged.isByEpoch) return phrase('No progress for {0} epochs.', points);
  return judged.info.role === 'val'
    ? phrase('No progress for {0} validations.', points)
    : phrase('No progress for {0} points.', points);
}

function tell(evidence: RunEvidence, judged: Trace, rest: number, moved: string): Account {
  const { train, val } = evidence;
  const chance = classesAtChance(train, val);
  const now = writeLoss(judged.level.value);
  const isVal = judged.info.role === 'val';
  return {
    title: noProgress(judged, rest),
    because: chance
      ? atChance(isVal, moved, now, chance)
      : evidence.rate.isRunDown
        ? withSpentRate(isVal, moved, now, writeRate(evidence.rate.last))
        : atAnyRate(isVal, moved, now),
    evidence: [
      {
        label: phrase('Movement in the last quarter'),
        measured: moved,
        needed: phrase('< {0}, or within its noise', writePercent(rest)),
        holds: true,
      },
      ...chanceRows(judged, train, val),
    ],
    isNot: isNot(evidence, judged),
    causes: causesOf(evidence, chance),
    advice: [
      // Who guesses has not come to where smaller steps help.
      ...(chance
        ? [
            advise(
              phrase(
                'Try to overfit one batch: if that fails, the model or the labels are broken.',
              ),
              KARPATHY,
            ),
          ]
        : []),
      evidence.rate.isRunDown
        ? advise(phrase('Raise the learning rate again, as at a warm restart.'))
        : advise(phrase('Lower the learning rate 2 to 10 times.'), KERAS_PLATEAU),
      advise(
        phrase(
          'Keep the checkpoint of {0}.',
          namePlace(judged, judged.lowestAt ?? judged.here()).name,
        ),
      ),
    ],
  };
}

function isNot({ val, train, limits }: RunEvidence, judged: Trace): RuledOut[] {
  const from = Math.max(judged.start, judged.first);
  const came = (from - judged.level.best) / Math.abs(from);
  return ruledOut(
    [
      'converged',
      came < ARRIVED,
      phrase(
        'Not converged: it came down {0} from its start, less than {1}.',
        writePercent(came),
        writePercent(ARRIVED),
      ),
    ],
    [
      'generalisation-stalled',
      train !== undefined && judged !== train,
      phrase(
        'Not generalisation stalled: train rests, too; it moved {0}.',
        writePercent(Math.abs(train ? fallOf(train) : 0)),
      ),
    ],
    notOverfitting(val, limits),
  );
}

/** A rate at its peak points to steps that are too large; one that has decayed, to steps too small. */
export function causesOf({ rate }: RunEvidence, chance: number | undefined): Phrase[] {
  const isHeld = rate.last > HELD * rate.peak;
  return rankCauses(
    ...(chance === undefined
      ? []
      : ([
          [true, phrase('Outputs that do not depend on the inputs: dead units, wrong labels')],
        ] as const)),
    [
      isHeld,
      isHeld
        ? phrase(
            'Learning rate too high for finer steps: {0}, as at its peak',
            writeRate(rate.last),
          )
        : phrase('Learning rate too high for finer steps'),
    ],
    [
      rate.isRunDown,
      rate.isRunDown
        ? phrase('Steps too small: the learning rate has decayed to {0}', writeRate(rate.last))
        : phrase('Noise in labels or targets: a floor that no model gets below'),
    ],
    [false, phrase('Model too small, or regularised too strongly')],
  );
}

function atAnyRate(isVal: boolean, moved: string, now: string): Phrase {
  return isVal
    ? phrase(
        'Val loss moved {0} in the last quarter, {1} now. Try a learning rate 2 to 10 times lower before you call it the limit.',
        moved,
        now,
      )
    : phrase(
        'Train loss moved {0} in the last quarter, {1} now. Try a learning rate 2 to 10 times lower before you call it the limit.',
        moved,
        now,
      );
}

function withSpentRate(isVal: boolean, moved: string, now: string, rate: string): Phrase {
  return isVal
    ? phrase(
        'Val loss moved {0} in the last quarter, {1} now; the learning rate has decayed to {2}, too small to move much.',
        moved,
        now,
        rate,
      )
    : phrase(
        'Train loss moved {0} in the last quarter, {1} now; the learning rate has decayed to {2}, too small to move much.',
        moved,
        now,
        rate,
      );
}

function atChance(isVal: boolean, moved: string, now: string, classes: number): Phrase {
  return isVal
    ? phrase(
        'Val loss moved {0} in the last quarter, {1} now: if there are {2} classes, that is chance (ln {2}), and the model guesses.',
        moved,
        now,
        classes,
      )
    : phrase(
        'Train loss moved {0} in the last quarter, {1} now: if there are {2} classes, that is chance (ln {2}), and the model guesses.',
        moved,
        now,
        classes,
      );
}

const resting = Array.from({ length: 60 }, (_, i) => 1.4 + 0.6 * 0.7 ** i);
const falling = Array.from({ length: 60 }, (_, i) => 3 * 0.95 ** i);

export const plateau: Rule = {
  code: 'plateau',
  kind: 'state',
  at: 'judged',
  needs: { train: 20 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'both rest', train: resting, val: resting, speaks: true },
    { title: 'train alone rests', train: resting, speaks: true },
    { title: 'both fall', train: falling, val: falling, speaks: false },
  ],
};
