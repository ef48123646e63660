import {
  createReader,
  isDocument,
  type LogReader,
  type Phrase,
  type ReaderOptions,
  type Reading,
  recordsOf,
} from '../../analysis/index.js';
import { DocumentBytes, headText, ONE_OBJECT } from './documentBytes.js';
import type { EightBit } from './eightBit.js';
import { RecordBytes } from './recordBytes.js';
import { LineBytes, type SourceBytes, type SourceForm } from './sourceBytes.js';

/** Bytes that tell a document from lines of JSON. */
const HEAD = 2048;
const NONE: readonly Reading[] = [];
const NOTHING = Buffer.alloc(0);

/** How a file is to be read, where not as usual. */
export interface HowToRead extends Omit<ReaderOptions, 'name'> {
  /** Who reads the lines, where not the usual reader. */
  readonly newLines?: ((options: ReaderOptions) => LogReader) | undefined;
  /** Expected where bytes are no UTF-8. */
  readonly expected?: EightBit | undefined;
}

type Options = HowToRead & ReaderOptions;

/** The reader for a file: of records, of one document, or of lines, as its first bytes say. */
export function sourceReader(file: string, how: HowToRead = {}): SourceBytes {
  return new UnknownBytes({ ...how, name: file.replaceAll('\\', '/') });
}

/** Holds the first bytes until they say what the file is, then hands on. */
class UnknownBytes implements SourceBytes {
  readonly #options: Options;
  #head: Buffer = NOTHING;
  #known: SourceBytes | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  get format(): string {
    return this.#known?.format ?? '';
  }

  get form(): SourceForm {
    return this.#known?.form ?? 'unknown';
  }

  get line(): number | undefined {
    return this.#known?.line;
  }

  get trouble(): Phrase | undefined {
    return this.#known?.trouble;
  }

  push(bytes: Uint8Array): readonly Reading[] {
    if (this.#known) return this.#known.push(bytes);
    this.#head = Buffer.concat([this.#head, bytes]);
    return this.#decide(false);
  }

  flush(): readonly Reading[] {
    const settled = this.#known ? NONE : this.#decide(true);
    return [...settled, ...(this.#known?.flush() ?? NONE)];
  }

  lastLine(): readonly Reading[] | undefined {
    const settled = this.#known ? NONE : this.#decide(true);
    const last = this.#known?.lastLine();
    return last && [...settled, ...last];
  }

  #decide(isEnd: boolean): readonly Reading[] {
    if (this.#head.length === 0) return NONE;
    this.#known = this.#whatItIs(isEnd);
    if (!this.#known) return NONE;
    const head = this.#head;
    this.#head = NOTHING;
    return this.#known.push(head);
  }

  #whatItIs(isEnd: boolean): SourceBytes | undefined {
    const { name, newLines = createReader } = this.#options;
    const records = recordsOf(name, this.#head);
    if (typeof records === 'object') return new RecordBytes(records);
    if (records === 'unknown' && !isEnd) return undefined;
    const form = formOfText(this.#options, headText(this.#head.subarray(0, HEAD)), isEnd);
    const lines = () => new LineBytes(newLines(this.#options), this.#options.expected);
    if (form === 'document') return new DocumentBytes(this.#options, lines);
    return form && lines();
  }
}

/** One document, or lines (of JSON, too)? Undefined: it does not show yet. */
function formOfText(
  { name, usesFormats = true }: ReaderOptions,
  head: string,
  isEnd: boolean,
): 'document' | 'lines' | undefined {
  const start = /^\s*(?:\{|\[\s*\{?)?/.exec(head)?.[0] ?? '';
  const sign = start.trim();
  const isNamed = JSON_FILE.test(name);
  const isShort = !isEnd && head.length < HEAD;
  if (isShort && start === head) return undefined;
  if (sign === '' || (sign === '[' && !isNamed)) return 'lines';
  // A printed dict of Python has other quotes: it is no document.
  if (/^\s*\{\s*[^\s"}]/.test(head)) return 'lines';
  // A whole object on the first line and more below it: lines of JSON.
  const [line] = ONE_OBJECT.exec(head) ?? [];
  const isMoreBelow = line !== undefined && head.length > line.length;
  if (isShort && (isNamed ? !isMoreBelow : line === undefined)) return undefined;
  if (usesFormats && isDocument(name, head)) return 'document';
  if (isMoreBelow || !(isNamed || !usesFormats)) return 'lines';
  return 'document';
}

const JSON_FILE = /\.json$/i;
