import type { Attempt, Reading } from '../../analysis/index.js';
import { Column, SparseColumn } from '../../analysis/index.js';
import type { Axis } from '../../protocol.js';

/** Where a reading stands on every axis. NaN: not known. */
export interface Row {
  /** As printed. */
  readonly step: number;
  readonly epoch: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly line: number;
  /** Byte in the file; NaN where nobody asks for it. */
  readonly offset: number;
  readonly attempt: number;
  /** As drawn: where nothing was printed, the last position of the run before this line. */
  readonly atStep: number;
  readonly atEpoch: number;
}

/** The place of a reading as its line said it. */
export type Printed = Pick<Reading, 'step' | 'epoch' | 'time' | 'line' | 'offset' | 'attempt'>;

/** Columns kept per row. A drawn position is kept only where one ever differs from the printed one. */
interface Position {
  readonly printed: SparseColumn;
  drawn: SparseColumn | undefined;
}

/**
 * The positions of a series. Metrics that are printed on the same lines share one object: with ten
 * metrics a line, a point costs 8 bytes and a tenth of a row.
 */
export class Rows {
  readonly #step: Position = { printed: new SparseColumn(), drawn: undefined };
  readonly #epoch: Position = { printed: new SparseColumn(), drawn: undefined };
  readonly #time = new SparseColumn();
  readonly #line = new Column();
  readonly #offset = new SparseColumn();
  readonly #attempts: { from: number; attempt: number; backs: Set<Axis> }[] = [];

  get length(): number {
    return this.#line.length;
  }

  get line(): Float64Array {
    return this.#line.view();
  }

  get printedStep(): Float64Array {
    return this.#step.printed.view();
  }

  get printedEpoch(): Float64Array {
    return this.#epoch.printed.view();
  }

  get time(): Float64Array {
    return this.#time.view();
  }

  /** The attempt of each row. */
  attemptColumn(count: number): Float64Array {
    const column = new Float64Array(count);
    for (const { from, attempt } of this.#attempts) column.fill(attempt, from);
    return column;
  }

  /** Positions on an axis, as drawn: one for each row. */
  on(axis: Axis): Float64Array {
    if (axis === 'time') return this.#time.view();
    const { drawn, printed } = axis === 'step' ? this.#step : this.#epoch;
    return (drawn ?? printed).view();
  }

  /** Position of one row on an axis, as drawn. */
  at(axis: Axis, index: number): number {
    if (axis === 'time') return this.#time.at(index);
    return drawnAt(axis === 'step' ? this.#step : this.#epoch, index);
  }

  /** What was printed at a row, undefined where nothing was. */
  printedAt(index: number): Printed {
    return {
      step: known(this.#step.printed.at(index)),
      epoch: known(this.#epoch.printed.at(index)),
      time: known(this.#time.at(index)),
      line: this.#line.at(index),
      offset: this.#offset.at(index),
      attempt: this.attemptAt(index),
    };
  }

  /** The attempt that a row belongs to. */
  attemptAt(index: number): number {
    for (let number = this.#attempts.length - 1; number >= 0; number--) {
      const mark = this.#attempts[number];
      if (mark && mark.from <= index) return mark.attempt;
    }
    return Number.NaN;
  }

  lineAt(index: number): number {
    return this.#line.at(index);
  }

  has(axis: Axis): boolean {
    if (axis === 'time') return !this.#time.isEmpty;
    const { drawn, printed } = axis === 'step' ? this.#step : this.#epoch;
    return !(drawn ?? printed).isEmpty;
  }

  attempts(axis: Axis): readonly Attempt[] {
    return this.#attempts.map(({ from, backs }) => ({ from, isAscending: !backs.has(axis) }));
  }

  isAt(index: number, row: Row): boolean {
    return (
      this.#line.at(index) === row.line &&
      isSame(this.#step.printed.at(index), row.step) &&
      isSame(this.#epoch.printed.at(index), row.epoch) &&
      isSame(this.#time.at(index), row.time) &&
      isSame(this.#offset.at(index), row.offset) &&
      this.attemptAt(index) === row.attempt
    );
  }

  push(row: Row): void {
    this.#mark(row);
    pushPosition(this.#step, this.length, row.step, row.atStep);
    pushPosition(this.#epoch, this.length, row.epoch, row.atEpoch);
    this.#time.push(row.time);
    this.#line.push(row.line);
    this.#offset.push(row.offset);
  }

  /** The first rows again, for a series that goes its own way from here on. */
  fork(count: number): Rows {
    const rows = new Rows();
    const step = this.on('step');
    const epoch = this.on('epoch');
    for (let index = 0; index < count; index++) {
      rows.push({
        step: this.#step.printed.at(index),
        epoch: this.#epoch.printed.at(index),
        time: this.#time.at(index),
        line: this.#line.at(index),
        offset: this.#offset.at(index),
        attempt: this.attemptAt(index),
        atStep: step[index] ?? Number.NaN,
        atEpoch: epoch[index] ?? Number.NaN,
      });
    }
    return rows;
  }

  /** Notes a new attempt, or on which axes this row steps back inside one. */
  #mark({ attempt, atStep, atEpoch, time }: Row): void {
    const current = this.#attempts.at(-1);
    if (current?.attempt !== attempt) {
      this.#attempts.push({ from: this.length, attempt, backs: new Set() });
      return;
    }
    const last = this.length - 1;
    if (!(atStep >= drawnAt(this.#step, last))) current.backs.add('step');
    if (!(atEpoch >= drawnAt(this.#epoch, last))) current.backs.add('epoch');
    if (!(time >= this.#time.at(last))) current.backs.add('time');
  }
}

function drawnAt({ drawn, printed }: Position, index: number): number {
  return (drawn ?? printed).at(index);
}

function pushPosition(position: Position, count: number, printed: number, drawn: number): void {
  if (!position.drawn && !Object.is(printed, drawn)) {
    position.drawn = new SparseColumn();
    for (let index = 0; index < count; index++) position.drawn.push(position.printed.at(index));
  }
  position.printed.push(printed);
  position.drawn?.push(drawn);
}

const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);

/** Equal, or both not known. */
const isSame = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
