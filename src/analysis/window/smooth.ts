/**
 * Debiased exponential moving average of a growing column, as TensorBoard draws it. `weight` is the
 * weight of the past, 0 to 0.999; the first points count fully instead of leaning to zero. A constant
 * start stays that constant to the bit; what is not finite is given back and leaves no trace. O(1).
 * @source tensorboard line_chart_v2 `classicSmoothing`: last = last * w + (1 - w) * y,
 * smoothed = last / (1 - w ** n).
 */
export class Smoother {
  readonly #weight: number;
  #sum = 0;
  /** weight ** n: what the first value of all, zero, still weighs. */
  #bias = 1;
  #start: number | undefined;
  #isConstant = true;

  constructor(weight: number) {
    this.#weight = Math.min(0.999, Math.max(0, weight));
  }

  push(y: number): number {
    if (!Number.isFinite(y)) return y;
    this.#start ??= y;
    this.#isConstant &&= y === this.#start;
    this.#sum = this.#sum * this.#weight + (1 - this.#weight) * y;
    this.#bias *= this.#weight;
    return this.#isConstant ? y : this.#sum / (1 - this.#bias);
  }

  /** Another attempt begins: nothing of the last one is carried over. */
  restart(): void {
    this.#sum = 0;
    this.#bias = 1;
    this.#start = undefined;
    this.#isConstant = true;
  }
}
