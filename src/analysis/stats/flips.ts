/** Turns that are looked back on. */
const WINDOW = 64;
/** Below 8 turns a share says nothing. */
const FEWEST = 8;

/**
 * Share of the last 64 steps that went the other way than the step before: 2/3 for independent noise,
 * near 0 for a smooth curve, near 1 for one that jumps to and fro. Values equal to the one before and
 * non-finite ones are left out. NaN below 8 turns.
 */
export function flipsOf(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  const signs = finite
    .slice(1)
    .flatMap((value, i) => Math.sign(value - (finite[i] ?? value)) || []);
  const turns = signs.slice(1).map((sign, i): number => (sign === signs[i] ? 0 : 1));
  const last = turns.slice(-WINDOW);
  return last.length < FEWEST
    ? Number.NaN
    : last.reduce((sum, turn) => sum + turn, 0) / last.length;
}

/** The running form of `flipsOf`: O(1) a point. */
export class RunningFlips {
  /** As long as the window from the first turn on. */
  #turns: Uint8Array | undefined;
  #count = 0;
  #sum = 0;
  #last = Number.NaN;
  #sign = 0;

  push(value: number): void {
    if (!Number.isFinite(value)) return;
    const sign = Math.sign(value - this.#last);
    this.#last = value;
    // Also where there was no value before: NaN is no sign.
    if (!sign) return;
    if (this.#sign !== 0) this.#pushTurn(sign === this.#sign ? 0 : 1);
    this.#sign = sign;
  }

  get value(): number {
    return this.#count < FEWEST ? Number.NaN : this.#sum / Math.min(this.#count, WINDOW);
  }

  #pushTurn(turn: number): void {
    this.#turns ??= new Uint8Array(WINDOW);
    const at = this.#count++ % WINDOW;
    this.#sum += turn - (this.#turns[at] ?? 0);
    this.#turns[at] = turn;
  }
}
