import {
  type Phrase,
  phrase,
  type ReadDocument,
  type ReaderOptions,
  type Reading,
  readDocument,
} from '../../analysis/index.js';
import { decodeBytes, decodeWide, sniffEncoding } from './decode.js';
import type { EightBit } from './eightBit.js';
import type { SourceBytes, SourceForm } from './sourceBytes.js';

type DocumentOptions = ReaderOptions & { readonly expected?: EightBit | undefined };

/** A whole object on the first line: where more follows below it, these are lines of JSON. */
export const ONE_OBJECT = /^\s*\{.*\}\s*\n/;
const LF = 10;
/** A document is parsed whole; a longer one is no training's history. */
const LONGEST = 64 * 1024 * 1024;

/**
 * One JSON document: held until it is whole, then read at once. Its writer writes it anew each time,
 * which is the follower's business. Where a second value follows the first, or the
 * text is no JSON after all, it is read line by line.
 */
export class DocumentBytes implements SourceBytes {
  readonly #path: string;
  readonly #usesFormats: boolean;
  readonly #expected: EightBit | undefined;
  #held: Buffer[] = [];
  #size = 0;
  #isRead = false;
  #isFirstLineSeen = false;
  readonly #newLines: () => SourceBytes;
  #lines: SourceBytes | undefined;
  #format = 'json';

  constructor(
    { name, usesFormats = true, expected }: DocumentOptions,
    newLines: () => SourceBytes,
  ) {
    this.#path = name;
    this.#usesFormats = usesFormats;
    this.#expected = expected;
    this.#newLines = newLines;
  }

  get format(): string {
    return this.#lines?.format ?? this.#format;
  }

  get form(): SourceForm {
    return this.#lines?.form ?? 'document';
  }

  get line(): number | undefined {
    return this.#lines?.line;
  }

  get trouble(): Phrase | undefined {
    if (this.#size <= LONGEST) return undefined;
    return phrase('This JSON file is larger than {0} MiB: no history of a training.', 64);
  }

  push(bytes: Uint8Array): readonly Reading[] {
    if (this.#lines) return this.#lines.push(bytes);
    this.#size += bytes.length;
    if (this.#size > LONGEST) this.#held = [];
    else if (!this.#isRead) this.#held.push(Buffer.from(bytes));
    return !this.#isFirstLineSeen && bytes.includes(LF) ? this.#seeFirstLine() : NONE;
  }

  /** Lines of JSON, of which the first was too long to tell, are not held until their writer pauses. */
  #seeFirstLine(): readonly Reading[] {
    const { text } = textOf(Buffer.concat(this.#held), this.#expected);
    const line = ONE_OBJECT.exec(text)?.[0];
    const isMoreBelow = line !== undefined && line.length < text.length;
    this.#isFirstLineSeen = line === undefined || isMoreBelow;
    return isMoreBelow ? this.#linesFromHere().push(this.#takeHeld()) : NONE;
  }

  flush(): readonly Reading[] {
    if (this.#lines) return this.#lines.flush();
    if (this.#isRead || this.#held.length === 0) return NONE;
    const { state, readings } = this.#read(false);
    if (state !== 'several' && state !== 'broken') return readings;
    const lines = this.#linesFromHere();
    return [...lines.push(this.#takeHeld()), ...lines.flush()];
  }

  /** What a writer that died in the middle left: the records that are whole. */
  lastLine(): readonly Reading[] | undefined {
    if (this.#lines) return this.#lines.lastLine();
    if (this.#isRead || this.#held.length === 0) return undefined;
    const { readings } = this.#read(true);
    return readings.length > 0 ? readings : undefined;
  }

  #read(isEnd: boolean): ReadDocument {
    this.#held = [Buffer.concat(this.#held)];
    const { text, offsetOf } = textOf(this.#held[0] ?? Buffer.alloc(0), this.#expected);
    const usesFormats = this.#usesFormats;
    const read = readDocument(this.#path, text, { usesFormats, isEnd });
    const readings = read.readings.map((one) => ({ ...one, offset: offsetOf(one.offset) }));
    if (readings.length > 0) {
      this.#isRead = true;
      this.#format = read.format;
      this.#held = [];
    }
    return { ...read, readings };
  }

  #linesFromHere(): SourceBytes {
    const lines = this.#newLines();
    this.#lines = lines;
    return lines;
  }

  #takeHeld(): Buffer {
    const held = Buffer.concat(this.#held);
    this.#held = [];
    return held;
  }
}

interface DocumentText {
  readonly text: string;
  /** The byte at which a character stands; asked for in ascending order, it walks once. */
  readonly offsetOf: (character: number) => number;
}

function textOf(bytes: Buffer, expected?: EightBit): DocumentText {
  const { encoding, bomBytes } = sniffEncoding(bytes) ?? { encoding: 'bytes', bomBytes: 0 };
  const body = bytes.subarray(bomBytes);
  if (encoding !== 'bytes') {
    const text = decodeWide(body, encoding === 'utf-16be');
    return { text, offsetOf: (character) => bomBytes + 2 * character };
  }
  const text = decodeBytes(body, expected);
  if (text.length === body.length) return { text, offsetOf: (character) => bomBytes + character };
  let [from, offset] = [0, bomBytes];
  const offsetOf = (character: number): number => {
    if (character < from) [from, offset] = [0, bomBytes];
    offset += Buffer.byteLength(text.slice(from, character));
    from = character;
    return offset;
  };
  return { text, offsetOf };
}

/** The beginning of a document as text, as far as it can be told. */
export function headText(head: Uint8Array): string {
  return textOf(Buffer.from(head.buffer, head.byteOffset, head.length)).text;
}

const NONE: readonly Reading[] = [];
