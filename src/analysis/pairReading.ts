import type { RunEvidence } from './evidence/evidence.js';
import type { Trace } from './evidence/trace.js';
import type { Phrase } from './model.js';
import { writePercent } from './numbers.js';
import { phrase } from './phrase.js';
import { medianOfLast } from './stats/runningMedian.js';
import { theilSen } from './stats/theilSen.js';

export type Direction = 'down' | 'flat' | 'up';

/** A row of the table by which people read two loss curves, in its own words. */
export interface TableRow {
  readonly train: Direction;
  readonly val: Direction;
  readonly says: Phrase;
}

/** The run as that table reads it, and what the pair came to on labelled runs. */
export interface PairReading {
  readonly train: Direction;
  readonly val: Direction;
  /** Change over the last quarter, as people read it: "−12 %". */
  readonly trainChange: string;
  readonly valChange: string;
  /** Row of `PAIR_TABLE`, from 0; undefined: the table has no such pair. */
  readonly row: number | undefined;
  readonly note: Phrase;
}

/** The five pairs that people know. What they say is not what we found: see `noteOf`. */
export const PAIR_TABLE: readonly TableRow[] = [
  { train: 'down', val: 'down', says: phrase('Still learning.') },
  { train: 'down', val: 'flat', says: phrase('Overfitting.') },
  { train: 'flat', val: 'down', says: phrase('Something is wrong with the data.') },
  {
    train: 'flat',
    val: 'flat',
    says: phrase('A bottleneck: lower the learning rate or the batch size.'),
  },
  {
    train: 'up',
    val: 'up',
    says: phrase('Model, hyperparameters or data are wrong.'),
  },
];

/** Change over the last quarter that counts as none, as a fraction; that of the census in `noteOf`. */
const FLAT = 0.02;
/** A change that noise makes is none: so many standard errors of its slope. */
const ERRORS = 3;
/** Blocks that a trend needs at least: until there are 32, they are more than a quarter. */
const FEWEST = 8;
/** Median of |distance from the median| of normal values -> their standard deviation. */
const TO_SIGMA = 1.4826;

/** The reading of a run as it stands; undefined while a curve is missing or too short. */
export function pairReading({ train, val, rises }: RunEvidence): PairReading | undefined {
  if (rises) return undefined;
  const trainChange = train && changeOfTrace(train);
  const valChange = val && changeOfTrace(val);
  if (trainChange === undefined || valChange === undefined) return undefined;
  const pair = { train: directionOf(trainChange), val: directionOf(valChange) };
  const row = PAIR_TABLE.findIndex((one) => one.train === pair.train && one.val === pair.val);
  return {
    ...pair,
    trainChange: written(trainChange),
    valChange: written(valChange),
    row: row < 0 ? undefined : row,
    note: noteOf(`${pair.train}/${pair.val}`),
  };
}

/**
 * Change over the last quarter of a history of block means, as a fraction of `scale`: the Theil-Sen slope
 * times the length; 0 where the scatter about that line could have made it, undefined below 8 blocks.
 */
export function changeOf(means: readonly number[], scale: number): number | undefined {
  if (means.length < FEWEST) return undefined;
  const last = means.slice(-Math.max(FEWEST, Math.ceil(means.length / 4)));
  const slope = theilSen(last);
  const scatter = scatterOf(last.map((mean, at) => mean - slope * at));
  const error = scatter / Math.sqrt((last.length * (last.length ** 2 - 1)) / 12);
  return Math.abs(slope) > ERRORS * error ? (slope * (last.length - 1)) / scale : 0;
}

/** Robust standard deviation about the median: 1.4826 x median of the distances from it. */
function scatterOf(values: readonly number[]): number {
  const middle = medianOfLast(values, values.length);
  const distances = values.map((value) => Math.abs(value - middle));
  return TO_SIGMA * medianOfLast(distances, distances.length);
}

export function directionOf(change: number): Direction {
  if (Math.abs(change) < FLAT) return 'flat';
  return change < 0 ? 'down' : 'up';
}

function changeOfTrace(trace: Trace): number | undefined {
  const { means } = trace.blocks;
  const from = means[Math.floor((3 * means.length) / 4)] ?? Number.NaN;
  return changeOf(means, trace.scale(from));
}

function written(change: number): string {
  return `${change < 0 ? '−' : change > 0 ? '+' : ''}${writePercent(Math.abs(change))}`;
}

/**
 * What labelled runs say of a pair. Counted on OverfitGuard's 419 simulated histories (375 sound, 44
 * overfit) by this very function at their end; plateaus on its real ones.
 */
function noteOf(pair: `${Direction}/${Direction}`): Phrase {
  switch (pair) {
    case 'down/down':
      return phrase(
        'The table holds: 228 of 375 sound labelled runs end like this, and none of 44 overfit ones.',
      );
    case 'down/flat':
      return phrase(
        'A flat validation curve alone is not overfitting: 90 of 375 sound labelled runs end like this, but only 2 of 44 overfit ones.',
      );
    case 'flat/down':
      return phrase(
        'A hint, no proof: 3 of 375 sound labelled runs end like this, and none of 44 overfit ones.',
      );
    case 'flat/flat':
      return phrase(
        'Not the limit: 51 of 375 sound labelled runs end like this, and 24 of 26 plateaus of real runs ended later in the same run.',
      );
    case 'up/up':
      return phrase(
        'None of 419 labelled runs ends like this; it is what a run that diverges looks like.',
      );
    case 'down/up':
      return phrase(
        'The table lacks this pair, and it is what overfitting looks like: 41 of 44 overfit labelled runs end like this, but only 3 of 375 sound ones.',
      );
    case 'flat/up':
      return phrase(
        'The table lacks this pair: 1 of 44 overfit labelled runs ends like this, and none of 375 sound ones.',
      );
    default:
      return phrase('The table lacks this pair, and none of 419 labelled runs ends like this.');
  }
}
