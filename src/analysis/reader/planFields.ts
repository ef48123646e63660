import type { Draft, Position } from './draft.js';
import type { Understood } from './understood.js';

/** The numbers of what a line says, in one row: where it stands, its bar, its clock, its values. */
export const EPOCH = 0;
export const EPOCHS = 1;
export const STEP = 2;
export const STEPS = 3;
export const DONE = 4;
export const TOTAL = 5;
export const TIME = 6;
export const VALUES = 7;

export function fieldsOf(said: Understood): readonly (number | undefined)[] {
  if (said.says === 'position') return placeOf(said.position);
  if (said.says !== 'metrics') return [];
  const { bar, time, pairs } = said.draft;
  const values = pairs.map(({ value }) => value);
  return [...placeOf(said.draft), bar?.done, bar?.total, time, ...values];
}

function placeOf({ epoch, epochs, step, steps }: Position): readonly (number | undefined)[] {
  return [epoch, epochs, step, steps];
}

/** The same in all but its numbers. */
export function isAlike(a: Understood, b: Understood): boolean {
  if (a.says === 'metrics')
    return b.says === 'metrics' && a.shape === b.shape && isAlikeDraft(a.draft, b.draft);
  if (a.says === 'position')
    return b.says === 'position' && a.split === b.split && isAlikePlace(a.position, b.position);
  return a.says === b.says && (a.says !== 'section' || b.says !== 'section' || a.split === b.split);
}

function isAlikePlace(a: Position, b: Position): boolean {
  const isDefinedAlike = placeOf(a).every(
    (one, i) => (one === undefined) === (placeOf(b)[i] === undefined),
  );
  return isDefinedAlike && a.counter === b.counter && a.isStepInEpoch === b.isStepInEpoch;
}

function isAlikeDraft(a: Draft, b: Draft): boolean {
  return (
    isAlikePlace(a, b) &&
    a.format === b.format &&
    a.split === b.split &&
    a.isCertain === b.isCertain &&
    a.isCounted === b.isCounted &&
    a.pairs.length === b.pairs.length &&
    a.pairs.every(
      ({ name, split }, i) => name === b.pairs[i]?.name && split === b.pairs[i]?.split,
    ) &&
    (a.bar === undefined) === (b.bar === undefined) &&
    a.bar?.title === b.bar?.title
  );
}
