const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const WORD = `${DIGITS}${LETTERS}${LETTERS.toUpperCase()}_`;

/** What a part of a pattern may begin with. `signs` undefined: anything. */
interface First {
  readonly signs: ReadonlySet<string> | undefined;
  readonly mayBeEmpty: boolean;
}

const EMPTY: First = { signs: new Set(), mayBeEmpty: true };
const ANY: First = { signs: undefined, mayBeEmpty: false };

/**
 * The characters that a text must begin with, one of them, for an anchored pattern to match;
 * undefined where any will do. Of a hundred patterns a line then meets the ten that it may match.
 */
export function firstSigns(pattern: RegExp): ReadonlySet<string> | undefined {
  if (pattern.flags.includes('i') || !pattern.source.startsWith('^')) return undefined;
  const { signs, mayBeEmpty } = new FirstReader(pattern.source).all();
  return mayBeEmpty ? undefined : signs;
}

class FirstReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Alternatives at the top: one that is not anchored may match anywhere. */
  all(): First {
    let first = this.#sequence();
    while (this.#take('|')) {
      if (this.#source[this.#at] !== '^') return ANY;
      first = either(first, this.#sequence());
    }
    return this.#at < this.#source.length ? ANY : first;
  }

  #alternatives(): First {
    let first = this.#sequence();
    while (this.#take('|')) first = either(first, this.#sequence());
    return first;
  }

  #sequence(): First {
    let first = EMPTY;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? '')) {
      const next = this.#term();
      if (first.mayBeEmpty) first = { ...either(first, next), mayBeEmpty: next.mayBeEmpty };
    }
    return first;
  }

  #term(): First {
    const atom = this.#atom();
    const quantifier = this.#match(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    return /^(?:[*?]|\{0)/.test(quantifier) ? { ...atom, mayBeEmpty: true } : atom;
  }

  #atom(): First {
    if (this.#match(/[$^]|\\b/y) !== '') return EMPTY;
    const group = this.#match(/\((?:\?(?:<\w+>|[:=!]))?/y);
    if (group !== '') {
      const body = this.#alternatives();
      this.#at++;
      return /[=!]$/.test(group) ? EMPTY : body;
    }
    const set = this.#match(/\[(?:\\.|[^\]\\])*\]/y);
    if (set !== '') return { signs: signsOfSet(set), mayBeEmpty: false };
    const escaped = this.#match(/\\./y);
    if (escaped !== '') return { signs: signsOfEscape(escaped), mayBeEmpty: false };
    const sign = this.#source[this.#at++] ?? '';
    return sign === '.' ? ANY : { signs: new Set([sign]), mayBeEmpty: false };
  }

  #match(piece: RegExp): string {
    piece.lastIndex = this.#at;
    const found = piece.exec(this.#source)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #take(sign: string): boolean {
    if (this.#source[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }
}

function either(a: First, b: First): First {
  const signs = a.signs && b.signs ? new Set([...a.signs, ...b.signs]) : undefined;
  return { signs, mayBeEmpty: a.mayBeEmpty || b.mayBeEmpty };
}

function signsOfEscape(escaped: string): ReadonlySet<string> | undefined {
  if (escaped === '\\d') return new Set(DIGITS);
  if (escaped === '\\w') return new Set(WORD);
  return /^\\[^a-zA-Z\d]$/.test(escaped) ? new Set(escaped[1]) : undefined;
}

/** Letters, ranges of letters and digits, escapes; anything else in brackets is anything. */
function signsOfSet(set: string): ReadonlySet<string> | undefined {
  if (set.startsWith('[^')) return undefined;
  const signs = new Set<string>();
  for (const [part] of set.slice(1, -1).matchAll(/\\.|[a-zA-Z\d]-[a-zA-Z\d]|[^\\]/g)) {
    const found = part.length === 3 ? rangeOf(part) : part[0] === '\\' ? signsOfEscape(part) : part;
    if (found === undefined) return undefined;
    for (const sign of found) signs.add(sign);
  }
  return signs;
}

function rangeOf(range: string): string {
  return [...WORD].filter((sign) => sign >= range.charAt(0) && sign <= range.charAt(2)).join('');
}
