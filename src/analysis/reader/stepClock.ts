import type { Position } from './draft.js';

/** What a step counts when an epoch stands beside it. */
type StepMeaning = 'unknown' | 'global' | 'in-epoch';

/** A position on the axes of the run. */
export interface Resolved {
  readonly epoch: number | undefined;
  readonly epochs: number | undefined;
  readonly step: number | undefined;
  readonly steps: number | undefined;
  /** What the order of records is judged by: grows while a training goes on. */
  readonly order: number | undefined;
  readonly orderUnit: 'step' | 'epoch';
}

/**
 * Turns the steps of a log into global ones. "Epoch [3/10] Step [20/100]" is step 220 and epoch 2.2:
 * whether a step starts anew in each epoch shows at the first change of epoch; until then a step
 * with a total on the same line as its epoch is taken to. Epochs count from what the log begins
 * with, 0 or else 1.
 */
export class StepClock {
  #base: number | undefined;
  #meaning: StepMeaning = 'unknown';
  #lastEpoch: number | undefined;
  #lastStep = 0;

  resolve(own: Position, epochAbove: number | undefined): Resolved {
    const epoch = own.epoch ?? epochAbove;
    if (epoch !== undefined && Number.isInteger(epoch)) this.#base ??= epoch === 0 ? 0 : 1;
    const { step, steps, epochs } = own;
    if (step === undefined || epoch === undefined)
      return {
        epoch,
        epochs,
        step,
        steps,
        order: step ?? epoch,
        orderUnit: step === undefined ? 'epoch' : 'step',
      };
    if (!own.isStepInEpoch) this.#learn(epoch, step);
    const starts =
      own.isStepInEpoch === true ||
      this.#meaning === 'in-epoch' ||
      (this.#meaning === 'unknown' &&
        steps !== undefined &&
        own.epoch !== undefined &&
        Number.isInteger(epoch));
    if (!starts) return ordered(epoch, epochs, step, steps);
    if (steps === undefined || steps <= 0 || step > steps || !Number.isInteger(epoch))
      return ordered(epoch, epochs, step, undefined);
    return this.#spread(epoch, epochs, step, steps);
  }

  #spread(epoch: number, epochs: number | undefined, step: number, steps: number): Resolved {
    const done = epoch - (this.#base ?? 0);
    const global = done * steps + step;
    if (!Number.isFinite(global)) return ordered(epoch, epochs, step, undefined);
    const total = epochs === undefined ? undefined : epochs * steps;
    return {
      epoch: done + step / steps,
      epochs,
      step: global,
      steps: total,
      order: global,
      orderUnit: 'step',
    };
  }

  #learn(epoch: number, step: number): void {
    if (this.#meaning === 'unknown' && this.#lastEpoch !== undefined && epoch > this.#lastEpoch)
      this.#meaning = step <= this.#lastStep ? 'in-epoch' : 'global';
    this.#lastEpoch = epoch;
    this.#lastStep = step;
  }
}

/** A whole epoch leads and the step follows it; beside a fraction of an epoch the step is finer. */
function ordered(
  epoch: number,
  epochs: number | undefined,
  step: number,
  steps: number | undefined,
): Resolved {
  const isWhole = Number.isInteger(epoch);
  const order = isWhole ? epoch + step * 1e-9 : step;
  return { epoch, epochs, step, steps, order, orderUnit: isWhole ? 'epoch' : 'step' };
}
