import type {
  Diagnosis,
  Ending,
  MarkedSpike,
  Verdict,
  VerdictChange,
} from '../../analysis/index.js';
import type { Axis, ColumnsOfSeries, Progress, RunState, RunSummary } from '../../protocol.js';
import type { NewDiagnosis } from './judgedAnew.js';
import type { Arrival, Run } from './run.js';
import type { Series } from './series.js';
import { axesOf, columnsOf, type RunFace, type ShownRun } from './shownRun.js';
import { leading, type Slot, slotsOf } from './slots.js';

/** Files of one process that end by so much apart have ended together. */
const TOGETHER_MS = 60_000;

/** A point that the rules have not seen yet. */
interface Fresh {
  readonly id: number;
  readonly index: number;
  readonly attempt: number;
  readonly at: number;
}

/**
 * One training that several files tell of: their series side by side, what several say shown and
 * judged once. The runs of the files stay what they are; this one looks at them. When the choice of
 * series changes, another one is made in its place and reads all again.
 */
export class JoinedRun implements ShownRun {
  seq: number;
  readonly series: readonly Series[];
  readonly #slots: readonly Slot[];
  readonly #diagnosis: Diagnosis;
  /** Points of each series that the rules have seen. */
  readonly #seen: number[];
  /** Series that the runs had when they were joined: another one asks for a new choice. */
  readonly #seriesCount: number;
  #attempt = 0;

  constructor(
    readonly face: RunFace,
    readonly runs: readonly Run[],
    newDiagnosis: NewDiagnosis,
    before?: JoinedRun,
  ) {
    this.seq = before?.seq ?? Math.max(...runs.map(({ seq }) => seq));
    this.#slots = slotsOf(runs, before ? before.#slots : []);
    this.#diagnosis = newDiagnosis(before ? before.#diagnosis.clock : undefined);
    this.series = this.#slots.map(({ shown }) => shown);
    this.#seen = this.series.map(({ info, xUnit }) => {
      this.#diagnosis.addSeries(info, xUnit);
      return 0;
    });
    this.#seriesCount = countSeries(runs);
    this.#catchUp(undefined);
  }

  get files(): readonly string[] {
    const others = this.runs.map(({ face }) => face.file);
    return [...new Set([this.face.file, ...others])];
  }

  get changedAt(): number {
    return Math.max(...this.runs.map(({ changedAt }) => changedAt));
  }

  get firstTime(): number {
    const known = this.runs.map(({ firstTime }) => firstTime).filter((time) => !Number.isNaN(time));
    return known.length > 0 ? Math.min(...known) : Number.NaN;
  }

  get axes(): readonly Axis[] {
    return axesOf(this.series);
  }

  get verdicts(): readonly Verdict[] {
    return this.#diagnosis.active();
  }

  get isStalled(): boolean {
    return this.#diagnosis.says('stalled-log');
  }

  get spikes(): readonly MarkedSpike[] {
    return this.#diagnosis.spikes;
  }

  /** Is this still what should be shown of these runs? */
  get isCurrent(): boolean {
    return (
      countSeries(this.runs) === this.#seriesCount &&
      this.#slots.every((slot) => leading(slot) === slot)
    );
  }

  /** Points came to one of the runs. */
  grew(arrival: Arrival): readonly VerdictChange[] {
    this.seq++;
    return this.#catchUp(arrival);
  }

  isLive(nowMs: number): boolean {
    return this.runs.some((run) => run.isLive(nowMs));
  }

  /** The log of the process tells of its end; a table or an event file beside it just stops. */
  endingAt(nowMs: number): Ending | undefined {
    const heardAt = Math.max(...this.runs.map((run) => run.heardAt));
    const endings = this.runs
      .filter((run) => heardAt - run.heardAt <= TOGETHER_MS)
      .flatMap((run): Ending[] => {
        const ending = run.endingAt(nowMs);
        const { file } = run.face;
        if (!ending) return [];
        return [file === this.face.file ? ending : { ...ending, file }];
      });
    return endings.find(({ how }) => how === 'crashed') ?? endings[0];
  }

  /** As long as one file speaks, the training has not stalled. */
  look(nowMs: number): readonly VerdictChange[] {
    const times = this.runs.map((run) => run.silentUntil(nowMs));
    const known = times.filter((time) => time !== undefined);
    return known.length > 0 ? this.#diagnosis.look(Math.min(...known)) : [];
  }

  columns(): ColumnsOfSeries[] {
    return columnsOf(this.series);
  }

  summary(format: string, state: RunState): RunSummary {
    const { face, files, axes, verdicts, seq, changedAt } = this;
    return {
      ...face,
      files,
      format,
      state,
      attempts: this.#attempt + 1,
      series: this.series.map((series, id) => {
        const { file } = series;
        return file === face.file ? series.summary(id) : { ...series.summary(id), file };
      }),
      points: this.series.reduce((sum, { count }) => sum + count, 0),
      progress: progressOf(this.runs),
      axes,
      verdicts,
      pair: this.#diagnosis.reading(),
      seq,
      changedAt,
    };
  }

  #catchUp(arrival: Arrival | undefined): readonly VerdictChange[] {
    const changes: VerdictChange[] = [];
    const time = arrival?.isSeen ? arrival.atMs / 1000 : undefined;
    for (const { id, index, attempt } of this.#fresh()) {
      const series = this.series[id];
      if (!series) continue;
      if (attempt > this.#attempt) this.#diagnosis.restart();
      this.#attempt = Math.max(attempt, this.#attempt);
      const printed = series.rows.at('time', index);
      const point = series.pointAt(index);
      const at = Number.isNaN(printed) ? time : printed;
      changes.push(...this.#diagnosis.push(id, { ...point, time: at }));
    }
    return changes;
  }

  /** In the order in which a training says them: by attempt and position, series beside series. */
  #fresh(): Fresh[] {
    const isStepped = this.series.every(({ rows }) => rows.has('step'));
    const fresh: Fresh[] = [];
    this.series.forEach(({ rows, count }, id) => {
      for (let index = this.#seen[id] ?? 0; index < count; index++) {
        const at = rows.at(isStepped ? 'step' : 'epoch', index);
        const place = Number.isNaN(at) ? index : at;
        fresh.push({ id, index, attempt: rows.printedAt(index).attempt, at: place });
      }
      this.#seen[id] = count;
    });
    return fresh.sort((a, b) => a.attempt - b.attempt || a.at - b.at);
  }
}

function countSeries(runs: readonly Run[]): number {
  return runs.reduce((sum, { series }) => sum + series.length, 0);
}

/** That of the file which knows most of it. */
function progressOf(runs: readonly Run[]): Progress {
  const known = (progress: Progress) =>
    Object.values(progress).filter((value) => value !== undefined).length;
  return runs.map(({ progress }) => progress).reduce((a, b) => (known(b) > known(a) ? b : a));
}
