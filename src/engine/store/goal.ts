import { type Ending, endedAtTotal, type Reading } from '../../analysis/index.js';

/** A last epoch is whole with this share of the readings of the one before it. */
const WHOLE = 0.98;

/** How far a run has come on one axis, and what it counts to. */
interface Way {
  first: number;
  last: number;
  stride: number;
  total: number | undefined;
}

/**
 * Has a run reached the total that it prints? Writers count from 0 or from 1, and log every so many
 * steps; the first lines of the last epoch are not its end.
 */
export class Goal {
  readonly #steps = newWay();
  readonly #epochs = newWay();
  /** Readings of this epoch and of the one before. */
  #inEpoch = 0;
  #inPrevious = 0;

  push({ step, steps, epoch, epochs }: Reading): void {
    if (step !== undefined) go(this.#steps, step, steps);
    if (epoch === undefined) return;
    if (epoch !== this.#epochs.last) {
      this.#inPrevious = this.#inEpoch;
      this.#inEpoch = 0;
    }
    this.#inEpoch++;
    go(this.#epochs, epoch, epochs);
  }

  /** What is to be said once no line comes any more; undefined while one is owed or none can be told. */
  get reached(): Ending | undefined {
    const { total: steps } = this.#steps;
    if (steps) return isAtEnd(this.#steps, steps) ? endedAtTotal('step', steps) : undefined;
    const { total: epochs, last } = this.#epochs;
    if (!epochs || !isAtEnd(this.#epochs, epochs)) return undefined;
    // Fractions of epochs say by themselves where one ends.
    const isWhole = !Number.isInteger(this.#epochs.first) || this.#isWhole;
    return isWhole && last > 0 ? endedAtTotal('epoch', epochs) : undefined;
  }

  get #isWhole(): boolean {
    return this.#inPrevious > 0 && this.#inEpoch >= Math.ceil(WHOLE * this.#inPrevious);
  }
}

function newWay(): Way {
  return { first: Number.NaN, last: Number.NaN, stride: 0, total: undefined };
}

function go(way: Way, at: number, total: number | undefined): void {
  if (total !== undefined) way.total = total;
  if (at > way.last) way.stride = at - way.last;
  if (!(at > way.first)) way.first = at;
  way.last = at;
}

/** The next line would stand beyond the total. Who counts from 0 ends one before it. */
function isAtEnd({ first, last, stride }: Way, total: number): boolean {
  if (last >= total) return true;
  const end = first === 0 ? total - 1 : total;
  return stride > 0 && Number.isInteger(last) && last + stride > end;
}
