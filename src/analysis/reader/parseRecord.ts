import { readNumber } from './readNumber.js';

/** Values nested deeper are settings, not measurements; also the guard against a hostile line. */
const DEEPEST = 6;
const BARE = /[^\s,}\])]+/y;

/** A number in a record, with its path of keys joined by '/'. Lists and texts are left out. */
export type Leaves = Map<string, number>;

/**
 * The numbers of a JSON object or a printed Python dict that begins at `from`, and where it ends.
 * Quotes single or double, `nan`, `None`, `True`, tuples; numbers in quotes count ('0.51').
 * Undefined where it is neither. Linear in the length of the line.
 */
export function parseRecord(
  text: string,
  from = 0,
): { readonly leaves: Leaves; readonly end: number } | undefined {
  const leaves: Leaves = new Map();
  const end = new RecordParser(text, leaves).object(from, '', 0);
  return end === undefined ? undefined : { leaves, end };
}

class RecordParser {
  readonly #text: string;
  readonly #leaves: Leaves;

  constructor(text: string, leaves: Leaves) {
    this.#text = text;
    this.#leaves = leaves;
  }

  /** Reads `{…}` at `at`; the index behind it. */
  object(at: number, path: string, depth: number): number | undefined {
    if (this.#text[at] !== '{' || depth > DEEPEST) return undefined;
    let i = this.#space(at + 1);
    while (this.#text[i] !== '}') {
      const key = this.#quoted(i);
      if (!key) return undefined;
      i = this.#space(key.end);
      if (this.#text[i] !== ':') return undefined;
      const name = path === '' ? key.value : `${path}/${key.value}`;
      const end = this.#value(this.#space(i + 1), name, depth);
      if (end === undefined) return undefined;
      i = this.#space(end);
      if (this.#text[i] === ',') i = this.#space(i + 1);
      else if (this.#text[i] !== '}') return undefined;
    }
    return i + 1;
  }

  #value(at: number, name: string, depth: number): number | undefined {
    const sign = this.#text[at];
    if (sign === '{') return this.object(at, name, depth + 1);
    if (sign === '[' || sign === '(') return this.#list(at);
    if (sign === '"' || sign === "'") {
      const text = this.#quoted(at);
      if (text) this.#keep(name, text.value.trim());
      return text?.end;
    }
    BARE.lastIndex = at;
    const word = BARE.exec(this.#text)?.[0];
    if (word === undefined) return undefined;
    // "tensor(0.5)", "np.float64(0.5)": the number is inside.
    const call = /^[\w.]+\(([^()]*)$/.exec(word);
    if (call && this.#text[at + word.length] === ')') {
      this.#keep(name, call[1] ?? '');
      return at + word.length + 1;
    }
    this.#keep(name, word);
    return at + word.length;
  }

  #keep(name: string, word: string): void {
    const value = readNumber(word);
    if (value !== undefined) this.#leaves.set(name, value);
  }

  /** Passes over a list, quotes respected. */
  #list(at: number): number | undefined {
    let open = 0;
    for (let i = at; i < this.#text.length; i++) {
      const sign = this.#text[i];
      if (sign === '"' || sign === "'") {
        const end = this.#quoted(i)?.end;
        if (end === undefined) return undefined;
        i = end - 1;
      } else if (sign === '[' || sign === '(' || sign === '{') open++;
      else if (sign === ']' || sign === ')' || sign === '}') open--;
      if (open === 0) return i + 1;
    }
    return undefined;
  }

  #quoted(at: number): { readonly value: string; readonly end: number } | undefined {
    const quote = this.#text[at];
    if (quote !== '"' && quote !== "'") return undefined;
    let hasEscape = false;
    for (let i = at + 1; i < this.#text.length; i++) {
      if (this.#text[i] === '\\') {
        hasEscape = true;
        i++;
      } else if (this.#text[i] === quote) {
        const raw = this.#text.slice(at + 1, i);
        return { value: hasEscape ? raw.replace(/\\(.)/g, '$1') : raw, end: i + 1 };
      }
    }
    return undefined;
  }

  #space(at: number): number {
    let i = at;
    while (this.#text.charCodeAt(i) <= 32) i++;
    return i;
  }
}
