import { basename } from 'node:path';
import {
  createReader,
  isDocument,
  type LinePattern,
  type LogLine,
  type LogReader,
  type ReaderOptions,
  type Reading,
  readDocument,
} from '../../analysis/index.js';

/** A longer document is no history of a training. */
const LONGEST_DOCUMENT = 64 * 1024 * 1024;
/** Characters that tell a document from lines of JSON. */
const HEAD = 2048;
const NONE: readonly Reading[] = [];

/** The reader for a file by its name: line by line, or a whole document where JSON is one. */
export function sourceReader(file: string, patterns?: readonly LinePattern[]): LogReader {
  const options = { name: basename(file), patterns };
  const isJson = options.name.toLowerCase().endsWith('.json');
  return isJson ? new JsonReader(options) : createReader(options);
}

/**
 * A JSON file: held until its head says what it is. A document gives its readings once it is whole,
 * when the source is quiet; it is written anew each time, which is the follower's business.
 */
class JsonReader implements LogReader {
  readonly #options: ReaderOptions;
  #held: LogLine[] = [];
  #size = 0;
  #kind: 'unknown' | 'document' | 'read' = 'unknown';
  #lines: LogReader | undefined;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  get format(): string {
    return this.#lines?.format ?? 'json';
  }

  push(line: LogLine): readonly Reading[] {
    if (this.#lines) return this.#lines.push(line);
    if (this.#kind === 'read' || this.#size > LONGEST_DOCUMENT) return NONE;
    this.#held.push({ text: line.text, line: line.line, offset: line.offset });
    this.#size += line.text.length + 1;
    return this.#kind === 'unknown' && this.#size >= HEAD ? this.#decide() : NONE;
  }

  flush(): readonly Reading[] {
    const settled = this.#kind === 'unknown' ? this.#decide() : NONE;
    if (this.#lines) return [...settled, ...this.#lines.flush()];
    if (this.#kind !== 'document') return NONE;
    const readings = readDocument(this.#options.name, this.#text);
    if (!readings) return NONE;
    this.#kind = 'read';
    this.#held = [];
    return readings;
  }

  get #text(): string {
    return this.#held.map(({ text }) => text).join('\n');
  }

  #decide(): readonly Reading[] {
    if (this.#held.length === 0) return NONE;
    this.#kind = isDocument(this.#options.name, this.#text) ? 'document' : 'read';
    if (this.#kind === 'document') return NONE;
    const lines = createReader(this.#options);
    this.#lines = lines;
    const readings = this.#held.flatMap((line) => lines.push(line));
    this.#held = [];
    return readings;
  }
}
