import type { Reading } from '../../analysis/index.js';
import type { PlacedReading } from '../../protocol.js';
import type { Arrival } from '../store/run.js';
import {
  AT_THE_START,
  type Beginning,
  beginningAfter,
  beginningBehind,
  earlierReadings,
  type Standing,
  shownReadings,
  withoutLast,
} from './beginning.js';
import type { FollowerHouse } from './followerHouse.js';
import type { Remembered } from './journal.js';
import { type Difference, difference, isRolled, isSameTraining, withdrawnOf } from './rewrite.js';
import { putAside, rotatedReadings } from './rotated.js';

/** What new content of a file says beside what is shown of the content before it. */
export interface Comparison extends Difference {
  /** It is the same training, written anew or gone on; otherwise another one took the name. */
  readonly isSame: boolean;
  /** Points of what is shown that the file threw away with its head; they are not taken back. */
  readonly rolled: readonly PlacedReading[];
}

/** What is shown of one file: readings of its contents, one after the other, to the store and to the house. */
export class FileRuns {
  readonly #file: string;
  readonly #house: FollowerHouse;
  #standing: Standing = { beginning: AT_THE_START, open: [] };

  constructor(file: string, house: FollowerHouse) {
    this.#file = file;
    this.#house = house;
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  /** What was told before is not told again. */
  restore({ readings, stands }: Remembered, arrival: Arrival): void {
    this.#house.store.add(this.#file, readings, arrival);
    this.#standing = stands;
  }

  /** Readings that follow on those of the same content. */
  add(readings: readonly Reading[], arrival: Arrival): void {
    if (readings.length === 0) return;
    const { store, added, changed } = this.#house;
    const change = store.add(this.#file, this.#numbered(readings), arrival);
    added(this.#file, change.placed);
    changed(change);
  }

  /** Readings of a last line that has no end yet. */
  addOpen(readings: readonly Reading[], arrival: Arrival): void {
    if (readings.length === 0) return;
    this.#stands(this.#standing.beginning, readings);
    this.add(readings, arrival);
  }

  /** That line went on in a file that cannot be read again: its name is another file's by now. */
  takeBackOpen(arrival: Arrival): void {
    const { store, withdrawn, changed } = this.#house;
    const { beginning, open } = this.#standing;
    const without = withoutLast(this.#runs, open);
    this.#stands(beginning, []);
    if (without.open.length === 0) return;
    withdrawn(this.#file, without.open);
    changed(store.replace(this.#file, this.#runs.length - 1, without.kept, arrival));
  }

  compare(readings: readonly Reading[]): Comparison {
    const shown = this.#shown();
    const found = difference(shown, readings);
    const { open } = this.#standing;
    if (isRolled(found, shown)) {
      return { ...found, withdrawn: [], rolled: found.withdrawn, isSame: true };
    }
    const isSame = shown.length === 0 || isSameTraining(found, shown.length, readings.length, open);
    return { ...found, rolled: [], isSame };
  }

  /** New content stands beside the old run, or goes on where that ended. */
  begin(readings: readonly Reading[], open: readonly Reading[], arrival: Arrival): void {
    this.#stands(beginningBehind(this.#runs, readings), open);
    this.add(readings, arrival);
  }

  /** The content says this now. */
  replace(
    readings: readonly Reading[],
    open: readonly Reading[],
    found: Comparison,
    arrival: Arrival,
  ): void {
    const beginning = beginningAfter(this.#standing.beginning, found.rolled);
    this.#stands(beginning, open);
    if (found.withdrawn.length === 0 && found.rolled.length === 0 && found.isAppended) {
      this.add(found.added, arrival);
      return;
    }
    const { store, withdrawn, added, changed } = this.#house;
    const earlier = earlierReadings(this.#runs, beginning);
    const all = [...earlier, ...this.#numbered(readings)];
    const change = store.replace(this.#file, beginning.firstRun, all, arrival);
    const isNew = new Set<Reading | undefined>(found.added);
    const placed = change.placed.slice(earlier.length);
    withdrawn(this.#file, found.withdrawn);
    added(
      this.#file,
      placed.filter((_, index) => isNew.has(readings[index])),
    );
    changed(change);
  }

  /** Adds what a rotation put aside while nobody looked (several logs at once, or before a start). */
  addMissed(arrival: Arrival): void {
    const { open } = this.#standing;
    const rotated = rotatedReadings(this.#file, this.#house);
    const { own, newer } = putAside(rotated, this.#shown(), open, () =>
      shownReadings(this.#runs, AT_THE_START),
    );
    if (own && withdrawnOf(own, open) > 0) this.takeBackOpen(arrival);
    if (own) this.add(own.added, arrival);
    for (const readings of newer) this.begin(readings, [], arrival);
  }

  get #runs() {
    return this.#house.store.runsOf(this.#file);
  }

  /** What is shown of the content that was read last. */
  #shown(): readonly PlacedReading[] {
    return shownReadings(this.#runs, this.#standing.beginning);
  }

  #stands(beginning: Beginning, open: readonly Reading[]): void {
    const was = this.#standing;
    if (was.beginning === beginning && was.open.length === 0 && open.length === 0) return;
    this.#standing = { beginning, open };
    this.#house.stands(this.#file, this.#standing);
  }

  /** Readings of the content that was read last, numbered among those of the file. */
  #numbered(readings: readonly Reading[]): readonly Reading[] {
    const { firstRun, firstAttempt } = this.#standing.beginning;
    if (firstRun === 0 && firstAttempt === 0) return readings;
    return readings.map((reading) => ({
      ...reading,
      run: reading.run + firstRun,
      attempt: reading.attempt + (reading.run === 0 ? firstAttempt : 0),
    }));
  }
}
