import {
  createDiagnosis,
  NOTHING_SET,
  printable,
  type RulePair,
  type RuleSettings,
  readRuleSettings,
} from '../analysis/index.js';
import type {
  FolderEncoding,
  FromEngine,
  Handlers,
  RunState,
  RunSummary,
  ToRuns,
} from '../protocol.js';
import { Following } from './following.js';
import { Outbox } from './outbox.js';
import { Finder } from './sources/finder.js';
import { expectedOf } from './sources/folderEncodings.js';
import { Follower } from './sources/follower.js';
import type { FollowerHouse } from './sources/followerHouse.js';
import { Journal } from './sources/journal.js';
import { inside, type MayRead } from './sources/links.js';
import { nameIn } from './sources/roots.js';
import type { AnyReader } from './sources/sourceBytes.js';
import type { HowToRead } from './sources/sourceReader.js';
import type { News } from './store/families.js';
import { buffersOf } from './store/frame.js';
import { RunStore } from './store/runStore.js';
import type { ShownRun } from './store/shownRun.js';
import type { RunVerdict } from './store/verdictChanges.js';
import { Views } from './views.js';

/** Live runs are looked at this often: has one gone idle, has its log stalled? */
const LOOK_MS = 2000;
/** Runs are judged anew for so long at a time; then followed files have their turn. */
const JUDGING_MS = 20;

/** What the engine is built with; tests bring their own reader. */
export interface EngineParts {
  readonly newReader: (file: string, how: HowToRead) => AnyReader;
  /** Where facts go; `give` are buffers that may travel instead of being copied. */
  readonly emit: (message: FromEngine, give?: readonly ArrayBuffer[]) => void;
}

type PointsMessage = Extract<FromEngine, { readonly type: 'readings' | 'withdrawn' }>;
type Start = Extract<ToRuns, { readonly type: 'start' }>;

/**
 * The engine: wishes in, facts out, the same in a worker and in the command line. Each entry has one
 * guard around it: a fault is reported, the rest goes on.
 */
export class Engine {
  readonly #parts: EngineParts;
  readonly #following: Following;
  readonly #views: Views;
  readonly #outbox = new Outbox(() => this.#tellRuns());
  readonly #changed = new Set<ShownRun>();
  readonly #verdicts: RunVerdict[] = [];
  /** What was told of each run last, to tell when it goes idle. */
  readonly #states = new WeakMap<ShownRun, RunState>();
  readonly #timer: NodeJS.Timeout;
  #store: RunStore;
  #houseOfStore: FollowerHouse | undefined;
  #roots: readonly string[] = [];
  /** Files that the user named; a link among them leads where he wants it to. */
  readonly #chosen = new Set<string>();
  #isInside: MayRead = () => true;
  #encodings: readonly FolderEncoding[] = [];
  #everyPoint = false;
  #everyVerdict = false;
  #rules: RuleSettings = NOTHING_SET;
  #judging: NodeJS.Immediate | undefined;
  #finder: Finder | undefined;
  /** Only the command line keeps what it said: the editor draws whole frames. */
  #journal: Journal | undefined;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#store = this.#newStore();
    this.#following = new Following((where, act) => this.#guard(where, act) ?? false);
    this.#views = new Views(
      (id) => this.#store.run(id),
      (run) => this.#summary(run),
      (view, frame) => parts.emit({ type: 'frame', view, frame }, buffersOf(frame)),
    );
    this.#timer = setInterval(() => this.#guard('looking at runs', () => this.#look()), LOOK_MS);
  }

  receive(message: ToRuns): void {
    this.#guard(message.type, () => {
      const handle = this.#handlers[message.type] as (message: ToRuns) => void;
      handle(message);
    });
  }

  dispose(): void {
    clearInterval(this.#timer);
    clearImmediate(this.#judging);
    void this.#finder?.dispose();
    this.#following.dispose();
    this.#outbox.flush();
    this.#outbox.dispose();
    this.#views.dispose();
  }

  readonly #handlers: Handlers<ToRuns> = {
    start: (message) => this.#start(message),
    follow: ({ file }) => {
      this.#chosen.add(file);
      this.#follow(file);
    },
    unfollow: ({ file }) => this.#unfollow(file),
    openView: ({ view, wish }) => this.#views.open(view, wish),
    closeView: ({ view }) => this.#views.close(view),
    columns: ({ request, run: id }) => {
      const run = this.#store.run(id);
      const summary = run && this.#summary(run);
      this.#parts.emit({ type: 'columns', request, run: summary, series: run?.columns() ?? [] });
    },
    rules: ({ rules }) => {
      this.#take(rules);
      this.#judgeAnew();
    },
    ping: ({ request }) => this.#parts.emit({ type: 'pong', request }),
    stop: () => this.dispose(),
  };

  #start(message: Start): void {
    const { roots, exclude, encodings, everyPoint, stateDir, rules, linksStayInside } = message;
    clearImmediate(this.#judging);
    this.#take(rules ?? []);
    for (const { file } of this.#following.followers) this.#unfollow(file);
    this.#roots = roots;
    this.#isInside = linksStayInside ? inside(roots) : () => true;
    this.#encodings = encodings ?? [];
    this.#everyPoint = everyPoint ?? false;
    this.#everyVerdict = message.everyVerdict ?? false;
    this.#journal = stateDir && everyPoint ? this.#openJournal(stateDir) : undefined;
    this.#store = this.#newStore();
    this.#houseOfStore = undefined;
    void this.#finder?.dispose();
    this.#finder = new Finder({
      roots,
      exclude,
      newReader: this.#newReader,
      mayRead: this.#mayRead,
      found: (file) => this.#guard(file, () => this.#follow(file)),
      isFollowed: (file) => this.#following.has(file),
      grew: (file) => this.#following.hint(file),
      source: (source) => this.#parts.emit({ type: 'source', source }),
      searched: (counts) => this.#parts.emit({ type: 'found', ...counts }),
      guard: (where, act) => void this.#guard(where, act),
    });
  }

  #take(pairs: readonly RulePair[]): void {
    const { settings, wrong } = readRuleSettings(pairs);
    this.#rules = settings;
    for (const message of wrong) this.#parts.emit({ type: 'wrongRule', message });
  }

  /** Without reading a file again: the store has every point. */
  #judgeAnew(): void {
    clearImmediate(this.#judging);
    const store = this.#store;
    const waiting = [...store.all];
    store.judgeAnew(waiting);
    const turn = () => {
      const end = performance.now() + JUDGING_MS;
      const isUp = () => performance.now() > end;
      for (let run = waiting.pop(); run; run = waiting.pop()) {
        const news = store.rejudge(run, isUp);
        if (news) this.#tell(news);
        else waiting.push(run);
        if (isUp()) break;
      }
      this.#judging = waiting.length > 0 ? setImmediate(guarded) : undefined;
    };
    const guarded = () => void this.#guard('judging anew', turn);
    guarded();
  }

  #follow(file: string): void {
    if (this.#following.has(file)) return;
    const follower = new Follower(file, this.#house);
    if (this.#journal) follower.restore(this.#journal.open(file), performance.now());
    this.#following.add(follower);
  }

  #unfollow(file: string): void {
    this.#following.remove(file);
    this.#tell(this.#store.remove(file));
  }

  /** One for all files of a store: there may be thousands. */
  get #house(): FollowerHouse {
    this.#houseOfStore ??= this.#newHouse();
    return this.#houseOfStore;
  }

  #newHouse(): FollowerHouse {
    return {
      newReader: this.#newReader,
      mayRead: this.#mayRead,
      store: this.#store,
      changed: (news) => this.#tell(news),
      added: (file, added) => this.#tellPoints({ type: 'readings', file, added }, added.length),
      withdrawn: (file, removed) =>
        this.#tellPoints({ type: 'withdrawn', file, removed }, removed.length),
      stands: (file, stands) => this.#journal?.note(file, { stands }),
      source: (source) => {
        this.#parts.emit({ type: 'source', source });
        // While a file is read its runs tell of themselves.
        if (source.state !== 'reading') {
          this.#runsChanged(this.#store.shownOf(source.file));
        }
      },
    };
  }

  #tellPoints(message: PointsMessage, count: number): void {
    if (!this.#everyPoint || count === 0) return;
    const isAdded = message.type === 'readings';
    const entry = isAdded ? { added: message.added } : { withdrawn: message.removed };
    // A kill between the two would have it told again.
    const note = this.#journal?.noteOf(message.file, entry);
    this.#parts.emit(message);
    note?.();
  }

  #tell({ runs, verdicts, gone }: News): void {
    for (const run of gone) this.#parts.emit({ type: 'runGone', run });
    this.#said(verdicts);
    this.#runsChanged(runs);
  }

  #said(verdicts: readonly RunVerdict[]): void {
    if (!this.#everyVerdict) return;
    for (const verdict of verdicts) this.#verdicts.push(verdict);
  }

  #runsChanged(runs: ReadonlySet<ShownRun>): void {
    if (runs.size === 0) return;
    for (const run of runs) {
      this.#changed.add(run);
      this.#views.changed(run.face.id);
    }
    this.#outbox.changed();
  }

  /** Runs first: whoever hears of a verdict knows the run. */
  #tellRuns(): void {
    const runs = [...this.#changed].filter((run) => this.#store.run(run.face.id) === run);
    this.#changed.clear();
    const summaries = runs.map((run) => this.#summary(run)).filter(({ points }) => points > 0);
    if (summaries.length > 0) this.#parts.emit({ type: 'runs', runs: summaries });
    for (const { run, change } of this.#verdicts.splice(0)) {
      this.#parts.emit({ type: 'verdict', run, change });
    }
  }

  #summary(run: ShownRun): RunSummary {
    const state = this.#stateOf(run);
    this.#states.set(run, state);
    const format = this.#following.get(run.face.file)?.format ?? '';
    const hasEnded = state === 'crashed' || state === 'finished';
    const summary = run.summary(format, state);
    return hasEnded ? { ...summary, ending: run.endingAt(Date.now()) } : summary;
  }

  /** Time passes without a line: runs go idle, logs stall. */
  #look(): void {
    const now = Date.now();
    this.#tell(this.#store.look(now));
    for (const run of this.#store.shown) {
      const changes = run.look(now);
      this.#said(changes.map((change) => ({ run: run.face.id, change })));
      const isOther = this.#stateOf(run) !== this.#states.get(run);
      if (changes.length > 0 || isOther) this.#runsChanged(new Set([run]));
    }
  }

  /** Only the newest run of a file can be live. */
  #stateOf(run: ShownRun): RunState {
    const followers = run.files.map((file) => this.#following.get(file));
    const there = followers.filter((follower) => follower && follower.state !== 'gone');
    if (there.length === 0) return 'gone';
    if (there.every((follower) => follower?.isReading)) return 'reading';
    const now = Date.now();
    // Not called live beside the verdict that says how long it is silent.
    const isLive = run.isLive(now) && !run.isStalled;
    return run.endingAt(now)?.how ?? (isLive ? 'live' : 'idle');
  }

  readonly #newReader = (file: string): AnyReader =>
    this.#parts.newReader(file, { expected: expectedOf(this.#encodings, file) });

  readonly #mayRead: MayRead = (file) => this.#chosen.has(file) || this.#isInside(file);

  #openJournal(folder: string): Journal {
    return new Journal(folder, ({ message }) => {
      this.#parts.emit({ type: 'fault', where: 'keeping state', stack: message });
    });
  }

  #newStore(): RunStore {
    return new RunStore({
      nameOf: (file) => printable(nameIn(this.#roots, file)),
      everyPoint: this.#everyPoint,
      newDiagnosis: (clock) => createDiagnosis(this.#rules, clock),
    });
  }

  #guard<T>(where: string, act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#parts.emit({ type: 'fault', where, stack });
      return undefined;
    }
  }
}
