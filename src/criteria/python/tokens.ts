export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'comment' | 'newline';
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SPACE = /[ \t\f\uFEFF]+|\\\r?\n/y;
const COMMENT = /#[^\r\n]*/y;
const NEWLINE = /\r\n|\n|\r/y;
const STRING_START = /(?:[rRbBuUfFtT]{0,2})("""|'''|"|')/y;
const NUMBER =
  /(?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const OPERATOR = /\*\*=?|\/\/=?|>>=?|<<=?|:=|->|\.\.\.|[=!<>+\-*/%&|^@]=|./suy;

/**
 * The tokens of Python source. Never fails: an unfinished string ends at its line (or, with triple
 * quotes, at the end of the text), and whatever is not Python becomes operators. Newlines inside
 * brackets and after a backslash are not reported, so a `newline` always ends a logical line.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let depth = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const push = (kind: Token['kind'], end: number): void => {
    tokens.push({ kind, start: at, end, text: text.slice(at, end) });
    at = end;
  };

  while (at < text.length) {
    const space = match(SPACE);
    const newline = match(NEWLINE);
    const string = match(STRING_START);
    if (space) at += space[0].length;
    else if (newline && depth > 0) at += newline[0].length;
    else if (newline) push('newline', at + newline[0].length);
    else if (string) push('string', stringEnd(text, at + string[0].length, string[1] ?? '"'));
    else {
      const comment = match(COMMENT);
      const found = comment ?? match(NUMBER) ?? match(NAME) ?? match(OPERATOR);
      const end = at + (found?.[0].length || 1);
      const first = text[at] ?? '';
      if ('([{'.includes(first)) depth++;
      if (')]}'.includes(first)) depth = Math.max(0, depth - 1);
      push(kindOf(comment !== null, first), end);
    }
  }
  return tokens;
}

function kindOf(isComment: boolean, first: string): Token['kind'] {
  if (isComment) return 'comment';
  if (/[\p{L}_]/u.test(first)) return 'name';
  return /\d/.test(first) ? 'number' : 'operator';
}

/** Offset behind the closing quotes of a string whose content starts at `from`. */
function stringEnd(text: string, from: number, quotes: string): number {
  let at = from;
  while (at < text.length) {
    if (text.startsWith(quotes, at)) return at + quotes.length;
    if (quotes.length === 1 && /[\r\n]/.test(text[at] ?? '')) return at;
    at += text[at] === '\\' ? 2 : 1;
  }
  return text.length;
}
