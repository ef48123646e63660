import { lastLineOf } from './importBlock.js';
import { fullPath } from './python/imports.js';
import type { PythonFile } from './python/pythonFile.js';
import { readPython } from './python/readPython.js';
import { type Token, tokenize } from './python/tokens.js';

/** The text of a class from a body file, in the words of another file: its aliases and indentation. */
export function classLines(
  body: PythonFile,
  name: string,
  spellings: ReadonlyMap<string, string>,
  indent: string,
): string[] {
  const { start, end } = classRange(body, name) ?? { start: 0, end: 0 };
  let text = '';
  let at = start;
  let before = '';
  for (const token of tokenize(body.text)) {
    if (token.start >= start && token.end <= end) {
      const spelled = before === '.' ? undefined : spellings.get(token.text);
      if (token.kind === 'name' && spelled !== undefined) {
        text += body.text.slice(at, token.start) + spelled;
        at = token.end;
      }
    }
    before = token.text;
  }
  const lines = (text + body.text.slice(at, end)).trimEnd().split('\n');
  return lines.map((line) =>
    line.replace(/^( {4})+/, (spaces) => indent.repeat(spaces.length / 4)),
  );
}

/** Whether two files define the same class: comments, formatting and import styles do not count. */
export function isSameClass(one: PythonFile, other: PythonFile, name: string): boolean {
  return canonical(one, name) === canonical(other, name);
}

/** First line of a class of that name at module level, from 0. */
export function classAt(
  file: PythonFile,
  name: string,
): { first: number; last: number } | undefined {
  const index = file.statements.findIndex(
    ({ kind, parent, tokens }) =>
      kind === 'class' && parent === undefined && tokens[1]?.text === name,
  );
  const statement = file.statements[index];
  return statement && { first: statement.firstLine, last: lastLineOf(file, index) };
}

export function readBody(text: string): PythonFile {
  return readPython(text.replaceAll('\r\n', '\n'));
}

function classRange(file: PythonFile, name: string): { start: number; end: number } | undefined {
  const place = classAt(file, name);
  if (!place) return undefined;
  const inside = file.statements.filter(
    ({ firstLine, lastLine }) => firstLine >= place.first && lastLine <= place.last,
  );
  const [start, end] = [inside[0]?.tokens[0]?.start, inside.at(-1)?.tokens.at(-1)?.end];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The class as one line a statement, full paths for imported names, depth instead of indentation. */
function canonical(file: PythonFile, name: string): string {
  const place = classAt(file, name);
  if (!place) return '';
  return file.statements
    .filter(({ firstLine, lastLine }) => firstLine >= place.first && lastLine <= place.last)
    .map((statement) => `${depthOf(file, statement.parent)} ${words(file, statement.tokens)}`)
    .join('\n');
}

function words(file: PythonFile, tokens: readonly Token[]): string {
  return tokens
    .filter(({ text }, at) => !(text === ',' && ')]}'.includes(tokens[at + 1]?.text ?? ' ')))
    .map(({ kind, text }, at) => {
      if (kind === 'string') return text.replace(/\s+/g, ' ').replace(/^'([^'"\\]*)'$/, '"$1"');
      const isRoot = kind === 'name' && tokens[at - 1]?.text !== '.';
      return isRoot ? fullPath(file, text).replaceAll('.', ' . ') : text;
    })
    .join(' ');
}

function depthOf(file: PythonFile, parent: number | undefined): number {
  return parent === undefined ? 0 : 1 + depthOf(file, file.statements[parent]?.parent);
}
