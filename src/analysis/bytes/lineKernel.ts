import { KERNEL } from './kernel.js';

/** Longest run of bytes that is scanned at a time. */
export const WINDOW = 256 * 1024;
/** A longer line has no shape. */
export const LONGEST = 4096;
/** Words of a record before the bounds of its numbers. */
export const HEAD = 7;
/** Words of a record: which line, its bounds, its shape, how many numbers. */
export const ID = 0;
export const LINE = 1;
export const FROM = 2;
export const TO = 3;
export const LOW = 4;
export const HIGH = 5;
export const COUNT = 6;
/** Id of shapes that say nothing: their lines get no record. */
export const SILENT = 1;
/** Id of lines without a shape: too long, or with too many numbers. */
export const ODD = -1;

/* The memory, in bytes: as in assembly/lines.ts. */
const PAGE = 64 * 1024;
const PAGES = 16;
const TABLE = 1024;
const ENTRIES = 8192;
const ENTRY_WORDS = 3;
const RECORDS = 2 * PAGE;
const RECORDS_END = 4 * PAGE;
const LINE_RECORD = 4 * PAGE;
const LINE_RECORD_END = 5 * PAGE;
const ONE_LINE = 5 * PAGE;
/** Behind the window stand bytes that the last loads of 16 may see. */
const INPUT = 6 * PAGE;

interface Exports {
  readonly scan: (from: number, to: number, out: number, outEnd: number) => number;
  readonly linesPassed: () => number;
  readonly recordsEnd: () => number;
}

/** The part of the platform that is asked for; it is there in every host that runs us. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    initial: number;
    maximum: number;
  }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
};

const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
const bytes = new Uint8Array(memory.buffer);
const words = new Int32Array(memory.buffer);
const module = new WebAssembly.Module(
  Uint8Array.from(KERNEL.join('').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
);
const { exports: kernel } = new WebAssembly.Instance(module, { env: { memory } });

/** Whose shapes stand in the table. */
let owner: object | undefined;

/** The memory as bytes (lines stand in it) and as words (records, bounds of numbers). */
export const memoryBytes: Uint8Array = bytes;
export const memoryWords: Int32Array = words;

/** Where bytes of the window stand in the memory. */
export const WINDOW_AT = INPUT;

/** The table becomes that of `who`; true where it was another's and is empty now. */
export function ownTable(who: object): boolean {
  if (owner === who) return false;
  owner = who;
  words.fill(0, TABLE / 4, TABLE / 4 + ENTRIES * ENTRY_WORDS);
  return true;
}

/** The shapes of this one are forgotten. */
export function disownTable(who: object): void {
  if (owner === who) owner = undefined;
}

/** Most shapes the table takes: above, look-ups would get long. */
export const MOST_SHAPES: number = ENTRIES / 2;

export function putShape(low: number, high: number, id: number): void {
  let entry = low & (ENTRIES - 1);
  while (words[TABLE / 4 + entry * ENTRY_WORDS + 2] !== 0) entry = (entry + 1) & (ENTRIES - 1);
  const place = TABLE / 4 + entry * ENTRY_WORDS;
  words[place] = low;
  words[place + 1] = high;
  words[place + 2] = id;
}

/** Puts whole lines (at most WINDOW bytes, the last ending with a line feed) where `scanWindow` reads. */
export function fillWindow(source: Uint8Array, from: number, to: number): void {
  bytes.set(source.subarray(from, to), INPUT);
}

/** What a scan came to: all in the memory, positions in bytes (`at`) and words (records). */
export interface Scanned {
  readonly at: number;
  readonly lines: number;
  readonly records: number;
  readonly recordsEnd: number;
}

export function scanWindow(from: number, to: number): Scanned {
  const at = kernel.scan(from, to, RECORDS, RECORDS_END);
  return {
    at,
    lines: kernel.linesPassed(),
    records: RECORDS / 4,
    recordsEnd: kernel.recordsEnd() / 4,
  };
}

/**
 * Scans one line without its terminator; the word at which its record begins. `odd`: without a
 * shape. The records of a window stay as they are.
 */
export function scanLine(source: Uint8Array, from: number, to: number): number | 'silent' | 'odd' {
  if (to - from > LONGEST) return 'odd';
  bytes.set(source.subarray(from, to), ONE_LINE);
  bytes[ONE_LINE + to - from] = 10;
  kernel.scan(ONE_LINE, ONE_LINE + to - from + 1, LINE_RECORD, LINE_RECORD_END);
  if (kernel.recordsEnd() === LINE_RECORD) return 'silent';
  return words[LINE_RECORD / 4 + ID] === ODD ? 'odd' : LINE_RECORD / 4;
}
