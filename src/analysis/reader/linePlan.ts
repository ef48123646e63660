import type { Draft, Pair } from './draft.js';
import { type LineClock, readClock } from './lineClock.js';
import { type Numbers, numberOf } from './lineNumbers.js';
import * as field from './planFields.js';
import { isSeconds } from './recordDraft.js';
import type { Understood } from './understood.js';

/** A number that the meaning of the line hangs on ("rank 0", a name with an index): it must be this one. */
export interface Guard {
  readonly slot: number;
  readonly value: number;
}

/** Which number of the line a field is, and whether a minus stands before it. */
export interface Source {
  readonly slot: number;
  readonly sign: 1 | -1;
}

/** How the lines of one shape are read: which number of the line is what. */
export interface LinePlan {
  readonly guards: readonly Guard[];
  /** What one line of the shape said; the numbers of `sources` take the place of its own. */
  readonly said: Understood;
  readonly sources: readonly (Source | undefined)[];
  readonly clock: LineClock | undefined;
}

/** Whether the plan fits a line with these numbers. */
export function fits({ guards }: LinePlan, numbers: Numbers): boolean {
  return guards.every(({ slot, value }) => numberOf(numbers, slot) === value);
}

/** What the line says: the plan with the numbers of the line. */
export function followPlan(
  plan: LinePlan,
  numbers: Numbers,
  line: number,
  offset: number,
): Understood {
  const { said } = plan;
  if (said.says !== 'metrics' && said.says !== 'position') return said;
  if (said.says === 'position') {
    const { position, split } = said;
    return {
      says: 'position',
      position: {
        epoch: fieldOf(plan, numbers, field.EPOCH, position.epoch),
        epochs: fieldOf(plan, numbers, field.EPOCHS, position.epochs),
        step: fieldOf(plan, numbers, field.STEP, position.step),
        steps: fieldOf(plan, numbers, field.STEPS, position.steps),
        counter: position.counter,
        isStepInEpoch: position.isStepInEpoch,
      },
      split,
    };
  }
  const { draft, shape } = said;
  const pairs: Pair[] = [];
  for (let i = 0; i < draft.pairs.length; i++) {
    const pair = draft.pairs[i] as Pair;
    const value = fieldOf(plan, numbers, field.VALUES + i, pair.value) as number;
    pairs.push({ name: pair.name, value, split: pair.split });
  }
  const { bar } = draft;
  const planned: Draft = {
    epoch: fieldOf(plan, numbers, field.EPOCH, draft.epoch),
    epochs: fieldOf(plan, numbers, field.EPOCHS, draft.epochs),
    step: fieldOf(plan, numbers, field.STEP, draft.step),
    steps: fieldOf(plan, numbers, field.STEPS, draft.steps),
    counter: draft.counter,
    isStepInEpoch: draft.isStepInEpoch,
    isCounted: draft.isCounted,
    format: draft.format,
    pairs,
    split: draft.split,
    bar: bar && {
      title: bar.title,
      done: fieldOf(plan, numbers, field.DONE, bar.done) as number,
      total: fieldOf(plan, numbers, field.TOTAL, bar.total) as number,
    },
    isCertain: draft.isCertain,
    time: plan.clock
      ? readClock(plan.clock, numbers)
      : isSeconds(fieldOf(plan, numbers, field.TIME, draft.time)),
    at: { text: '', line, offset },
    kin: said,
  };
  return { says: 'metrics', draft: planned, shape };
}

function fieldOf(
  { sources }: LinePlan,
  numbers: Numbers,
  index: number,
  constant: number | undefined,
): number | undefined {
  const source = sources[index];
  return source === undefined ? constant : source.sign * numberOf(numbers, source.slot);
}
