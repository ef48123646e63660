import type { Phrase, Verdict } from '../../../src/analysis/index.js';

/** Every phrase that a person may read in a verdict. */
export function phrasesOf(verdict: Verdict): Phrase[] {
  const { title, because, evidence, isNot, causes, advice } = verdict;
  return [
    title,
    because,
    ...evidence.flatMap(({ label, needed }) => [label, needed]),
    ...isNot.map((one) => one.because),
    ...causes,
    ...advice.flatMap(({ act, source }) => (source ? [act, source] : [act])),
  ];
}
