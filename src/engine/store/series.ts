import {
  Column,
  Pyramid,
  type Reading,
  type SeriesInfo,
  type XUnit,
} from '../../analysis/index.js';
import type { PointAt, SeriesSummary } from '../../protocol.js';
import { LrChanges } from './lrChanges.js';
import type { Row, Rows } from './rows.js';

/** A name may stand for train and for validation (Keras prints both in one table). */
export const seriesKey = ({ name, split }: Pick<Reading, 'name' | 'split'>): string =>
  `${split} ${name}`;

/** The readings of one metric and split in one run. Row `i` of `rows` is the place of point `i`. */
export class Series {
  readonly y = new Column();
  readonly pyramid = new Pyramid();
  /** Indices of the points that are not finite. */
  readonly odd = new Column();
  readonly lrChanges: LrChanges | undefined;
  #best = -1;
  #lastStep: Pick<Row, 'step' | 'epoch' | 'attempt'> | undefined;

  constructor(
    /** Its number in the run of its file. */
    readonly id: number,
    /** The file whose lines `rows` names. */
    readonly file: string,
    readonly info: SeriesInfo,
    public xUnit: XUnit,
    public rows: Rows,
  ) {
    this.lrChanges = info.kind === 'lr' ? new LrChanges() : undefined;
  }

  get count(): number {
    return this.y.length;
  }

  push(row: Row, value: number): void {
    this.#place(row);
    if (this.xUnit === 'step') this.#mindStep(row);
    const index = this.count;
    this.y.push(value);
    this.pyramid.push(this.y.room);
    this.lrChanges?.push(index, value);
    if (!Number.isFinite(value)) this.odd.push(index);
    else if (this.#isBest(value)) this.#best = index;
  }

  /** x of a point in the unit of the series. */
  xAt(index: number): number {
    if (this.xUnit === 'index') return index;
    return this.rows.at(this.xUnit, index);
  }

  pointAt(index: number): PointAt {
    const epoch = this.rows.at('epoch', index);
    return {
      x: this.xAt(index),
      y: this.y.at(index),
      epoch: Number.isNaN(epoch) ? undefined : epoch,
      line: this.rows.lineAt(index),
    };
  }

  /** The first of the best finite points; undefined where there is none, or no direction. */
  get bestIndex(): number | undefined {
    return this.#best < 0 ? undefined : this.#best;
  }

  get best(): PointAt | undefined {
    return this.#best < 0 ? undefined : this.pointAt(this.#best);
  }

  summary(id: number): SeriesSummary {
    return {
      id,
      ...this.info,
      xUnit: this.xUnit,
      count: this.count,
      last: this.pointAt(this.count - 1),
      best: this.best,
    };
  }

  /** Shares the row that a sibling wrote, or writes it; a series that left the common rhythm forks. */
  #place(row: Row): void {
    const index = this.count;
    if (index < this.rows.length) {
      if (this.rows.isAt(index, row)) return;
      this.rows = this.rows.fork(index);
    }
    this.rows.push(row);
  }

  /** A step that starts anew in each epoch is no axis: from then on the epoch is. */
  #mindStep({ step, epoch, attempt }: Row): void {
    const last = this.#lastStep;
    this.#lastStep = { step, epoch, attempt };
    if (last?.attempt === attempt && epoch > last.epoch && step < last.step) this.xUnit = 'epoch';
  }

  #isBest(value: number): boolean {
    if (this.info.better === undefined) return false;
    if (this.#best < 0) return true;
    const best = this.y.at(this.#best);
    return this.info.better === 'min' ? value < best : value > best;
  }
}

export function unitOf(reading: Reading): XUnit {
  if (reading.step !== undefined) return 'step';
  return reading.epoch !== undefined ? 'epoch' : 'index';
}
