import { readMetricName } from '../metricNames.js';
import type { Draft, Position } from './draft.js';

/** What a line counts by: the word beside its step, or else the epoch. */
export function grainOf({ counter, step }: Draft): string {
  return counter || (step === undefined ? 'epoch' : 'step');
}

/** Whether a line says where it stands. */
export function hasPlace({ epoch, step }: Position): boolean {
  return epoch !== undefined || step !== undefined;
}

/** What a line says over what stood above; undefined is not said. */
export function over(above: Position, said: Position): Position {
  return {
    epoch: said.epoch ?? above.epoch,
    epochs: said.epochs ?? above.epochs,
    step: said.step ?? above.step,
    steps: said.steps ?? above.steps,
    isStepInEpoch: said.isStepInEpoch ?? above.isStepInEpoch,
  };
}

/** Equal up to the digits that two prints of one value may differ in. */
export function isSame(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-4 * Math.max(Math.abs(a), Math.abs(b));
}

/** Two lines of one shape that are not one line printed twice. */
export function hasChanged(a: Draft, b: Draft): boolean {
  return (
    a.step !== b.step ||
    a.epoch !== b.epoch ||
    a.pairs.some(({ value }, i) => !Object.is(value, b.pairs[i]?.value))
  );
}

/** Whether two places are one. */
export function isSamePlace(a: Position, b: Position): boolean {
  return a.epoch === b.epoch && a.step === b.step;
}

/** Whether a loss is among the values. */
export function hasLoss({ pairs }: Draft): boolean {
  return pairs.some(({ name }) => readMetricName(name).kind === 'loss');
}

/** A line that stands at NaN or beyond all numbers does not say where it stands. */
export function finite<T extends Position>(position: T): T {
  const { epoch, step } = position;
  const isOdd =
    (epoch !== undefined && !Number.isFinite(epoch)) ||
    (step !== undefined && !Number.isFinite(step));
  if (!isOdd) return position;
  return {
    ...position,
    epoch: Number.isFinite(epoch) ? epoch : undefined,
    step: Number.isFinite(step) ? step : undefined,
  };
}
