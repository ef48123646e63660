import type { PythonFile, Statement } from './python/pythonFile.js';

const STDLIB = new Set(
  'abc argparse ast asyncio collections contextlib copy csv dataclasses datetime enum functools gc glob gzip inspect io itertools json logging math multiprocessing operator os pathlib pickle platform pprint random re shutil signal socket string subprocess sys tempfile textwrap threading time traceback types typing unittest urllib uuid warnings'.split(
    ' ',
  ),
);

export const isStdlib = (module: string): boolean => STDLIB.has(module.split('.')[0] ?? '');

/**
 * Last line (from 0) of the top of the file: shebang, licence, docstring and imports, with the `try`
 * and `if` blocks that hold imports. -1 where there is nothing of it. Imports further down count
 * as far as they stand above `line` and no function or class comes before them.
 */
export function importBlockEnd(file: PythonFile, line: number): number {
  let end = Math.max(headerCommentEnd(file), docstringEnd(file));
  let isContiguous = true;
  for (const [index, statement] of file.statements.entries()) {
    if (statement.parent !== undefined || statement.lastLine <= end) continue;
    if (['def', 'class', '@'].includes(statement.kind)) break;
    const last = lastLineOf(file, index);
    const holdsImport = isImport(statement) || guardsImports(file, index);
    if (holdsImport && (isContiguous || last < line)) end = last;
    else if (!holdsImport && !isClause(statement)) isContiguous = false;
  }
  return includingClauses(file, end);
}

/** Behind the plain constants (`CLASSES = 10`) that follow the imports, as far as they stand above `line`. */
export function constantsEnd(file: PythonFile, blockEnd: number, line: number): number {
  let end = blockEnd;
  for (const { parent, firstLine, lastLine, tokens } of file.statements) {
    if (firstLine <= blockEnd) continue;
    const isPlain = tokens[0]?.kind === 'name' && tokens[1]?.text === '=';
    const calls = tokens.some(({ text }) => text === '(');
    if (parent !== undefined || !isPlain || calls || lastLine >= line) break;
    end = lastLine;
  }
  return end;
}

/** Where a new import goes, as the line it stands below, and whether a blank line parts it from its neighbours. */
export interface ImportPlace {
  readonly below: number;
  readonly blankAbove: boolean;
  readonly blankBelow: boolean;
}

export function importPlace(file: PythonFile, module: string, blockEnd: number): ImportPlace {
  const plain = file.imports.filter(({ statement, module: name }) => {
    const { parent, lastLine } = file.statements[statement] ?? { lastLine: Infinity };
    return parent === undefined && lastLine <= blockEnd && name !== '__future__';
  });
  const lineOf = (found?: { statement: number }): number =>
    (found && file.statements[found.statement]?.lastLine) ?? -1;
  const kin = plain
    .filter(({ module: name }) => name.split('.')[0] === module.split('.')[0])
    .at(-1);
  if (kin) return { below: lineOf(kin), blankAbove: false, blankBelow: false };

  const group = plain.filter(({ module: name }) => isStdlib(name) === isStdlib(module)).at(-1);
  if (group) return { below: lineOf(group), blankAbove: false, blankBelow: false };
  const first = plain[0] && file.statements[plain[0].statement];
  if (isStdlib(module) && first) {
    return { below: first.firstLine - 1, blankAbove: false, blankBelow: true };
  }
  const last = lineOf(plain.at(-1));
  return { below: last < 0 ? blockEnd : last, blankAbove: true, blankBelow: false };
}

/** Last line of a statement with everything that stands under it. */
export function lastLineOf(file: PythonFile, index: number): number {
  let last = file.statements[index]?.lastLine ?? -1;
  for (let at = index + 1; at < file.statements.length && isUnder(file, at, index); at++) {
    last = file.statements[at]?.lastLine ?? last;
  }
  return last;
}

function isUnder(file: PythonFile, index: number, header: number): boolean {
  const parent = file.statements[index]?.parent;
  return parent !== undefined && (parent === header || isUnder(file, parent, header));
}

const isImport = ({ kind }: Statement): boolean => kind === 'import' || kind === 'from';

const isClause = ({ kind }: Statement): boolean =>
  ['else', 'elif', 'except', 'finally'].includes(kind);

/** `try:` and `if TYPE_CHECKING:` belong to the imports; `if __name__ == "__main__":` does not. */
function guardsImports(file: PythonFile, header: number): boolean {
  const { kind, tokens } = file.statements[header] ?? { kind: '', tokens: [] };
  if (kind !== 'try' && kind !== 'if' && kind !== 'except' && kind !== 'else') return false;
  if (tokens.some(({ text }) => text === '__name__')) return false;
  return file.statements.some((inner, at) => isImport(inner) && isUnder(file, at, header));
}

/** Never between `try:` and its `except:`. */
function includingClauses(file: PythonFile, end: number): number {
  let last = end;
  for (const [index, statement] of file.statements.entries()) {
    if (statement.parent !== undefined || statement.firstLine <= last) continue;
    if (!isClause(statement)) break;
    last = lastLineOf(file, index);
  }
  return last;
}

function docstringEnd({ statements: [first] }: PythonFile): number {
  const [token, more] = first?.tokens ?? [];
  return first && token?.kind === 'string' && !more ? first.lastLine : -1;
}

/** Shebang and coding lines always; other comments when a blank line or an import ends them. */
function headerCommentEnd({ lines, statements }: PythonFile): number {
  let end = -1;
  while (lines[end + 1]?.startsWith('#')) end++;
  const [first] = statements;
  const isFree = lines[end + 1]?.trim() === '' || first === undefined || isImport(first);
  if (end < 0 || isFree) return end;
  return /^#(!|.*coding[:=])/.test(lines[1] ?? '') ? 1 : lines[0]?.startsWith('#!') ? 0 : -1;
}
