import type { RunEvidence } from '../evidence/evidence.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase, RuledOut } from '../model.js';
import { writeLoss, writePercent } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import type { Account, Finding, Rule } from './rule.js';

/** Height of the first validation over the first train level, as a part of that, of a resumed run. */
const RESUMED = 2;
/** Fall of validation from its first value that counts as an answer. */
const VAL_FELL = 0.02;
/** Climb of validation over its first value from which it is surely wrong and does not guess. */
const CLIMBED = 0.1;

/**
 * Validation never improved although train fell by a fifth: validation does not measure what is trained
 * (labels in another order, other preprocessing, the wrong split).
 *
 * @measured 12 of 12 mismatched trainings found; 0 of 402 third-party runs that do not overfit accused.
 */
function judge({ train, val, trainLevel, limits }: RunEvidence): Finding | undefined {
  if (!train || !val?.firstAt || !trainLevel) return undefined;
  const needed = limits['val-never-improved.trainFellPercent'];
  const fell = fellBy(train, trainLevel.value);
  if (!(fell > needed) || train.origin - trainLevel.value <= 3 * train.sigma) return undefined;
  if (hasAnswered(val) || beganTrained(val, train, needed)) return undefined;
  return { severity: 'warning', since: val.firstAt, tell: () => tell(val, fell, needed) };
}

function hasAnswered(val: Trace): boolean {
  const { first, level, lowest } = val;
  return (
    first - level.best > VAL_FELL * Math.abs(first) ||
    first - lowest > 2 * VAL_FELL * Math.abs(first)
  );
}

/** Validation was first measured on a model that knew something already: rising from there is overfitting. */
function beganTrained({ level, first }: Trace, { origin }: Trace, needed: number): boolean {
  if (level.best < origin - needed * Math.abs(origin)) return true;
  // A resumed run: train begins low, validation where it was left.
  return first > origin + RESUMED * Math.abs(origin);
}

function fellBy({ origin }: Trace, now: number): number {
  return (origin - now) / Math.abs(origin);
}

function tell(val: Trace, fell: number, needed: number): Account {
  const percent = writePercent(fell);
  return {
    title: phrase('Val loss never improved.'),
    because: phrase(
      'Val loss began at {0} and is {1} after {2} validations, while train loss fell by {3}: validation does not match training.',
      writeLoss(val.first),
      writeLoss(val.level.value),
      val.finite,
      percent,
    ),
    evidence: [
      {
        label: phrase('Fall of train from its start'),
        measured: percent,
        needed: phrase('> {0}', writePercent(needed)),
        holds: true,
      },
      {
        label: phrase('Best fall of val from its first value'),
        measured: writePercent((val.first - val.level.best) / Math.abs(val.first)),
        needed: phrase('< {0}', writePercent(VAL_FELL)),
        holds: true,
      },
    ],
    isNot: isNot(val, fell, needed),
    causes: causesOf(val),
    advice: [
      advise(
        phrase('Check that validation has the same label order and preprocessing as training.'),
      ),
      advise(
        phrase('Check that the split is the right one and that the model is in evaluation mode.'),
      ),
      advise(
        phrase('Evaluate on the training data with the validation code: both losses should agree.'),
      ),
    ],
  };
}

function isNot(val: Trace, fell: number, needed: number): RuledOut[] {
  const best = (val.first - val.level.best) / Math.abs(val.first);
  return ruledOut(
    [
      'overfitting',
      best < VAL_FELL,
      phrase(
        'Not overfitting: val has no best to climb from; it came {0} below its first value at most, less than {1}.',
        writePercent(Math.max(0, best)),
        writePercent(VAL_FELL),
      ),
    ],
    [
      'not-learning',
      fell > needed,
      phrase('Not stuck: train loss fell {0} in that time.', writePercent(fell)),
    ],
  );
}

/** A loss that climbs is that of a model which gets surer and stays wrong; one that rests, of one that guesses. */
function causesOf({ level, first, sigma }: Trace): Phrase[] {
  const isSureAndWrong = level.value - first > Math.max(CLIMBED * Math.abs(first), sigma);
  return rankCauses(
    [isSureAndWrong, phrase('Validation labels in another order than the training labels')],
    [!isSureAndWrong, phrase('Preprocessing of validation differs (scaling, tokens, channels)')],
    [false, phrase('Random training labels, learned by heart')],
    [false, phrase('Wrong split, or a model that is not in evaluation mode')],
  );
}

const falling = Array.from({ length: 20 }, (_, i) => 2.3 * 0.9 ** i);
const stuck = Array.from({ length: 20 }, (_, i) => 2.3 + 0.01 * (i % 3));

export const valNeverImproved: Rule = {
  code: 'val-never-improved',
  kind: 'alarm',
  at: 'val',
  needs: { train: 10, val: 10 },
  steadyFor: 3,
  judge,
  examples: [
    { title: 'validation stays at chance', train: falling, val: stuck, speaks: true },
    {
      title: 'the first validation comes after an epoch, and is the best',
      train: falling,
      val: stuck.map((y, i) => 0.5 * y + 0.02 * i),
      speaks: false,
    },
    { title: 'both fall', train: falling, val: falling, speaks: false },
    { title: 'neither falls', train: stuck, val: stuck, speaks: false },
  ],
};
