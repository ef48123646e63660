import type { LogLine, RawLine } from '../../analysis/index.js';
import { isTransparent } from './decode.js';

/** A line in the buffer it was read into: its text is made when someone asks, its bytes pass by. */
export class CutLine implements LogLine, RawLine {
  #text: string | undefined;

  constructor(
    readonly bytes: Buffer,
    readonly from: number,
    readonly to: number,
    /** Undefined: it is ASCII. */
    private readonly decode: ((bytes: Buffer) => string) | undefined,
    readonly line: number,
    readonly offset: number,
  ) {}

  /** Of UTF-16 and GB18030 a byte like a digit may be none. */
  get raw(): RawLine | undefined {
    return this.decode === undefined || isTransparent(this.#own) ? this : undefined;
  }

  get text(): string {
    this.#text ??= this.decode?.(this.#own) ?? this.bytes.toString('latin1', this.from, this.to);
    return this.#text;
  }

  get #own(): Buffer {
    return this.bytes.subarray(this.from, this.to);
  }
}
