import { readNumber } from '../reader/readNumber.js';

/** Records of a document: the objects of a list, or those under keys that count ("1", "epoch_2"). */
export interface RecordList {
  /** Keys from the outermost object to the list. */
  readonly path: readonly string[];
  /** Where each record begins, in UTF-16 units. */
  readonly places: readonly number[];
  /** What the keys count, where there are keys. */
  readonly counts: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** A list of numbers under a name; undefined where the list says `null`. */
export interface NumberList {
  readonly path: readonly string[];
  readonly values: readonly (number | undefined)[];
  readonly places: readonly number[];
  /** Where the object begins whose member it is: lists that stand together belong together. */
  readonly parent: number;
  /** That of the object around it. */
  readonly grandparent: number;
  readonly from: number;
}

export interface DocumentParts {
  /** `cut`: it goes on; `several`: another value follows the first, as in lines of JSON. */
  readonly state: 'whole' | 'cut' | 'several' | 'broken';
  readonly records: readonly RecordList[];
  readonly columns: readonly NumberList[];
}

interface Frame {
  readonly isList: boolean;
  readonly from: number;
  key: string;
  /** All members so far are counted: by their place in a list, or by their keys. */
  isCounted: boolean;
  hasOther: boolean;
  readonly objects: number[];
  readonly counts: number[];
  readonly numbers: (number | undefined)[];
  readonly places: number[];
}

/** Nothing that a training writes is nested deeper. */
const DEEPEST = 64;
const COUNTING = /^(?:epoch|step|iter|iteration)?[ _-]?(\d{1,12})$/i;
const BARE = /[^\s,:\]}"]+/y;

/**
 * The lists of a JSON document that may be curves, in one pass without building the document: what
 * Python writes as `NaN`, `Infinity` counts as a number. A list that is cut by the end of the text is
 * kept as far as it goes. Linear in the length of the text.
 */
export function scanDocument(text: string): DocumentParts {
  const scanner = new Scanner(text);
  const state = scanner.run();
  if (state === 'cut') scanner.closeAll();
  return { state, records: scanner.records, columns: scanner.columns };
}

class Scanner {
  readonly records: RecordList[] = [];
  readonly columns: NumberList[] = [];
  readonly #text: string;
  readonly #stack: Frame[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  run(): DocumentParts['state'] {
    for (let at = this.#space(0); at < this.#text.length; at = this.#space(at)) {
      const next = this.#step(at);
      if (next === undefined || this.#stack.length > DEEPEST) return 'broken';
      if (this.#stack.length === 0) {
        return this.#space(next) < this.#text.length ? 'several' : 'whole';
      }
      at = next;
    }
    return 'cut';
  }

  /** The text ends inside of these; a number at its very end may be cut itself. */
  closeAll(): void {
    const { length } = this.#text;
    if (/[^\s,]$/.test(this.#text)) this.#stack.at(-1)?.numbers.pop();
    for (let frame = this.#stack.at(-1); frame; frame = this.#stack.at(-1)) {
      this.#close(length, frame.isList);
    }
  }

  /** One token; the index behind it. */
  #step(at: number): number | undefined {
    const sign = this.#text[at];
    const top = this.#stack.at(-1);
    if (sign === '{' || sign === '[') return this.#open(at, sign === '[');
    if (!top) return undefined;
    if (sign === '}' || sign === ']') return this.#close(at, sign === ']');
    if (sign === ',' || sign === ':') return at + 1;
    if (sign === '"') return this.#quoted(at, top);
    BARE.lastIndex = at;
    const word = BARE.exec(this.#text)?.[0];
    if (word === undefined) return undefined;
    const number = readNumber(word);
    if (number !== undefined || word === 'null') addNumber(top, number, at);
    else top.hasOther = true;
    return at + word.length;
  }

  #open(at: number, isList: boolean): number {
    const top = this.#stack.at(-1);
    if (top && !isList) addObject(top, at);
    if (top && isList) top.hasOther = true;
    this.#stack.push(frameAt(at, isList));
    return at + 1;
  }

  #close(at: number, isList: boolean): number | undefined {
    const frame = this.#stack.at(-1);
    if (frame?.isList !== isList) return undefined;
    if (frame.isCounted) this.#keep(frame, at + 1);
    this.#stack.pop();
    return at + 1;
  }

  #keep({ objects, counts, numbers, places, hasOther, from }: Frame, to: number): void {
    const above = this.#stack.slice(0, -1);
    const path = above.filter((frame) => !frame.isList).map(({ key }) => key);
    if (objects.length > 0) this.records.push({ path, places: objects, counts, from, to });
    else if (numbers.length > 0 && !hasOther) {
      const [parent = -1, grandparent = -1] = above.map((frame) => frame.from).reverse();
      this.columns.push({ path, values: numbers, places, parent, grandparent, from });
    }
  }

  /** A key, or a text that is a value. */
  #quoted(at: number, top: Frame): number | undefined {
    let end = at + 1;
    while (end < this.#text.length && this.#text[end] !== '"') {
      end += this.#text[end] === '\\' ? 2 : 1;
    }
    if (end >= this.#text.length) return this.#text.length;
    const behind = this.#space(end + 1);
    if (top.isList || this.#text[behind] !== ':') top.hasOther = true;
    else setKey(top, this.#text.slice(at + 1, end));
    return end + 1;
  }

  #space(at: number): number {
    let i = at;
    while (this.#text.charCodeAt(i) <= 32 || this.#text.charCodeAt(i) === 0xfeff) i++;
    return i;
  }
}

function frameAt(from: number, isList: boolean): Frame {
  return {
    isList,
    from,
    key: '',
    isCounted: true,
    hasOther: false,
    objects: [],
    counts: [],
    numbers: [],
    places: [],
  };
}

function setKey(frame: Frame, key: string): void {
  frame.key = key;
  const count = COUNTING.exec(key)?.[1];
  if (count === undefined) frame.isCounted = false;
  else frame.counts.push(Number(count));
}

function addNumber(frame: Frame, value: number | undefined, at: number): void {
  if (!frame.isCounted) return;
  frame.numbers.push(value);
  frame.places.push(at);
}

function addObject(frame: Frame, at: number): void {
  if (frame.isCounted) frame.objects.push(at);
}
