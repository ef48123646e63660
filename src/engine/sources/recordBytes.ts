import type { Phrase, Reading, RecordReader } from '../../analysis/index.js';
import type { SourceBytes } from './sourceBytes.js';

/** A file of binary records. What is not whole yet waits; nothing is ever held back beyond that. */
export class RecordBytes implements SourceBytes {
  readonly form = 'records';
  readonly line = undefined;
  readonly #reader: RecordReader;

  constructor(reader: RecordReader) {
    this.#reader = reader;
  }

  get format(): string {
    return this.#reader.format;
  }

  get trouble(): Phrase | undefined {
    return this.#reader.trouble;
  }

  push(bytes: Uint8Array): readonly Reading[] {
    return this.#reader.push(bytes);
  }

  flush(): readonly Reading[] {
    return [];
  }

  lastLine(): undefined {
    return undefined;
  }
}
