import { fullPath } from './imports.js';
import type { PythonFile } from './pythonFile.js';
import type { Token } from './tokens.js';

export interface Argument {
  readonly keyword?: string;
  readonly tokens: readonly Token[];
}

/** A call as written: `nn.MSELoss(reduction="sum")`. Indices into the tokens it was read from. */
export interface Call {
  /** Dotted, as the file writes it. */
  readonly callee: string;
  /** Dotted, with imports followed: `torch.nn.MSELoss`. */
  readonly path: string;
  readonly args: readonly Argument[];
  readonly first: number;
  /** Index of the closing bracket. */
  readonly last: number;
}

/** Every call by a plain dotted name, outer ones first. Unfinished calls are left out. */
export function callsIn(file: PythonFile, tokens: readonly Token[]): Call[] {
  return tokens.flatMap((token, open) => {
    if (token.text !== '(' || tokens[open - 1]?.kind !== 'name') return [];
    let first = open - 1;
    while (tokens[first - 1]?.text === '.' && tokens[first - 2]?.kind === 'name') first -= 2;
    const last = closing(tokens, open);
    const isDefinition = ['def', 'class', '.'].includes(tokens[first - 1]?.text ?? '');
    if (last === undefined || isDefinition) return [];
    const callee = tokens
      .slice(first, open)
      .map(({ text }) => text)
      .join('');
    return [
      {
        callee,
        path: fullPath(file, callee),
        args: argumentsOf(tokens.slice(open + 1, last)),
        first,
        last,
      },
    ];
  });
}

function closing(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? '';
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text) && --depth === 0) return at;
  }
  return undefined;
}

function argumentsOf(tokens: readonly Token[]): Argument[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if ('([{'.includes(token.text)) depth++;
    if (')]}'.includes(token.text)) depth--;
    if (depth === 0 && token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => {
      const [name, sign] = part;
      const isKeyword = name?.kind === 'name' && sign?.text === '=';
      return isKeyword ? { keyword: name.text, tokens: part.slice(2) } : { tokens: part };
    });
}
