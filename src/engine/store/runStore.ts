import { createDiagnosis, type Diagnosis, type Reading } from '../../analysis/index.js';
import type { PlacedReading } from '../../protocol.js';
import { type Arrival, Run } from './run.js';
import { changesBetween, type RunVerdict } from './verdictChanges.js';

/** What came of some readings. */
export interface RunChange {
  readonly runs: ReadonlySet<Run>;
  readonly placed: readonly PlacedReading[];
  readonly verdicts: readonly RunVerdict[];
}

/** Options of a store; the rules are those of the house unless a test brings its own. */
export interface StoreOptions {
  readonly nameOf: (file: string) => string;
  /** Say where each reading was placed (the command line does, the editor does not). */
  readonly everyPoint?: boolean | undefined;
  readonly newDiagnosis?: (() => Diagnosis) | undefined;
}

/** The runs of all files: the only mutable state of the house. */
export class RunStore {
  readonly #files = new Map<string, Run[]>();
  readonly #byId = new Map<string, Run>();
  readonly #options: StoreOptions;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  run(id: string): Run | undefined {
    return this.#byId.get(id);
  }

  runsOf(file: string): readonly Run[] {
    return this.#files.get(file) ?? [];
  }

  get all(): IterableIterator<Run> {
    return this.#byId.values();
  }

  /** Readings in the order of the file; `reading.run` is the number of the run in it. */
  add(file: string, readings: readonly Reading[], arrival: Arrival): RunChange {
    const runs = new Set<Run>();
    const placed: PlacedReading[] = [];
    const verdicts: RunVerdict[] = [];
    for (const reading of readings) {
      const run = this.#runsOf(file)[reading.run] ?? this.#open(file, reading.run);
      if (!runs.has(run)) run.grew(arrival);
      runs.add(run);
      const changes = run.push(reading, arrival);
      if (this.#options.everyPoint) placed.push(run.placed(reading));
      for (const change of changes) verdicts.push({ run: run.face.id, change });
    }
    return { runs, placed, verdicts };
  }

  /**
   * The runs from number `first` on, written anew: the file says something else now. What was said of
   * them stays said unless it no longer holds. Runs that are no more are given back as `gone`.
   */
  replace(
    file: string,
    first: number,
    readings: readonly Reading[],
    arrival: Arrival,
  ): RunChange & { readonly gone: readonly string[] } {
    const before = this.#runsOf(file).splice(first);
    for (const { face } of before) this.#byId.delete(face.id);
    const change = this.add(file, readings, arrival);
    const after = this.runsOf(file).slice(first);
    after.forEach((run, index) => {
      run.seq += before[index]?.seq ?? 0;
    });
    const verdicts = after.flatMap((run, index) => changesBetween(before[index], run));
    const gone = before.slice(after.length).map(({ face }) => face.id);
    return { ...change, verdicts, gone };
  }

  /** Forgets a file; its runs were these. */
  remove(file: string): readonly string[] {
    const ids = this.runsOf(file).map(({ face }) => face.id);
    for (const id of ids) this.#byId.delete(id);
    this.#files.delete(file);
    return ids;
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
    const diagnosis = (this.#options.newDiagnosis ?? createDiagnosis)();
    const name = number === 0 ? base : `${base} (${number + 1})`;
    const face = { id: `${file}#${number}`, name, file };
    const run = new Run(face, diagnosis, this.#options.everyPoint ?? false);
    runs[number] = run;
    this.#byId.set(run.face.id, run);
    return run;
  }
}
