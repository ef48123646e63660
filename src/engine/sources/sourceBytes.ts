import type { LineBlock, LogReader, Phrase, Reading } from '../../analysis/index.js';
import type { EightBit } from './eightBit.js';
import { LineCutter } from './lineCutter.js';

/** What a source turned out to be. Only lines say something from the middle of a file on. */
export type SourceForm = 'unknown' | 'lines' | 'document' | 'records';

/** The bytes of one source in, readings out; the same bytes give the same readings however cut. */
export interface SourceBytes {
  readonly format: string;
  readonly form: SourceForm;
  /** What could not be read, for a person; undefined while nothing is wrong. */
  readonly trouble: Phrase | undefined;
  /** Number of the line that goes on behind what was pushed; undefined of what has no lines. */
  readonly line: number | undefined;
  /** The next bytes of the file, valid during the call only. */
  push(bytes: Uint8Array): readonly Reading[];
  /** What is still held back. Called when the source is quiet or has ended; safe at any time. */
  flush(): readonly Reading[];
  /** The unterminated last line as if it had ended; undefined where there is none. */
  lastLine(): readonly Reading[] | undefined;
}

/** A source that is read line by line. */
export class LineBytes implements SourceBytes {
  readonly form = 'lines';
  readonly trouble = undefined;
  readonly #cutter: LineCutter;
  readonly #reader: LogReader;

  constructor(reader: LogReader, expected?: EightBit) {
    this.#cutter = new LineCutter(expected);
    this.#reader = reader;
  }

  get format(): string {
    return this.#reader.format;
  }

  get line(): number {
    return this.#cutter.line;
  }

  push(bytes: Uint8Array): readonly Reading[] {
    let readings: Reading[] | undefined;
    const take = (some: readonly Reading[]) => {
      if (some.length === 0) return;
      readings ??= [];
      for (const reading of some) readings.push(reading);
    };
    const { pushBlock } = this.#reader;
    const takeBlock =
      pushBlock &&
      ((block: LineBlock) => {
        const done = pushBlock.call(this.#reader, block);
        take(done.readings);
        return done.lines;
      });
    this.#cutter.push(bytes, (line) => take(this.#reader.push(line)), takeBlock);
    return readings ?? NONE;
  }

  flush(): readonly Reading[] {
    return this.#reader.flush();
  }

  lastLine(): readonly Reading[] | undefined {
    const rest = this.#cutter.rest();
    return rest && [...this.#reader.push(rest), ...this.#reader.flush()];
  }
}

/** Who makes readers may make either kind: of lines, or of bytes. */
export type AnyReader = LogReader | SourceBytes;

export function bytesOf(reader: AnyReader): SourceBytes {
  return 'form' in reader ? reader : new LineBytes(reader);
}

const NONE: readonly Reading[] = [];
