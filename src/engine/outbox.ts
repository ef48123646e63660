/** At most this often does anyone hear of changes. */
export const EVERY_MS = 100;

/**
 * Tells of changes at once after a pause, and at most every 100 ms while they go on: what comes in
 * between waits for the next time. Holds a timer only while something waits.
 */
export class Outbox {
  readonly #send: () => void;
  #timer: NodeJS.Timeout | undefined;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(send: () => void) {
    this.#send = send;
  }

  /** Something changed. */
  changed(): void {
    if (this.#timer) return;
    const wait = this.#sentAt + EVERY_MS - performance.now();
    if (wait <= 0) this.#now();
    else this.#timer = setTimeout(() => this.#now(), wait);
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
