import { Column, Smoother } from '../../analysis/index.js';
import type { Series } from './series.js';

/** The smoothed column of one series for one weight; each look costs only what is new. */
class SmoothColumn {
  readonly #smoother: Smoother;
  readonly #values = new Column();

  constructor(weight: number) {
    this.#smoother = new Smoother(weight);
  }

  upTo({ y, rows, count }: Series): Float64Array {
    const restarts = new Set(rows.attempts('step').map(({ from }) => from));
    for (let index = this.#values.length; index < count; index++) {
      if (index > 0 && restarts.has(index)) this.#smoother.restart();
      this.#values.push(this.#smoother.push(y.at(index)));
    }
    return this.#values.view();
  }
}

/** What one view has smoothed so far: over all points, not over the sample that is drawn. */
export class Smoothing {
  readonly #columns = new Map<Series, SmoothColumn>();

  constructor(readonly weight: number) {}

  of(series: Series): Float64Array {
    const column = this.#columns.get(series) ?? new SmoothColumn(this.weight);
    this.#columns.set(series, column);
    return column.upTo(series);
  }
}
