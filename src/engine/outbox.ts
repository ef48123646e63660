/** At most this often does anyone hear of changes. */
export const EVERY_MS = 100;

/**
 * Tells of changes at once after a pause, and at most every so often while they go on: what comes in
 * between waits for the next time. Holds a timer only while something waits.
 */
export class Outbox {
  readonly #send: () => void;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(send: () => void, everyMs = EVERY_MS) {
    this.#send = send;
    this.#everyMs = everyMs;
  }

  /** Something changed. */
  changed(): void {
    if (this.#timer) return;
    const wait = this.#sentAt + this.#everyMs - performance.now();
    if (wait <= 0) this.#now();
    // A timer drops the fraction of its milliseconds: it would come too early, eleven in a second.
    else this.#timer = setTimeout(() => this.#now(), Math.ceil(wait));
  }

  /** Sends what waits, at once. */
  flush(): void {
    if (this.#timer) this.#now();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #now(): void {
    this.dispose();
    this.#sentAt = performance.now();
    this.#send();
  }
}
