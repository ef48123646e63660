import { importsOf } from './imports.js';
import type { PythonFile, Statement } from './pythonFile.js';
import { type Token, tokenize } from './tokens.js';

const BLOCKS = new Set(
  'class def if elif else for while try except finally with match case'.split(' '),
);

/**
 * Reads Python by tokens and lines: knows strings, brackets, continued lines, comments and blocks,
 * and survives broken code. IPython lines (`%magic`, `!shell`, `?help`) are treated as comments.
 */
export function readPython(text: string): PythonFile {
  const statements = statementsOf(text);
  return {
    text,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    indent: indentUnit(statements),
    lines: text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/),
    statements,
    imports: importsOf(statements),
  };
}

/** Same length, so that every offset still holds. */
export function blankMagics(text: string): string {
  return text.replace(
    /^[ \t]*(?:[%!?]|\w+\?{1,2}$)[^\r\n]*/gm,
    (line) => `#${' '.repeat(line.length - 1)}`,
  );
}

function statementsOf(text: string): Statement[] {
  const lineStarts = lineStartsOf(text);
  const open: { index: number; width: number }[] = [];
  const statements: Statement[] = [];
  for (const tokens of logicalLines(tokenize(blankMagics(text)))) {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (!first || !last) continue;
    const firstLine = lineAt(lineStarts, first.start);
    const indent = text.slice(lineStarts[firstLine] ?? 0, first.start).replace('\uFEFF', '');
    const width = widthOf(indent);
    while ((open.at(-1)?.width ?? -1) >= width) open.pop();
    const parent = open.at(-1)?.index;
    const kind = first.text === 'async' ? (tokens[1]?.text ?? 'async') : first.text;
    const opensBlock = last.text === ':' && BLOCKS.has(kind);
    if (opensBlock) open.push({ index: statements.length, width });
    statements.push({
      kind,
      firstLine,
      lastLine: lineAt(lineStarts, last.end - 1),
      indent,
      ...(parent !== undefined && { parent }),
      opensBlock,
      tokens,
    });
  }
  return statements;
}

function* logicalLines(tokens: readonly Token[]): Generator<Token[]> {
  let line: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'newline') {
      yield line;
      line = [];
    } else if (token.kind !== 'comment') line.push(token);
  }
  yield line;
}

/** The step of the first block that stands deeper than its header; four spaces where none does. */
function indentUnit(statements: readonly Statement[]): string {
  for (const { indent, parent } of statements) {
    const outer = parent === undefined ? undefined : statements[parent]?.indent;
    if (outer !== undefined && indent.startsWith(outer) && indent.length > outer.length) {
      return indent.slice(outer.length);
    }
  }
  return '    ';
}

/** Tabs go to the next multiple of eight, as Python counts them. */
export function widthOf(indent: string): number {
  let width = 0;
  for (const char of indent) width = char === '\t' ? width + 8 - (width % 8) : width + 1;
  return width;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

/** Line that holds an offset, by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
