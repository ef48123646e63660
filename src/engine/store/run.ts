import {
  type Diagnosis,
  type Ending,
  type MarkedSpike,
  type PairReading,
  type Reading,
  type SeriesInfo,
  seriesInfo,
  type Verdict,
  type VerdictChange,
  type XUnit,
} from '../../analysis/index.js';
import type {
  Axis,
  ColumnsOfSeries,
  PlacedReading,
  Progress,
  RunState,
  RunSummary,
} from '../../protocol.js';
import { JudgedAnew, type NewDiagnosis } from './judgedAnew.js';
import { Pace } from './pace.js';
import { type Row, Rows } from './rows.js';
import { Series, seriesKey, unitOf } from './series.js';
import { axesOf, columnsOf, type RunFace, type ShownRun } from './shownRun.js';

/** Why a point comes: read from what was there, or seen while the file grew (at this moment, in ms). */
export interface Arrival {
  readonly atMs: number;
  readonly isSeen: boolean;
}

/** One training's history: its series, attempts and verdicts. */
export class Run implements ShownRun {
  readonly series: Series[] = [];
  /** Counts the changes. */
  seq = 0;
  #byName = new Map<string, Series>();
  readonly #byMetric = new Map<string, Series[]>();
  #rows: Rows | undefined;
  #step = Number.NaN;
  #epoch = Number.NaN;
  #hasPosition = false;
  #attempt = 0;
  #firstTime = Number.NaN;
  /** Time of the last reading, in seconds, and the clock (ms) when it was seen to come. */
  #lastTime = Number.NaN;
  #seenAt = Number.NaN;
  #points = 0;
  /** Line of the last reading. */
  #line = 0;
  /** What the last lines of the log say, while none came behind them; and when a line came (ms). */
  #ending: Ending | undefined;
  #heardAt = Number.NaN;
  readonly #pace = new Pace();
  #anew: JudgedAnew | undefined;

  constructor(
    readonly face: RunFace,
    private diagnosis: Diagnosis,
    private readonly keepsOffsets: boolean,
  ) {}

  get files(): readonly string[] {
    return [this.face.file];
  }

  get changedAt(): number {
    return this.#pace.changedAt;
  }

  get points(): number {
    return this.#points;
  }

  get progress(): Progress {
    return this.#pace.progress;
  }

  get firstTime(): number {
    return this.#firstTime;
  }

  get lastAttempt(): number {
    return this.#attempt;
  }

  grew({ atMs, isSeen }: Arrival): void {
    this.seq++;
    this.#ending = undefined;
    this.#pace.grew(atMs, isSeen);
  }

  push(reading: Reading, { atMs, isSeen }: Arrival): readonly VerdictChange[] {
    if (reading.attempt > this.#attempt) this.#restart(reading.attempt);
    const known = this.#byName.get(seriesKey(reading));
    const row = this.#row(reading, known?.count ?? 0);
    const series = known ?? this.#open(reading, row);
    series.push(row, reading.value);
    this.#rows = series.rows;
    this.#points++;
    this.#line = reading.line;
    const time = reading.time ?? (isSeen ? atMs / 1000 : undefined);
    this.#pace.push(reading, time);
    if (time !== undefined) this.#lastTime = time;
    if (isSeen) this.#seenAt = atMs;
    return this.diagnosis.push(series.id, {
      ...series.pointAt(series.count - 1),
      // 0: a file of records, which has no lines to point to.
      line: reading.line || undefined,
      time,
    });
  }

  /** By other rules, which see all its points in `judgeOn`; until then what was said stays said. */
  judgeAnew(newDiagnosis: NewDiagnosis): void {
    this.#anew = new JudgedAnew(this.series, newDiagnosis(this.diagnosis.clock));
  }

  /** Other rules have not seen all points yet. */
  get isBehind(): boolean {
    return this.#anew !== undefined;
  }

  /** Goes on with that until the time is up; true: from here on they judge it. */
  judgeOn(isUp: () => boolean): boolean {
    if (!this.#anew?.turn(isUp)) return false;
    this.diagnosis = this.#anew.diagnosis;
    this.#anew = undefined;
    this.seq++;
    return true;
  }

  /** The reading at the place where its series draws it: the last point of that series. */
  placed(reading: Reading): PlacedReading {
    const series = this.#byName.get(seriesKey(reading));
    if (!series) return { ...reading, x: Number.NaN, xUnit: 'index' };
    return { ...reading, x: series.xAt(series.count - 1), xUnit: series.xUnit };
  }

  /** Series that may be the same measurement: of this metric, and of a split that is not another one. */
  seriesLike({ metric, kind, split }: SeriesInfo): readonly Series[] {
    const known = this.#byMetric.get(`${kind} ${metric}`) ?? [];
    return known.filter(
      ({ info }) => info.split === split || info.split === 'other' || split === 'other',
    );
  }

  /** Do these readings of another file go on where this run ended (a log that was rotated)? */
  isContinuedBy(readings: readonly Reading[]): boolean {
    for (const reading of readings) {
      const series = this.#byName.get(seriesKey(reading));
      const x = series?.xUnit === 'step' ? reading.step : reading.epoch;
      if (series && x !== undefined) return x > series.xAt(series.count - 1);
    }
    return false;
  }

  isLive(nowMs: number): boolean {
    return this.#pace.isLive(nowMs);
  }

  /** Line of the last reading, from 1; 0 in a file of records. */
  get lastLine(): number {
    return this.#line;
  }

  /** Lines came, with readings or without, at this moment if that was seen. True: it had ended. */
  heard(atMs: number | undefined): boolean {
    const had = this.#ending !== undefined;
    this.#ending = undefined;
    if (atMs !== undefined) {
      this.#heardAt = atMs;
      this.#pace.heard(atMs);
    }
    if (had) this.seq++;
    return had;
  }

  /** The log is quiet, and this is what its last lines say. */
  ended(ending: Ending): void {
    this.#ending = ending;
    this.seq++;
  }

  /** How it ended; undefined while it may go on. */
  endingAt(nowMs: number): Ending | undefined {
    return this.#ending ?? (this.isLive(nowMs) ? undefined : this.#pace.reached);
  }

  /** When a line of the file came last (ms since 1970). */
  get heardAt(): number {
    return Number.isNaN(this.#heardAt) ? this.changedAt : Math.max(this.#heardAt, this.changedAt);
  }

  /**
   * Nothing came until now. Only a run that was seen growing can be said to have stalled; one that crashed or
   * finished is not silent, it has ended.
   */
  look(nowMs: number): readonly VerdictChange[] {
    const seconds = this.silentUntil(nowMs);
    return seconds === undefined ? [] : this.diagnosis.look(seconds);
  }

  /** The time of the log now, in seconds, where its silence says something. */
  silentUntil(nowMs: number): number | undefined {
    if (Number.isNaN(this.#seenAt)) return undefined;
    if (this.#ending || this.#pace.reached) return this.#lastTime;
    // Printed clocks may be those of another zone: only the time that passed here counts. A line
    // without a reading is a line.
    const lineAt = Math.max(this.#seenAt, this.heardAt);
    return this.#lastTime + (nowMs - lineAt) / 1000;
  }

  summary(format: string, state: RunState): RunSummary {
    return {
      ...this.face,
      format,
      state,
      attempts: this.#attempt + 1,
      series: this.series.map((series, id) => series.summary(id)),
      points: this.#points,
      progress: this.#pace.progress,
      axes: this.axes,
      verdicts: this.diagnosis.active(),
      pair: this.pair,
      seq: this.seq,
      changedAt: this.changedAt,
    };
  }

  get axes(): readonly Axis[] {
    return axesOf(this.series);
  }

  columns(): ColumnsOfSeries[] {
    return columnsOf(this.series);
  }

  /** What is said now, for the comparison before and after a rewrite. */
  get verdicts(): readonly Verdict[] {
    return this.diagnosis.active();
  }

  get isStalled(): boolean {
    return this.diagnosis.says('stalled-log');
  }

  get spikes(): readonly MarkedSpike[] {
    return this.diagnosis.spikes;
  }

  /** The run as the table of train and val reads it. */
  get pair(): PairReading | undefined {
    return this.diagnosis.reading();
  }

  #restart(attempt: number): void {
    this.#attempt = attempt;
    this.#step = Number.NaN;
    this.#epoch = Number.NaN;
    this.diagnosis.restart();
  }

  /**
   * Where this reading stands. What it does not print is carried on from the line before; where a run
   * prints no position at all, it is the number of the reading.
   */
  #row(reading: Reading, index: number): Row {
    const { step = Number.NaN, epoch = Number.NaN, time = Number.NaN, line, attempt } = reading;
    const offset = this.keepsOffsets ? reading.offset : Number.NaN;
    if (!Number.isNaN(step)) this.#step = step;
    if (!Number.isNaN(epoch)) this.#epoch = epoch;
    if (Number.isNaN(this.#firstTime)) this.#firstTime = time;
    this.#hasPosition ||= !Number.isNaN(step) || !Number.isNaN(epoch);
    const atStep = this.#hasPosition ? this.#step : index;
    return { step, epoch, time, line, offset, attempt, atStep, atEpoch: this.#epoch };
  }

  #open(reading: Reading, row: Row): Series {
    // A series that begins on the line on which all others began walks with them.
    const shared = this.#rows?.length === 1 && this.#rows.isAt(0, row) ? this.#rows : new Rows();
    const unit: XUnit = unitOf(reading);
    const info = seriesInfo(reading);
    const id = this.diagnosis.addSeries(info, unit);
    const series = new Series(id, this.face.file, info, unit, shared);
    this.series.push(series);
    this.#byName.set(seriesKey(reading), series);
    const key = `${info.kind} ${info.metric}`;
    this.#byMetric.set(key, [...(this.#byMetric.get(key) ?? []), series]);
    return series;
  }
}
