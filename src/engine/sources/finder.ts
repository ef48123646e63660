import { type Stats, statSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { SourceState } from '../../protocol.js';
import { isCandidate, isPassedOver } from './candidates.js';
import { globMatcher } from './globs.js';
import { LeadsOut, type MayRead } from './links.js';
import { probe } from './probe.js';
import type { AnyReader } from './sourceBytes.js';
import { NOTHING_TO_READ, stateOfError } from './sourceStates.js';

/** Candidates without readings are asked for their size in turn: this many, this often. */
const SWEEP_MS = 2000;
const SWEEP_AT_A_TIME = 100;

export interface FinderHouse {
  readonly roots: readonly string[];
  readonly exclude: readonly string[];
  readonly newReader: (file: string) => AnyReader;
  readonly mayRead: MayRead;
  /** This file holds readings. */
  readonly found: (file: string) => void;
  /** It was chosen by hand: nothing is left to find out. */
  readonly isFollowed: (file: string) => boolean;
  /** A hint: this file, found before, was written to. */
  readonly grew: (file: string) => void;
  readonly source: (state: SourceState) => void;
  readonly searched: (counts: { files: number; candidates: number; ms: number }) => void;
  readonly guard: (where: string, act: () => void) => void;
}

/** Finds logs under the roots, by name and then by content, and those that appear later. */
export class Finder {
  readonly #house: FinderHouse;
  readonly #watcher: FSWatcher | undefined;
  readonly #isExcluded: (path: string) => boolean;
  /** Candidates that hold no readings yet, with the size at which they were looked at. */
  readonly #barren = new Map<string, number>();
  readonly #found = new Set<string>();
  /** Files to look into, one a turn: a folder full of them must not hold up the views. */
  readonly #waiting = new Set<string>();
  readonly #startedAt = performance.now();
  readonly #timer: NodeJS.Timeout;
  #turn: NodeJS.Immediate | undefined;
  #sweep: Iterator<[string, number]> | undefined;
  #files = 0;
  #candidates = 0;
  #isWalked = false;
  #isSearched = false;

  constructor(house: FinderHouse) {
    this.#house = house;
    this.#isExcluded = globMatcher(house.exclude);
    this.#timer = setInterval(() => house.guard('sweep', () => this.#sweepSome()), SWEEP_MS);
    const [files, folders] = parted(house.roots);
    for (const file of files) house.found(file);
    this.#watcher = folders.length === 0 ? undefined : this.#walk(folders);
    if (!this.#watcher) setImmediate(() => this.#walked());
  }

  async dispose(): Promise<void> {
    clearInterval(this.#timer);
    clearImmediate(this.#turn);
    this.#waiting.clear();
    await this.#watcher?.close();
  }

  #walk(folders: readonly string[]): FSWatcher {
    const watcher = watch([...folders], {
      ignored: (path, stats) => this.#isIgnored(path, stats),
      // A link to a folder above would be walked for ever; a link to a file is a file.
      followSymlinks: false,
      ignorePermissionErrors: true,
      // The engine reads for itself: no waiting for writers to finish, no joining of events.
      atomic: false,
    });
    const { guard } = this.#house;
    watcher.on('add', (path) => guard(path, () => this.#appeared(path)));
    watcher.on('change', (path) => guard(path, () => this.#changed(path)));
    watcher.on('unlink', (path) => guard(path, () => this.#vanished(path)));
    watcher.on('ready', () => guard('search', () => this.#walked()));
    // Watchers run out (ENOSPC) on big trees: what was found is followed, the rest stays unseen.
    watcher.on('error', (error) => guard('search', () => this.#failed(error)));
    return watcher;
  }

  #isIgnored(path: string, stats: Stats | undefined): boolean {
    if (this.#house.roots.includes(path)) return false;
    const name = basename(path);
    if (isPassedOver(name)) return true;
    if (stats && !stats.isDirectory()) {
      this.#files++;
      if (!(stats.isFile() || stats.isSymbolicLink()) || !isCandidate(path.split(sep).join('/')))
        return true;
    }
    return this.#house.exclude.length > 0 && this.#isExcluded(this.#inside(path));
  }

  #inside(path: string): string {
    const root = this.#house.roots.find((folder) => path.startsWith(folder)) ?? dirname(path);
    return relative(root, path).split(sep).join('/');
  }

  #appeared(path: string): void {
    this.#candidates++;
    if (this.#found.has(path)) this.#house.grew(path);
    else this.#wants(path);
  }

  #changed(path: string): void {
    if (this.#found.has(path)) this.#house.grew(path);
    else this.#wants(path);
  }

  #vanished(path: string): void {
    this.#barren.delete(path);
    if (this.#found.has(path)) this.#house.grew(path);
  }

  #wants(path: string): void {
    this.#waiting.add(path);
    this.#turn ??= setImmediate(() => this.#serve());
  }

  #serve(): void {
    this.#turn = undefined;
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next);
      this.#house.guard(next, () => this.#look(next));
    }
    if (this.#waiting.size > 0) this.#turn = setImmediate(() => this.#serve());
    else this.#ended();
  }

  #look(file: string): void {
    if (this.#house.isFollowed(file)) {
      this.#isFound(file);
      return;
    }
    if (!this.#house.mayRead(file)) {
      this.#tell(file, stateOfError(new LeadsOut(file)), 0);
      return;
    }
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size === 0 || stats.size === this.#barren.get(file)) {
      if (stats?.isFile()) this.#barren.set(file, stats.size);
      return;
    }
    this.#barren.set(file, stats.size);
    try {
      const state = probe(file, this.#house.newReader);
      if (state === 'readings') this.#isFound(file);
      else this.#tell(file, { state, message: NOTHING_TO_READ[state] }, stats.size);
    } catch (error) {
      this.#tell(file, stateOfError(error), stats.size);
    }
  }

  #isFound(file: string): void {
    this.#barren.delete(file);
    this.#found.add(file);
    this.#house.found(file);
  }

  /** A table or a text without readings is no news; a log without any is. */
  #tell(file: string, news: Pick<SourceState, 'state' | 'message'>, bytes: number): void {
    const isNews = news.state === 'unreadable' || /\.(?:log|out|err)$/i.test(file);
    if (isNews) this.#house.source({ file, ...news, bytesRead: 0, bytes });
  }

  /** The watcher may miss that one grew: sizes are asked in turn. */
  #sweepSome(): void {
    this.#sweep ??= this.#barren.entries();
    for (let count = 0; count < SWEEP_AT_A_TIME; count++) {
      const next = this.#sweep.next();
      if (next.done) {
        this.#sweep = undefined;
        return;
      }
      const [file, size] = next.value;
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats && stats.size !== size) this.#wants(file);
    }
  }

  #walked(): void {
    this.#isWalked = true;
    this.#ended();
  }

  #ended(): void {
    if (!this.#isWalked || this.#isSearched || this.#waiting.size > 0) return;
    this.#isSearched = true;
    const ms = performance.now() - this.#startedAt;
    const candidates = this.#candidates;
    this.#house.searched({ files: Math.max(this.#files, candidates), candidates, ms });
  }

  #failed(error: unknown): void {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code !== 'ENOSPC' && error.code !== 'EMFILE') throw error;
    this.#walked();
  }
}

/** Roots that are folders, and all others: single files, there or not yet. */
function parted(roots: readonly string[]): [files: string[], folders: string[]] {
  const files: string[] = [];
  const folders: string[] = [];
  for (const root of roots) {
    const stats = statSync(root, { throwIfNoEntry: false });
    (stats?.isDirectory() ? folders : files).push(root);
  }
  return [files, folders];
}
