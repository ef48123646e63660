/** Bytes of a file that wait for the rest of their record, and where in the file they stand. */
export class ByteQueue {
  #pieces: Uint8Array[] = [];
  /** Bytes of the first piece that are gone already. */
  #gone = 0;
  #size = 0;
  #offset = 0;

  /** How many bytes wait. */
  get size(): number {
    return this.#size;
  }

  /** Byte offset in the file of the first of them. */
  get offset(): number {
    return this.#offset;
  }

  /** The bytes are copied (`slice` would not, of Node's buffers): the caller uses its own again. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pieces.push(new Uint8Array(bytes));
    this.#size += bytes.length;
  }

  /** The first `count` bytes in one piece, fewer where fewer wait. They stay. */
  peek(count: number): Uint8Array {
    const wanted = Math.min(count, this.#size);
    const first = this.#pieces[0];
    if (first && first.length - this.#gone >= wanted) {
      return first.subarray(this.#gone, this.#gone + wanted);
    }
    this.#join(wanted);
    return this.#pieces[0]?.subarray(0, wanted) ?? new Uint8Array(0);
  }

  drop(count: number): void {
    let left = Math.min(count, this.#size);
    this.#size -= left;
    this.#offset += left;
    for (let first = this.#pieces[0]; first && left > 0; first = this.#pieces[0]) {
      const has = first.length - this.#gone;
      if (left < has) {
        this.#gone += left;
        return;
      }
      left -= has;
      this.#gone = 0;
      this.#pieces.shift();
    }
  }

  /** These bytes of the file, behind all that wait, are not wanted. Only where none wait. */
  pass(count: number): void {
    this.#offset += count;
  }

  #join(wanted: number): void {
    let size = -this.#gone;
    let count = 0;
    while (size < wanted) size += this.#pieces[count++]?.length ?? wanted;
    const joined = new Uint8Array(size);
    let at = 0;
    for (const [index, piece] of this.#pieces.splice(0, count).entries()) {
      const bytes = index === 0 ? piece.subarray(this.#gone) : piece;
      joined.set(bytes, at);
      at += bytes.length;
    }
    this.#gone = 0;
    this.#pieces.unshift(joined);
  }
}
