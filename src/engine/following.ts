import { type FSWatcher, watch } from 'node:fs';
import type { Follower } from './sources/follower.js';

/** Files that are watched at a time; the others are asked by the clock alone. */
const WATCHED_AT_MOST = 256;
/** The clock by which due files are looked for. */
const TICK_MS = 100;
/** A file that was quiet this long keeps no handle and no watcher. */
const IDLE_MS = 10_000;
/** Open files at a time: they serve only to hear the last lines of a log that is renamed. */
const HELD_AT_MOST = 8;
/** A watcher may tell of the first of two quick writes only: look once more. */
const ONCE_MORE_MS = 50;

interface Followed {
  readonly follower: Follower;
  dueAt: number;
  grewAt: number;
  bytes: number;
  watcher: FSWatcher | undefined;
}

/**
 * Gives each followed file its turns: when the file system hints that it grew, and by the clock in
 * any case, since hints get lost (network drives, containers, WSL). One slice a turn, then the next
 * file, then whoever else waits for this thread.
 */
export class Following {
  readonly #files = new Map<string, Followed>();
  readonly #hungry = new Set<Followed>();
  /** Who holds its file open, the one that grew last at the end. */
  readonly #holding = new Set<Followed>();
  readonly #timer: NodeJS.Timeout;
  #turn: NodeJS.Immediate | undefined;

  constructor(
    /** Runs one turn inside the guard of the engine; false also after a fault. */
    private readonly guard: (where: string, act: () => boolean) => boolean,
  ) {
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  get count(): number {
    return this.#files.size;
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }

  get(file: string): Follower | undefined {
    return this.#files.get(file)?.follower;
  }

  get followers(): Follower[] {
    return [...this.#files.values()].map(({ follower }) => follower);
  }

  add(follower: Follower): void {
    const followed = { follower, dueAt: 0, grewAt: 0, bytes: 0, watcher: undefined };
    this.#files.set(follower.file, followed);
    this.#wants(followed);
  }

  remove(file: string): void {
    const followed = this.#files.get(file);
    if (!followed) return;
    this.#files.delete(file);
    this.#hungry.delete(followed);
    this.#rest(followed);
  }

  /** A hint: this file may have grown. */
  hint(file: string): void {
    const followed = this.#files.get(file);
    if (followed) this.#wants(followed);
  }

  dispose(): void {
    clearInterval(this.#timer);
    clearImmediate(this.#turn);
    for (const file of [...this.#files.keys()]) this.remove(file);
  }

  #tick(): void {
    const now = performance.now();
    for (const followed of this.#files.values()) if (followed.dueAt <= now) this.#wants(followed);
  }

  #wants(followed: Followed): void {
    this.#hungry.add(followed);
    this.#turn ??= setImmediate(() => this.#serve());
  }

  #serve(): void {
    this.#turn = undefined;
    const [next] = this.#hungry;
    if (!next) return;
    this.#hungry.delete(next);
    this.#feed(next);
    if (this.#hungry.size > 0) this.#turn = setImmediate(() => this.#serve());
  }

  #feed(followed: Followed): void {
    const { follower } = followed;
    const now = performance.now();
    const isMore = this.guard(`following ${follower.file}`, () => follower.turn(now));
    if (!this.#files.has(follower.file)) return;
    if (isMore) {
      this.#hungry.add(followed);
      return;
    }
    if (follower.bytesRead !== followed.bytes) {
      followed.bytes = follower.bytesRead;
      followed.grewAt = now;
      this.#watch(followed);
      this.#hold(followed);
    }
    followed.dueAt = now + follower.pauseMs(now);
    if (now - followed.grewAt > IDLE_MS) this.#rest(followed);
  }

  #hold(followed: Followed): void {
    this.#holding.delete(followed);
    this.#holding.add(followed);
    const [longest] = this.#holding;
    if (!longest || this.#holding.size <= HELD_AT_MOST) return;
    this.#holding.delete(longest);
    longest.follower.rests();
  }

  #watch(followed: Followed): void {
    if (followed.watcher) return;
    const watched = [...this.#files.values()].filter(({ watcher }) => watcher);
    if (watched.length >= WATCHED_AT_MOST) {
      this.#unwatch(watched.reduce((a, b) => (a.grewAt <= b.grewAt ? a : b)));
    }
    try {
      followed.watcher = watch(followed.follower.file, (event) => this.#heard(followed, event));
      followed.watcher.on('error', () => this.#unwatch(followed));
    } catch (error) {
      // No watcher left (ENOSPC, EMFILE) or none for this drive: the clock is enough.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }

  #heard(followed: Followed, event: string): void {
    // The name stands for another file now, which this watcher does not see.
    if (event === 'rename') this.#unwatch(followed);
    this.#wants(followed);
    followed.dueAt = Math.min(followed.dueAt, performance.now() + ONCE_MORE_MS);
  }

  #unwatch(followed: Followed): void {
    followed.watcher?.close();
    followed.watcher = undefined;
  }

  #rest(followed: Followed): void {
    this.#unwatch(followed);
    this.#holding.delete(followed);
    followed.follower.rests();
  }
}
