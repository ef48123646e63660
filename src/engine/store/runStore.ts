import { createDiagnosis, type Ending, type Reading } from '../../analysis/index.js';
import type { PlacedReading } from '../../protocol.js';
import { Families, type News } from './families.js';
import type { NewDiagnosis } from './judgedAnew.js';
import { type Arrival, Run } from './run.js';
import type { ShownRun } from './shownRun.js';
import type { RunVerdict } from './verdictChanges.js';

/** What came of some readings: what people hear of, and where each of them was placed. */
export interface RunChange extends News {
  readonly placed: readonly PlacedReading[];
}

/** Options of a store; the rules are those of the house unless a test brings its own. */
export interface StoreOptions {
  readonly nameOf: (file: string) => string;
  /** Say where each reading was placed (the command line does, the editor does not). */
  readonly everyPoint?: boolean | undefined;
  readonly newDiagnosis?: NewDiagnosis | undefined;
}

/** The runs of all files, and which of them are one training: the only mutable state of the house. */
export class RunStore {
  readonly #files = new Map<string, Run[]>();
  readonly #byId = new Map<string, Run>();
  readonly #options: StoreOptions;
  readonly #families: Families;
  readonly #newDiagnosis: NewDiagnosis;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#newDiagnosis = options.newDiagnosis ?? ((clock) => createDiagnosis(undefined, clock));
    this.#families = new Families(this.#newDiagnosis);
  }

  /** The run that is shown under this id, or that stands for the one of this id. */
  run(id: string): ShownRun | undefined {
    const run = this.#byId.get(id);
    return this.#families.joinedAs(id) ?? (run && this.#families.shownFor(run));
  }

  runsOf(file: string): readonly Run[] {
    return this.#files.get(file) ?? [];
  }

  /** What is shown of a file. */
  shownOf(file: string): Set<ShownRun> {
    const shown = this.runsOf(file).map((run) => this.#families.shownFor(run));
    return new Set(shown.filter((run) => run !== undefined));
  }

  get shown(): Set<ShownRun> {
    return this.#families.shown;
  }

  /** The runs of all files, shown or not. */
  get all(): readonly Run[] {
    return [...this.#byId.values()];
  }

  /** These runs are judged anew, by the rules as they are now: `rejudge` does it, in turns. */
  judgeAnew(runs: readonly Run[]): void {
    for (const run of runs) run.judgeAnew(this.#newDiagnosis);
  }

  /** Judges a run anew until the time is up; undefined: there is more to do. */
  rejudge(run: Run, isUp: () => boolean = () => false): News | undefined {
    return this.#families.rejudge(run, isUp);
  }

  /** Time passes: runs that were kept back as possible copies. */
  look(nowMs: number): News {
    return this.#families.look(nowMs);
  }

  /** Lines came to the file, with readings or without; `atMs` where that was seen. */
  heard(file: string, atMs: number | undefined): News {
    const run = this.runsOf(file).at(-1);
    return run?.heard(atMs) ? this.#families.told(run) : this.#families.told();
  }

  /** The file is quiet: what its last lines say of its last run. */
  ended(file: string, ending: Ending): News {
    const run = this.runsOf(file).at(-1);
    run?.ended(ending);
    return this.#families.told(run);
  }

  /** Readings in the order of the file; `reading.run` is the number of the run in it. */
  add(file: string, readings: readonly Reading[], arrival: Arrival): RunChange {
    const grown = new Set<Run>();
    const placed: PlacedReading[] = [];
    const verdicts: RunVerdict[] = [];
    for (const reading of readings) {
      const run = this.#runsOf(file)[reading.run] ?? this.#open(file, reading.run);
      if (!grown.has(run)) run.grew(arrival);
      grown.add(run);
      const changes = run.push(reading, arrival);
      if (this.#options.everyPoint) placed.push(run.placed(reading));
      for (const change of changes) verdicts.push({ run: run.face.id, change });
    }
    return { ...this.#families.grew(grown, verdicts, arrival), placed };
  }

  /**
   * The runs from number `first` on, written anew: the file says something else now. What was said of
   * them stays said unless it no longer holds.
   */
  replace(file: string, first: number, readings: readonly Reading[], arrival: Arrival): RunChange {
    const before = this.#runsOf(file).splice(first);
    this.#forget(before);
    const change = this.add(file, readings, arrival);
    const after = this.runsOf(file).slice(first);
    after.forEach((run, index) => {
      run.seq += before[index]?.seq ?? 0;
    });
    const gone = before.slice(after.length).map(({ face }) => face.id);
    return { ...joined(change, this.#families.settle(gone)), placed: change.placed };
  }

  /** Forgets a file. */
  remove(file: string): News {
    const runs = this.runsOf(file);
    this.#files.delete(file);
    this.#forget(runs);
    return this.#families.settle(runs.map(({ face }) => face.id));
  }

  #forget(runs: readonly Run[]): void {
    for (const { face } of runs) this.#byId.delete(face.id);
    this.#families.lost(runs);
  }

  #runsOf(file: string): Run[] {
    const runs = this.#files.get(file) ?? [];
    this.#files.set(file, runs);
    return runs;
  }

  /** A number that was left out stands for a run without a reading; nobody hears of it. */
  #open(file: string, number: number): Run {
    const runs = this.#runsOf(file);
    if (number > runs.length) this.#open(file, number - 1);
    const base = this.#options.nameOf(file);
    const name = number === 0 ? base : `${base} (${number + 1})`;
    const face = { id: `${file}#${number}`, name, file };
    const run = new Run(face, this.#newDiagnosis(), this.#options.everyPoint ?? false);
    runs[number] = run;
    this.#byId.set(run.face.id, run);
    return run;
  }
}

function joined(a: News, b: News): News {
  return {
    runs: new Set([...a.runs, ...b.runs]),
    verdicts: [...a.verdicts, ...b.verdicts],
    gone: [...a.gone, ...b.gone],
  };
}
