import { Column, SparseColumn } from './column.js';
import type { Kind, Reading, Split, XUnit } from './model.js';

/** What a series is called and what it measures: the same for all its readings. */
export interface SeriesName {
  readonly name: string;
  readonly metric: string;
  readonly split: Split;
  readonly kind: Kind;
}

/** Where the readings of one line stand. */
export type ReadingPlace = Omit<Reading, keyof SeriesName | 'value'>;

/** Takes readings one by one without an object for each; `series` and `place` may be kept. */
export type ReadingSink = (series: SeriesName, value: number, place: ReadingPlace) => void;

/** The places of all lines, once each, however many values stand on a line. */
class Places {
  readonly step = new SparseColumn();
  readonly epoch = new SparseColumn();
  readonly line = new Column();
  readonly attempt = new Column();
  #last: ReadingPlace | undefined;

  /** The number of a place: that of the one before, where it is the same. */
  numberOf(place: ReadingPlace): number {
    if (place !== this.#last) {
      this.#last = place;
      this.step.push(place.step ?? Number.NaN);
      this.epoch.push(place.epoch ?? Number.NaN);
      this.line.push(place.line);
      this.attempt.push(place.attempt);
    }
    return this.line.length - 1;
  }

  get bytes(): number {
    return this.step.bytes + this.epoch.bytes + this.line.bytes + this.attempt.bytes;
  }
}

/** The readings of one name and split in one run, in file order. */
export class SeriesColumns {
  readonly #value = new Column();
  readonly #place = new Column();
  #steps = 0;
  #epochs = 0;
  #startsAnew = false;
  #lastStep = 0;
  #lastEpoch = 0;
  #lastAttempt = -1;

  constructor(
    readonly series: SeriesName,
    readonly run: number,
    private readonly places: Places,
  ) {}

  get length(): number {
    return this.#value.length;
  }

  push(value: number, place: ReadingPlace): void {
    const { step, epoch, attempt } = place;
    if (step !== undefined) this.#steps++;
    if (epoch !== undefined) this.#epochs++;
    if (attempt === this.#lastAttempt && (epoch ?? 0) > this.#lastEpoch)
      this.#startsAnew ||= (step ?? 0) <= this.#lastStep;
    this.#lastStep = step ?? 0;
    this.#lastEpoch = epoch ?? 0;
    this.#lastAttempt = attempt;
    this.#value.push(value);
    this.#place.push(this.places.numberOf(place));
  }

  /** What its own columns take, with the room they hold for what comes. */
  get bytes(): number {
    return this.#value.bytes + this.#place.bytes;
  }

  /**
   * The unit of the x axis. `step` where every reading has one and it does not fall or stand while
   * the epoch rises (a step that starts anew in each epoch is no axis); else `epoch` where every
   * reading has one; else `step` or `epoch`, whichever is there for most; else `index`, the number of
   * the reading in the series.
   */
  get xUnit(): XUnit {
    if (this.#steps === this.length && !this.#startsAnew) return 'step';
    if (this.#epochs === this.length && this.#epochs > 0) return 'epoch';
    if (this.#steps === 0 && this.#epochs === 0) return 'index';
    return this.#steps >= this.#epochs ? 'step' : 'epoch';
  }

  valueAt(index: number): number {
    return this.#value.at(index);
  }

  /** x of a reading; NaN where it has none. */
  xAt(index: number): number {
    const { xUnit } = this;
    if (xUnit === 'index') return index;
    return (xUnit === 'step' ? this.places.step : this.places.epoch).at(this.#place.at(index));
  }

  lineAt(index: number): number {
    return this.places.line.at(this.#place.at(index));
  }

  attemptAt(index: number): number {
    return this.places.attempt.at(this.#place.at(index));
  }
}

/** Readings as columns, by series in order of first appearance: 16 bytes a reading and 32 a line. */
export class ReadingColumns {
  readonly all: SeriesColumns[] = [];
  readonly #places = new Places();
  readonly #byKey = new Map<string, SeriesColumns>();
  /** The columns of each run that a series went to. */
  readonly #of = new Map<SeriesName, Map<number, SeriesColumns>>();
  readonly #runs = new Map<number, Set<number>>();
  #run = -1;
  #attempt = -1;

  /** Trainings and resumes among the readings. */
  get runs(): number {
    return [...this.#runs.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** What the columns take, with the room they hold for what comes. */
  get bytes(): number {
    return this.all.reduce((sum, { bytes }) => sum + bytes, this.#places.bytes);
  }

  readonly take: ReadingSink = (series, value, place) => {
    const { run } = place;
    this.#enter(place);
    let byRun = this.#of.get(series);
    if (!byRun) {
      byRun = new Map();
      this.#of.set(series, byRun);
    }
    let columns = byRun.get(run);
    if (!columns) {
      columns = this.#columnsOf(series, run);
      byRun.set(run, columns);
    }
    columns.push(value, place);
  };

  add(readings: readonly Reading[]): void {
    for (const reading of readings) {
      this.#enter(reading);
      this.#columnsOf(reading, reading.run).push(reading.value, reading);
    }
  }

  #enter({ run, attempt }: ReadingPlace): void {
    if (run === this.#run && attempt === this.#attempt) return;
    this.#run = run;
    this.#attempt = attempt;
    const attempts = this.#runs.get(run);
    if (attempts) attempts.add(attempt);
    else this.#runs.set(run, new Set([attempt]));
  }

  #columnsOf(series: SeriesName, run: number): SeriesColumns {
    const key = `${run}\u0000${series.split}\u0000${series.name}`;
    const known = this.#byKey.get(key);
    if (known) return known;
    const { name, metric, split, kind } = series;
    const columns = new SeriesColumns({ name, metric, split, kind }, run, this.#places);
    this.#byKey.set(key, columns);
    this.all.push(columns);
    return columns;
  }
}
