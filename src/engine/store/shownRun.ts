import type { Ending, MarkedSpike, Verdict, VerdictChange } from '../../analysis/index.js';
import type { Axis, ColumnsOfSeries, RunState, RunSummary } from '../../protocol.js';
import type { Series } from './series.js';

/** A run's name and place, which do not change while it grows. */
export interface RunFace {
  readonly id: string;
  readonly name: string;
  readonly file: string;
}

/** A training as people see it: the run of one file, or what several files say of it. */
export interface ShownRun {
  readonly face: RunFace;
  /** All files that tell of it, that of its face first. */
  readonly files: readonly string[];
  /** The index of a series is its id. */
  readonly series: readonly Series[];
  /** Counts the changes. */
  readonly seq: number;
  readonly changedAt: number;
  /** Seconds since 1970 of the first timed reading: the zero of the axis `time`. */
  readonly firstTime: number;
  readonly axes: readonly Axis[];
  readonly verdicts: readonly Verdict[];
  /** Values that jumped out of their curve; their series are those of this run. */
  readonly spikes: readonly MarkedSpike[];
  isLive(nowMs: number): boolean;
  /** The verdict stands that no line came for longer than the rhythm of the log explains. */
  readonly isStalled: boolean;
  /** How it ended; undefined while it may go on. */
  endingAt(nowMs: number): Ending | undefined;
  look(nowMs: number): readonly VerdictChange[];
  summary(format: string, state: RunState): RunSummary;
  columns(): ColumnsOfSeries[];
}

const AXES: readonly Axis[] = ['step', 'epoch', 'time'];

/** The axes that series can be drawn over; first that of the first which is not a learning rate. */
export function axesOf(series: readonly Series[]): readonly Axis[] {
  const main = series.find(({ info }) => info.role !== 'lr') ?? series[0];
  const natural: Axis = main?.xUnit === 'epoch' ? 'epoch' : 'step';
  const others = AXES.filter((axis) => axis !== natural);
  return [natural, ...others.filter((axis) => series.some(({ rows }) => rows.has(axis)))];
}

export function columnsOf(series: readonly Series[]): ColumnsOfSeries[] {
  return series.map(({ rows, y, count }, id) => ({
    id,
    step: rows.printedStep.slice(0, count),
    epoch: rows.printedEpoch.slice(0, count),
    time: rows.time.slice(0, count),
    y: y.view().slice(),
    line: rows.line.slice(0, count),
    attempt: rows.attemptColumn(count),
  }));
}
