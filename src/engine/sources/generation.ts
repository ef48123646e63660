import type { Reading } from '../../analysis/index.js';
import { type AnyReader, bytesOf, type SourceBytes } from './sourceBytes.js';
import { Tail } from './tail.js';

/** A bigger file is not read twice for the sake of its last line. */
const READ_AGAIN_UP_TO = 4 * 1024 * 1024;

/** One content of a file from its first byte on: another one follows when the file is replaced. */
export class Generation {
  readonly tail: Tail;
  readonly reader: SourceBytes;
  #isLastLineCounted = false;

  constructor(file: string, newReader: (file: string) => AnyReader) {
    this.tail = new Tail(file);
    this.reader = bytesOf(newReader(file));
  }

  /** The last line was counted before it ended: when it grows after all, all is to be read again. */
  get isLastLineCounted(): boolean {
    return this.#isLastLineCounted;
  }

  /** One slice more. Undefined: the bytes before it are no longer those that were read. */
  read(): Reading[] | undefined {
    const readings: Reading[] = [];
    const isRead = this.tail.read((bytes) => {
      for (const reading of this.reader.push(bytes)) readings.push(reading);
    });
    return isRead ? readings : undefined;
  }

  /** All that was written to this content after it lost the name; undefined where nothing was. */
  drain(): readonly Reading[] | undefined {
    const readings: Reading[] = [];
    let hadMore = false;
    const take = (bytes: Uint8Array) => {
      for (const reading of this.reader.push(bytes)) readings.push(reading);
    };
    while (this.tail.drain(take)) hadMore = true;
    return hadMore ? readings : undefined;
  }

  /** The unterminated last line, once, as if it had ended. */
  countLastLine(): readonly Reading[] {
    if (this.#isLastLineCounted || this.tail.bytes > READ_AGAIN_UP_TO) return [];
    const readings = this.reader.lastLine();
    if (!readings) return [];
    this.#isLastLineCounted = true;
    return readings;
  }
}
