import type { Advice, Phrase, RuledOut, VerdictCode } from '../model.js';

/** A neighbour, whether today's numbers rule it out, and the sentence that says by which. */
export type Neighbour = readonly [code: VerdictCode, isRuledOut: boolean, because: Phrase];
/** A cause, and whether this run shows a sign of it. */
export type Candidate = readonly [hasSign: boolean, cause: Phrase];

/** More of them are a list that nobody reads. */
const MOST_NEIGHBOURS = 3;
const MOST_CAUSES = 4;

/**
 * What the verdict is not. The numbers go on after it was raised, so that a neighbour may not be ruled out
 * any more; it is then not named. At most three, the likeliest mistake first.
 */
export function ruledOut(...neighbours: readonly Neighbour[]): RuledOut[] {
  return neighbours
    .filter(([, isRuledOut, because]) => isRuledOut && tellsNumbersApart(because))
    .slice(0, MOST_NEIGHBOURS)
    .map(([code, , because]) => ({ code, because }));
}

/** "1.5 × is less than 1.5 ×" proves nothing to who reads it, nor does a number that is not known. */
function tellsNumbersApart({ args }: Phrase): boolean {
  const written = args.filter((arg) => typeof arg === 'string');
  return new Set(written).size === written.length && !written.some((arg) => arg.startsWith('NaN'));
}

/**
 * Candidate causes, the likeliest first: those of which the run shows a sign come before the others, each
 * part in the order of experience. At most four.
 */
export function rankCauses(...candidates: readonly Candidate[]): Phrase[] {
  const withSign = candidates.filter(([hasSign]) => hasSign);
  const others = candidates.filter(([hasSign]) => !hasSign);
  return [...withSign, ...others].slice(0, MOST_CAUSES).map(([, cause]) => cause);
}

/** One act, and who says so. */
export function advise(act: Phrase, source?: Phrase): Advice {
  return { act, source };
}
