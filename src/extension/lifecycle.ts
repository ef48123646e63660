/** What can be ended. The shape of vscode.Disposable, without needing VS Code. */
export interface Endable {
  dispose(): unknown;
}

/**
 * Owns what it is given and ends it in reverse order. What is added after the end is ended at once,
 * so that a slow start cannot leave a timer behind.
 */
export class Lifetime implements Endable {
  readonly #owned = new Set<Endable>();
  #ended = false;

  get hasEnded(): boolean {
    return this.#ended;
  }

  own<T extends Endable>(...things: readonly T[]): void {
    for (const thing of things) {
      if (this.#ended) thing.dispose();
      else this.#owned.add(thing);
    }
  }

  /** A timer that dies with its owner; the returned handle ends it sooner. */
  every(ms: number, act: () => void): Endable {
    const timer = setInterval(act, ms);
    const handle = { dispose: () => clearInterval(timer) };
    this.own(handle);
    return handle;
  }

  dispose(): void {
    this.#ended = true;
    for (const thing of [...this.#owned].reverse()) thing.dispose();
    this.#owned.clear();
  }
}

/** Calls `act` at most once in `ms`: at once after a rest, else when the time is over. */
export function throttled(ms: number, act: () => void): (() => void) & Endable {
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const fire = () => {
    timer = undefined;
    last = performance.now();
    act();
  };
  const call = () => {
    if (timer) return;
    const wait = last + ms - performance.now();
    if (wait <= 0) fire();
    else timer = setTimeout(fire, wait);
  };
  return Object.assign(call, { dispose: () => clearTimeout(timer) });
}
