import type { PythonFile, Statement } from './python/pythonFile.js';
import { widthOf } from './python/readPython.js';

/** Where the constructor line goes: instead of a blank line, or above or below another. */
export interface Place {
  readonly line: number;
  readonly how: 'instead' | 'above' | 'below';
  readonly indent: string;
  /** Index of the block header it will stand under; undefined at module level. */
  readonly scope?: number;
  /** A blank line parts it from what stands above: imports, a docstring. */
  readonly isApart?: true;
}

const LEAVES = new Set(['return', 'raise', 'break', 'continue']);
const CLAUSES = new Set(['else', 'elif', 'except', 'finally', 'case']);

/** Never in the middle of a statement, a string or a bracket; never between a decorator and its function. */
export function placeAt(file: PythonFile, wantedLine: number): Place {
  const line = Math.min(Math.max(wantedLine, 0), file.lines.length - 1);
  const index = file.statements.findIndex((s) => s.firstLine <= line && line <= s.lastLine);
  const place = index < 0 ? betweenStatements(file, line) : atStatement(file, index);
  return belowSuper(file, place);
}

/** The innermost function around a place, as the index of its header. */
export function functionAround(file: PythonFile, scope: number | undefined): number | undefined {
  if (scope === undefined) return undefined;
  const statement = file.statements[scope];
  return statement?.kind === 'def' ? scope : functionAround(file, statement?.parent);
}

/** `self` inside the `__init__` of a class, where a criterion becomes an attribute. */
export function isConstructor(file: PythonFile, scope: number | undefined): boolean {
  const found = functionAround(file, scope);
  const header = found === undefined ? undefined : file.statements[found];
  const words = header?.tokens.map(({ text }) => text) ?? [];
  return words[1] === '__init__' && words[3] === 'self';
}

function atStatement(file: PythonFile, index: number): Place {
  const statement = file.statements[index];
  if (!statement) return { line: 0, how: 'above', indent: '' };
  if (statement.kind === '@' || statement.kind === 'class') return aboveDecorators(file, index);
  if (statement.opensBlock) return insideBlock(file, index);
  const { indent, firstLine, lastLine } = statement;
  const around = scopeOf(statement.parent);
  if (LEAVES.has(statement.kind)) return { line: firstLine, how: 'above', indent, ...around };
  return { line: lastLine, how: 'below', indent, ...around };
}

function aboveDecorators(file: PythonFile, index: number): Place {
  let first = index;
  while (file.statements[first - 1]?.kind === '@') first--;
  const { firstLine = 0, indent = '', parent } = file.statements[first] ?? {};
  return { line: firstLine, how: 'above', indent, ...scopeOf(parent) };
}

function insideBlock(file: PythonFile, header: number): Place {
  const { lastLine = 0, indent: outer = '' } = file.statements[header] ?? {};
  const first = file.statements[header + 1];
  if (first?.parent !== header) {
    return { line: lastLine, how: 'below', indent: outer + file.indent, scope: header };
  }
  const isDocstring = first.tokens.length === 1 && first.tokens[0]?.kind === 'string';
  return isDocstring
    ? { line: first.lastLine, how: 'below', indent: first.indent, scope: header }
    : { line: first.firstLine, how: 'above', indent: first.indent, scope: header };
}

/** A blank line or a comment: which of the open blocks it belongs to. */
function betweenStatements(file: PythonFile, line: number): Place {
  const text = file.lines[line] ?? '';
  const isLast = line === file.lines.length - 1 && text === '';
  const how = text.trim() !== '' ? 'below' : isLast ? 'above' : 'instead';
  const before = file.statements.filter((s) => s.lastLine < line).length - 1;
  const next = file.statements[before + 1];
  const previous = file.statements[before];
  if (!previous) return { line, how, indent: '' };
  if (previous.opensBlock) {
    const indent = next?.parent === before ? next.indent : previous.indent + file.indent;
    return { line, how, indent, scope: before };
  }
  const levels = openLevels(file, previous, next);
  const hint = widthOf(/^\s*/.exec(text)?.[0] ?? '');
  const hinted = hint > 0 ? levels.find(({ indent }) => widthOf(indent) === hint) : undefined;
  const staysInside =
    line === previous.lastLine + 1 && !LEAVES.has(previous.kind) && !isLast && how === 'instead';
  const level = hinted ?? (staysInside ? levels[0] : levels.at(-1));
  return { line, how, indent: level?.indent ?? '', ...scopeOf(level?.parent) };
}

/** The levels at which a new line breaks nothing, from the deepest: not above what follows. */
function openLevels(
  file: PythonFile,
  previous: Statement,
  next: Statement | undefined,
): { indent: string; parent: number | undefined }[] {
  const floor = next ? widthOf(next.indent) + (CLAUSES.has(next.kind) ? 1 : 0) : 0;
  const levels: { indent: string; parent: number | undefined }[] = [];
  for (let at: Statement | undefined = previous; at; ) {
    if (levels.length === 0 || widthOf(at.indent) >= floor) {
      levels.push({ indent: at.indent, parent: at.parent });
    }
    at = at.parent === undefined ? undefined : file.statements[at.parent];
  }
  return levels;
}

/** A module may not be assigned to `self` before `super().__init__()` ran. */
function belowSuper(file: PythonFile, place: Place): Place {
  if (!isConstructor(file, place.scope)) return place;
  const header = functionAround(file, place.scope);
  const call = file.statements.find(
    ({ parent, tokens }) =>
      parent === header && tokens[0]?.text === 'super' && tokens.some((t) => t.text === '__init__'),
  );
  const isAbove =
    call && (place.how === 'below' ? place.line < call.firstLine : place.line <= call.firstLine);
  if (!call || !isAbove) return place;
  return { line: call.lastLine, how: 'below', indent: call.indent, ...scopeOf(header) };
}

function scopeOf(scope: number | undefined): { scope?: number } {
  return scope === undefined ? {} : { scope };
}
