/** From here on a column grows by half, not by its double: less room stands empty. */
const DOUBLES_TO = 4096;
/** Room of a column that has a number: thousands of short logs have few. */
const FIRST_ROOM = 4;
const NOTHING = new Float64Array(0);

/** A growing column of numbers, 8 bytes each. */
export class Column {
  #data: Float64Array = NOTHING;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) this.#grow();
    this.#data[this.#length++] = value;
  }

  /** NaN beyond the end. */
  at(index: number): number {
    return index < this.#length ? (this.#data[index] ?? Number.NaN) : Number.NaN;
  }

  /** What it takes, the empty room included. */
  get bytes(): number {
    return this.#data.byteLength;
  }

  /** The values and the empty room behind them: for whoever knows the length, without a new view. */
  get room(): Float64Array {
    return this.#data;
  }

  /** The values as they are now, shared: valid until the next push, never to be posted. */
  view(): Float64Array {
    return this.#data.subarray(0, this.#length);
  }

  #grow(): void {
    const { length } = this.#data;
    const room = length < DOUBLES_TO ? 2 * length : Math.ceil(1.5 * length);
    const longer = new Float64Array(Math.max(FIRST_ROOM, room));
    longer.set(this.#data);
    this.#data = longer;
  }
}

/** A column that most logs leave empty: it takes no room before its first number. */
export class SparseColumn {
  #column: Column | undefined;
  #length = 0;

  push(value: number): void {
    if (this.#column === undefined && !Number.isNaN(value)) {
      this.#column = new Column();
      for (let index = 0; index < this.#length; index++) this.#column.push(Number.NaN);
    }
    this.#column?.push(value);
    this.#length++;
  }

  at(index: number): number {
    return this.#column?.at(index) ?? Number.NaN;
  }

  get bytes(): number {
    return this.#column?.bytes ?? 0;
  }

  get isEmpty(): boolean {
    return this.#column === undefined;
  }

  /** Shared, as in `Column`; where nothing was ever there, a fresh column of NaN. */
  view(): Float64Array {
    return this.#column?.view() ?? new Float64Array(this.#length).fill(Number.NaN);
  }
}
