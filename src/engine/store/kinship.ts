import { type Agreement, agreementOf, isCopy } from './agreement.js';
import type { Run } from './run.js';
import type { Series } from './series.js';

/**
 * `same`: two records of one training. `different`: two trainings. `open`: all that both say agrees,
 * but it is too little to tell. `apart`: they say nothing of the same places (yet).
 */
export type Kinship = 'same' | 'different' | 'open' | 'apart';

/** Equal numbers that chance does not bring: so many, with so many digits in all. */
const VALUES = 3;
const DIGITS = 8;
/** Fewer (a loss of 1, an accuracy of 0.5) are equal in any two trainings. */
const FIRST_DIGITS = 3;
/** A run that rests may have started like the new one (same seed, same first validation). */
const PLACES = 3;
const MANY_DIGITS = 16;
/** Files that grow within this of each other are written by one process, or by two that run now. */
const TOGETHER_MS = 60_000;
/** So many differing places in a row are no accident. */
const DIFFERING = 3;

/** Do two runs of different files record one training? */
export function kinshipOf(a: Run, b: Run): Kinship {
  let [copies, strangers, places, values, digits] = [0, 0, 0, 0, 0];
  let isFinal = false;
  for (const [one, other] of likePairs(a, b)) {
    const found = agreementOf(one, other);
    if (found.places === 0) continue;
    if (isCopy(found)) {
      copies++;
      values += found.distinct;
      digits += found.digits;
      places = Math.max(places, found.equal);
    } else if (isStranger(found)) {
      strangers++;
      isFinal ||= found.places - found.equal >= DIFFERING;
    }
  }
  if (strangers > copies) return isFinal ? 'different' : 'apart';
  if (copies === 0) return 'apart';
  if (digits < FIRST_DIGITS) return 'apart';
  if (values < VALUES || digits < DIGITS) return 'open';
  const isTogether = Math.abs(a.changedAt - b.changedAt) <= TOGETHER_MS;
  const isEnough = isTogether || places >= PLACES || (places > 1 && digits >= MANY_DIGITS);
  return isEnough ? 'same' : 'open';
}

/** Means and momentary values share a name and agree here and there: neither copy nor stranger. */
function isStranger({ places, equal }: Agreement): boolean {
  return equal < places / 2;
}

/** Series of the same measurement. A learning rate is the same in many trainings: it proves nothing. */
function* likePairs(a: Run, b: Run): Generator<readonly [Series, Series]> {
  for (const one of a.series) {
    if (one.info.kind === 'lr') continue;
    for (const other of b.seriesLike(one.info)) yield [one, other];
  }
}
