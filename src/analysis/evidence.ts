import { LearningRate } from './learningRate.js';
import type { Point, SeriesInfo, XUnit } from './model.js';
import { choosePair } from './pair.js';
import { type Level, Trace } from './trace.js';

/** What a new point was, for rules that look at one kind of points only. */
export type Watched = 'train' | 'val' | 'other';

/** Train points for one of validation from which train counts as logged by the step. */
const DENSE = 5;

/** Readings -> numbers that rules look at. Mutable, O(1) a point; it says nothing itself. */
export class RunEvidence {
  readonly traces: Trace[] = [];
  readonly rate = new LearningRate();
  train: Trace | undefined;
  val: Trace | undefined;
  /** Level of train when validation was at its best level. */
  trainAtBestVal = Number.NaN;
  /** Train points since the learning rate stopped climbing. */
  trainWarm = 0;
  #valBest = Number.NaN;

  add(info: SeriesInfo, xUnit: XUnit): number {
    this.traces.push(new Trace(this.traces.length, info, xUnit));
    const { train, val } = choosePair(this.traces);
    if (val !== this.val) this.trainAtBestVal = Number.NaN;
    this.train = train;
    this.val = val;
    return this.traces.length - 1;
  }

  push(series: number, point: Point): Watched {
    const trace = this.traces[series];
    if (!trace) return 'other';
    if (trace.info.role === 'lr') {
      if (this.rate.push(point)) this.#newPhase();
      return 'other';
    }
    trace.push(point);
    if (trace === this.train) return this.#pushedTrain();
    return trace === this.val ? this.#pushedVal(trace) : 'other';
  }

  restart(): void {
    for (const trace of this.traces) trace.restart();
    this.trainAtBestVal = Number.NaN;
    this.#valBest = Number.NaN;
  }

  /** Train is logged by the step, many points for one of validation: its level needs a longer window. */
  get isDense(): boolean {
    if (!this.train) return false;
    if (!this.val) return this.train.xUnit === 'step';
    return this.train.count >= DENSE * this.val.count;
  }

  get trainLevel(): Level | undefined {
    return this.isDense ? this.train?.smooth : this.train?.level;
  }

  /** The curve by which progress is told: validation where there is one. */
  get judged(): Trace | undefined {
    return this.val ?? this.train;
  }

  #pushedTrain(): Watched {
    this.trainWarm = this.rate.isWarmingUp ? 0 : this.trainWarm + 1;
    return 'train';
  }

  #pushedVal(val: Trace): Watched {
    if (val.level.best !== this.#valBest) {
      this.#valBest = val.level.best;
      this.trainAtBestVal = this.trainLevel?.value ?? Number.NaN;
    }
    return 'val';
  }

  #newPhase(): void {
    for (const trace of this.traces) trace.newPhase();
  }
}
