import { type Limits, MEASURED } from '../limits.js';
import { MINIMUM } from '../minimum.js';
import type { PlaceInSeries, Point, SeriesInfo, XUnit } from '../model.js';
import { LogClock } from './clock.js';
import { CurvePhases } from './curvePhases.js';
import { LearningRate } from './learningRate.js';
import { choosePair } from './pair.js';
import { Rise } from './rise.js';
import { Spikes } from './spikes.js';
import { type Level, Trace } from './trace.js';

/** What a new point was, for rules that look at one kind of points only. */
export type Watched = 'train' | 'val' | 'other';

/** Train points that speak for themselves while validation is too short. */
const LONG_TRAIN = 100;
/** Train points for one of validation from which train counts as logged by the step. */
const DENSE = 5;

/** Readings -> numbers that rules look at. Mutable, O(1) a point; it says nothing itself. */
export class RunEvidence {
  readonly traces: Trace[] = [];
  readonly rate = new LearningRate();
  train: Trace | undefined;
  val: Trace | undefined;
  /** Those of `train`. */
  spikes = new Spikes();
  /**
   * The curve by which progress is told: validation, unless there is too little of it beside a long
   * train curve (one evaluation for thousands of steps).
   */
  judged: Trace | undefined;
  /** Train is logged by the step, many points for one of validation: its level needs a longer window. */
  isDense = false;
  trainLevel: Level | undefined;
  /** Series whose last value is not finite. */
  oddSeries = 0;
  /** Level of train when validation was at its best level. */
  trainAtBestVal = Number.NaN;
  /** Changes of the learning rate so far, logged or read from the curve. */
  phases = 0;
  /** Train points since the learning rate stopped climbing. */
  trainWarm = 0;
  /** Validations in a row whose level is clearly (10 %) below that of train (losses above zero only). */
  valBelow: { row: number; since: PlaceInSeries | undefined } = { row: 0, since: undefined };
  #curvePhases = new CurvePhases();
  /** How train rises over its best. */
  rise = new Rise();
  #valBest = Number.NaN;

  constructor(
    /** What rules compare with. */
    readonly limits: Limits = MEASURED,
    /** A run that is judged anew keeps the rhythm of its log: it is that of the arrivals. */
    readonly clock = new LogClock(),
  ) {}

  add(info: SeriesInfo, xUnit: XUnit): number {
    this.traces.push(new Trace(this.traces.length, info, xUnit));
    const { train, val } = choosePair(this.traces);
    if (val !== this.val) this.trainAtBestVal = Number.NaN;
    if (train !== this.train) this.spikes = new Spikes();
    this.train = train;
    this.val = val;
    this.#choose();
    return this.traces.length - 1;
  }

  push(series: number, point: Point): Watched {
    const trace = this.traces[series];
    if (!trace) return 'other';
    this.clock.push(point.time);
    if (trace.info.role === 'lr') {
      if (this.rate.push(point)) this.#rateJumped(point.x);
      return 'other';
    }
    const wasOdd = trace.oddRow > 0;
    trace.push(point);
    if (wasOdd !== trace.oddRow > 0) this.oddSeries += wasOdd ? -1 : 1;
    if (trace !== this.train && trace !== this.val) return 'other';
    this.#choose();
    return trace === this.train ? this.#pushedTrain(trace, point) : this.#pushedVal(trace);
  }

  restart(): void {
    for (const trace of this.traces) trace.restart();
    this.spikes.restart();
    this.trainAtBestVal = Number.NaN;
    this.#valBest = Number.NaN;
    this.rise = new Rise();
    this.#curvePhases = new CurvePhases();
    this.#choose();
  }

  /** No loss is judged but accuracies or rewards: their values are turned, and only few rules know them. */
  get rises(): boolean {
    return (this.train ?? this.val)?.rises ?? false;
  }

  /** So many points of `judged` are the least that a verdict needs. */
  get needed(): number {
    return this.judged === this.val ? MINIMUM.val : MINIMUM.train;
  }

  /** Kept and not asked for: rules look at each point. */
  #choose(): void {
    const { train, val } = this;
    this.isDense = train !== undefined && isLoggedByStep(train, val);
    this.trainLevel = this.isDense ? train?.smooth : train?.level;
    const isShort = val !== undefined && val.finite < MINIMUM.val;
    const isLong = train !== undefined && train.finite >= LONG_TRAIN;
    this.judged = !val || (isShort && isLong) ? train : val;
  }

  #pushedTrain(train: Trace, { y }: Point): Watched {
    if (Number.isFinite(y) && !train.rises) this.spikes.push(train, this.limits);
    this.trainWarm = this.rate.isWarmingUp ? 0 : this.trainWarm + 1;
    if (this.trainLevel) this.rise.push(this.trainLevel, train, this.rate);
    // A rate that is logged tells its steps itself.
    const level = Number.isNaN(this.rate.last) ? this.trainLevel : undefined;
    if (level && this.#curvePhases.push(level, train)) this.#newPhase();
    return 'train';
  }

  #pushedVal(val: Trace): Watched {
    if (val.level.best !== this.#valBest) {
      this.#valBest = val.level.best;
      this.trainAtBestVal = this.trainLevel?.value ?? Number.NaN;
    }
    this.#compare(val);
    return 'val';
  }

  #compare(val: Trace): void {
    const train = this.train;
    const level = this.trainLevel?.value ?? Number.NaN;
    const isSame = train?.info.metric === val.info.metric && train.positive && val.positive;
    if (isSame && val.level.value < (1 - this.limits['val-below-train.belowPercent']) * level) {
      this.valBelow.row++;
      this.valBelow.since ??= val.here();
    } else this.valBelow = { row: 0, since: undefined };
  }

  #rateJumped(x: number): void {
    if (this.rate.isRaised) this.spikes.lifted(x);
    this.#newPhase();
  }

  #newPhase(): void {
    this.phases++;
    for (const trace of this.traces) trace.newPhase();
  }
}

function isLoggedByStep(train: Trace, val: Trace | undefined): boolean {
  return val ? train.count >= DENSE * val.count : train.xUnit === 'step';
}
