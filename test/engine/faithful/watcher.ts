import { createDiagnosis } from '../../../src/analysis/index.js';
import { Follower } from '../../../src/engine/sources/follower.js';
import { Journal } from '../../../src/engine/sources/journal.js';
import { RunStore } from '../../../src/engine/store/runStore.js';
import type { PlacedReading } from '../../../src/protocol.js';
import { plainReader } from '../plainReader.js';

/** Turns are taken this often (ms of a clock that is ours). */
const TICK = 50;
/** After so long without a change nothing is held back any more. */
const RESTS_AFTER = 12_000;

/** Follows one file on a clock that does not wait, with the state that is kept between calls. */
export class Watcher {
  readonly #file: string;
  readonly #state: string;
  /** Points minus withdrawn, as the lines that they stand in. */
  readonly shown = new Map<string, number>();
  #now = 1_000_000;
  #follower: Follower;

  constructor(file: string, state: string) {
    this.#file = file;
    this.#state = state;
    this.#follower = this.#start();
  }

  look(ms: number): void {
    for (const end = this.#now + ms; this.#now < end; this.#now += TICK) {
      while (this.#follower.turn(this.#now));
    }
  }

  settle(): void {
    this.look(RESTS_AFTER);
  }

  restart(): void {
    this.stop();
    this.#follower = this.#start();
  }

  stop(): void {
    this.#follower.rests();
  }

  #start(): Follower {
    const journal = new Journal(this.#state, (error) => {
      throw error;
    });
    const store = new RunStore({
      nameOf: (file) => file,
      everyPoint: true,
      newDiagnosis: (clock) => createDiagnosis(undefined, clock),
    });
    const follower = new Follower(this.#file, {
      mayRead: () => true,
      newReader: plainReader,
      store,
      changed: () => undefined,
      source: () => undefined,
      added: (file, added) => {
        for (const point of added) this.#count(point, 1);
        journal.note(file, { added });
      },
      withdrawn: (file, withdrawn) => {
        for (const point of withdrawn) this.#count(point, -1);
        journal.note(file, { withdrawn });
      },
      stands: (file, stands) => journal.note(file, { stands }),
    });
    follower.restore(journal.open(this.#file), this.#now);
    return follower;
  }

  #count({ step, value }: PlacedReading, by: number): void {
    const line = `step ${step} loss ${value}`;
    const count = (this.shown.get(line) ?? 0) + by;
    if (count === 0) this.shown.delete(line);
    else this.shown.set(line, count);
  }
}
