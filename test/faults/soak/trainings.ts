import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What a soak writes, and for how long. */
export interface Plan {
  readonly folder: string;
  readonly files: number;
  readonly seconds: number;
  /** Files that are written in the same second; then come the next. */
  readonly atOnce: number;
}

/** Lines a second of a file that has its turn. */
export const LINES = 50;
/** Writes a second of a file that has its turn. */
const TICKS = 10;
/** A log is rotated or truncated in one of so many turns. */
const ROTATES_ONE_IN = 12;
/**
 * One line of so many holds a reading: many do in the first third, few in the rest, in which the memory is
 * looked at. Points are kept on purpose; what grows beside them is to be seen.
 */
const SPARSE = { first: 5, rest: 251 };
const NOISE = 'INFO loader: the queue was refilled, nothing to do for a while\n';

export const fileOf = (folder: string, run: number): string =>
  join(folder, `run-${String(run).padStart(3, '0')}`, 'train.log');

/** The loss of a run at a step: anyone can tell it again. */
export function lossOf(run: number, step: number): number {
  const wave = Math.sin(run * 12.9898 + step * 78.233) * 43758.5453;
  const noise = wave - Math.floor(wave);
  return Number((0.2 + 2 / (1 + step / 300) + 0.05 * noise).toFixed(9));
}

export const lineOf = (run: number, step: number): string =>
  `step ${step} loss ${lossOf(run, step)}\n`;

/** Many trainings with a log each, written by the clock. `steps` is how far each of them is. */
export class Trainings {
  readonly steps: number[] = [];
  lines = 0;
  rotations = 0;
  #random = 1;

  constructor(private readonly plan: Plan) {}

  /** The logs as they are found: of lengths that differ, so that their columns do not grow together. */
  begin(): void {
    for (let run = 0; run < this.plan.files; run++) {
      const count = 20 + Math.floor(1000 * this.#chance());
      const file = fileOf(this.plan.folder, run);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Array.from({ length: count }, (_, at) => lineOf(run, at + 1)).join(''));
      this.steps.push(count);
    }
  }

  /** Writes until the time is up. */
  async go(): Promise<void> {
    const { seconds } = this.plan;
    const start = performance.now();
    for (let tick = 0; tick < seconds * TICKS; tick++) {
      const wait = start + (tick * 1000) / TICKS - performance.now();
      if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      this.#tick(tick);
    }
  }

  #tick(tick: number): void {
    const { files, atOnce, seconds } = this.plan;
    const second = Math.floor(tick / TICKS);
    const oneIn = second < seconds / 3 ? SPARSE.first : SPARSE.rest;
    for (let k = 0; k < atOnce; k++) {
      const run = (second * atOnce + k) % files;
      this.#rotate(run, tick % TICKS);
      this.#write(run, oneIn);
    }
  }

  #write(run: number, oneIn: number): void {
    let text = '';
    for (let line = 0; line < LINES / TICKS; line++) {
      text += this.lines++ % oneIn === 0 ? lineOf(run, this.#next(run)) : NOISE;
    }
    appendFileSync(fileOf(this.plan.folder, run), text);
  }

  #next(run: number): number {
    const step = (this.steps[run] ?? 0) + 1;
    this.steps[run] = step;
    return step;
  }

  /** Nothing that was written may be lost: what is cut off was put aside, or was there for long. */
  #rotate(run: number, tick: number): void {
    if (this.#chance() * ROTATES_ONE_IN * TICKS > 1) return;
    const file = fileOf(this.plan.folder, run);
    if (!existsSync(file)) return;
    this.rotations++;
    if (tick === 0) truncateSync(file, 0);
    else if (tick % 2 === 0) renameSync(file, `${file}.1`);
    else {
      copyFileSync(file, `${file}.1`);
      truncateSync(file, 0);
    }
  }

  /** Seeded: the same soak each time. */
  #chance(): number {
    this.#random = (Math.imul(this.#random, 1664525) + 1013904223) >>> 0;
    return this.#random / 2 ** 32;
  }
}
