import { classAt, classLines, isSameClass, readBody } from './body.js';
import { type ChosenArgument, chooseArguments, layOut } from './constructorCall.js';
import type { Criterion } from './criterion.js';
import { applyEdits, Draft, type Edit } from './draft.js';
import { criterionAt, type ExistingCriterion } from './existing.js';
import { constantsEnd, importBlockEnd } from './importBlock.js';
import { addImports, type Needed, spellNeeds } from './imports.js';
import { theOnlyName } from './names.js';
import { type Note, note } from './note.js';
import { functionAround, isConstructor, type Place, placeAt } from './place.js';
import type { PythonFile } from './python/pythonFile.js';
import { readPython } from './python/readPython.js';

export interface InsertionWish {
  readonly criterion: Criterion;
  /** Text of media/criteria/FRAMEWORK/ID.py; not needed for a builtin. */
  readonly body?: string;
  /** Line of the cursor, from 1. */
  readonly line: number;
  /** Put the new criterion in the place of the one built on that line. */
  readonly replace?: boolean;
  /** Constructor arguments as Python source. */
  readonly values?: ReadonlyMap<string, string>;
  /** Where the file has another class of that name: use that one. */
  readonly useExistingClass?: boolean;
}

export interface Insertion {
  readonly edits: readonly Edit[];
  /** The constructor line in the new text, from 0. */
  readonly line: number;
  /** Values on that line that nobody gave, as written (`num_classes=10`): to be looked at first. */
  readonly guesses: readonly string[];
  /** What was added and what remains to be done, for the user. */
  readonly notes: readonly Note[];
}

export interface Refusal {
  readonly refused: Note;
  /** The file has its own class of that name; `useExistingClass` gets past. */
  readonly isConflict?: true;
}

/** Imports, class and constructor line as one set of edits of the text; or why not. Changes nothing itself. */
export function planInsertion(text: string, wish: InsertionWish): Insertion | Refusal {
  const file = readPython(text);
  const refused = refusal(file, wish);
  if (refused) return refused;
  const existing = criterionAt(file, wish.line - 1);
  if (wish.replace && !existing)
    return { refused: note('There is no criterion on line {0}.', wish.line) };
  return write(file, wish, existing);
}

export function isRefusal(outcome: Insertion | Refusal): outcome is Refusal {
  return 'refused' in outcome;
}

function refusal(file: PythonFile, wish: InsertionWish): Refusal | undefined {
  const { criterion, body, values = new Map(), useExistingClass } = wish;
  const unknown = [...values.keys()].find(
    (name) => !criterion.parameters.some((p) => p.name === name),
  );
  if (unknown !== undefined) {
    const names = criterion.parameters.map(({ name }) => name).join(', ');
    return {
      refused: note('{0} has no parameter "{1}"; it has {2}.', criterion.name, unknown, names),
    };
  }
  if (criterion.kind === 'builtin') return undefined;
  if (body === undefined) return { refused: note('The body of {0} is missing.', criterion.name) };
  const own = classAt(file, criterion.name);
  if (useExistingClass || (own && isSameClass(file, readBody(body), criterion.name)))
    return undefined;
  const imported = file.imports.find(({ binds }) => binds === criterion.name);
  const line = own?.first ?? (imported && file.statements[imported.statement]?.firstLine);
  if (line === undefined) return undefined;
  return {
    refused: note(
      'Line {0} already defines another {1}; it was left as it is.',
      line + 1,
      criterion.name,
    ),
    isConflict: true,
  };
}

function write(
  file: PythonFile,
  wish: InsertionWish,
  existing: ExistingCriterion | undefined,
): Insertion | Refusal {
  const { criterion } = wish;
  const wanted = placeAt(file, wish.line - 1);
  const isInFunction = functionAround(file, wanted.scope) !== undefined;
  const reach = isInFunction
    ? Infinity
    : wish.replace && existing
      ? existing.statement.firstLine
      : wanted.line;
  const blockEnd = importBlockEnd(file, reach);
  const own = criterion.kind === 'class' ? classAt(file, criterion.name) : undefined;
  const isThere = own !== undefined || wish.useExistingClass === true;
  const classBelow = constantsEnd(file, blockEnd, reach);
  const body = isThere || criterion.kind === 'builtin' ? undefined : readBody(wish.body ?? '');

  const firstUse = isInFunction && !body ? Infinity : Math.max(reach, blockEnd + 1);
  const { spellings, missing } = spellNeeds(
    file,
    needs(criterion, body),
    body ? classBelow + 1 : firstUse,
  );
  const callee =
    criterion.kind === 'class' ? criterion.name : (spellings.get(criterion.name) ?? criterion.name);

  const draft = new Draft(file);
  const args = chosen(file, wish, wanted, existing);
  const floor = Math.max(blockEnd, own?.last ?? -1, body ? classBelow : -1);
  const put =
    wish.replace && existing
      ? replaceCall(draft, file, existing, callee, args)
      : putLine(draft, file, isInFunction ? wanted : belowFloor(file, wanted, floor), callee, args);
  if (body) putClass(draft, classBelow, classLines(body, criterion.name, spellings, file.indent));
  addImports(draft, file, missing, blockEnd);

  const edits = draft.edits();
  return {
    edits,
    line: lineOf(applyEdits(file.text, edits), draft, put),
    guesses: args.filter(({ isGuess }) => isGuess).map(({ name, value }) => `${name}=${value}`),
    notes: notesFor(wish, existing, missing, body !== undefined, args),
  };
}

/** What the class or the constructor refers to, by full path. */
function needs(criterion: Criterion, body: PythonFile | undefined): readonly Needed[] {
  if (criterion.kind === 'class') return body ? body.imports : [];
  const module = criterion.name.split('.').slice(0, -1).join('.');
  const root = module.split('.').slice(0, -1).join('.');
  const binds = module.split('.').at(-1) ?? module;
  return [{ binds, path: module, module: root, isFrom: true, member: criterion.name }];
}

/** At module level nothing may use what is only defined further down. */
function belowFloor(file: PythonFile, place: Place, floor: number): Place {
  const isFree = place.how === 'below' ? place.line >= floor : place.line > floor;
  const header = place.scope === undefined ? undefined : file.statements[place.scope];
  const isOpen = header === undefined ? place.line > floor : header.firstLine > floor;
  if (isFree && isOpen) return place;
  return { line: floor, how: 'below', indent: '', isApart: true };
}

function chosen(
  file: PythonFile,
  { criterion, values = new Map(), replace }: InsertionWish,
  place: Place,
  existing: ExistingCriterion | undefined,
): ChosenArgument[] {
  const carried = (replace ? existing?.call.args : undefined) ?? [];
  const given = new Map(
    carried.flatMap(({ keyword, tokens }) => {
      const [start, end] = [tokens[0]?.start, tokens.at(-1)?.end];
      return keyword && CARRIED.has(keyword) && start !== undefined
        ? [[keyword, file.text.slice(start, end)] as const]
        : [];
    }),
  );
  for (const [name, value] of values) given.set(name, value);
  return chooseArguments(criterion, given, (pattern) => theOnlyName(file, pattern, place));
}

/** Arguments that mean the same to every classification loss. */
const CARRIED = new Set(['weight', 'ignore_index', 'reduction', 'label_smoothing']);

function putLine(
  draft: Draft,
  file: PythonFile,
  place: Place,
  callee: string,
  args: readonly ChosenArgument[],
): string {
  const target = isConstructor(file, place.scope) ? 'self.criterion' : 'criterion';
  const lines = layOut(`${place.indent}${target} = `, callee, args, {
    indent: place.indent,
    unit: file.indent,
  });
  const below = place.how === 'above' ? place.line - 1 : place.line;
  const index =
    place.how === 'instead' ? draft.replace(place.line, lines) : draft.insertBelow(below, lines);
  if (place.isApart) draft.spaceAbove(index, 1);
  else spaceOut(draft, file, index, lines.length);
  return lines[0] ?? '';
}

/** Blank lines part new code from functions and classes: two at module level, one inside. */
function spaceOut(draft: Draft, file: PythonFile, index: number, count: number): void {
  const last = index + count - 1;
  const next = draft.nextText(last);
  if (/^\s*(?:(?:def|class|async)\b|@)/.test(next))
    draft.spaceBelow(last, /^\s/.test(next) ? 1 : 2);
  if (/^\s/.test(draft.textAt(index) ?? '')) return;
  const above = file.statements
    .filter(({ firstLine }) => {
      const at = draft.indexOf(firstLine);
      return at >= 0 && at < index;
    })
    .at(-1);
  if (above?.parent !== undefined && isUnderDefinition(file, above.parent))
    draft.spaceAbove(index, 2);
}

function isUnderDefinition(file: PythonFile, scope: number): boolean {
  const header = file.statements[scope];
  if (header?.kind === 'class' || header?.kind === 'def') return true;
  return header?.parent !== undefined && isUnderDefinition(file, header.parent);
}

function replaceCall(
  draft: Draft,
  file: PythonFile,
  { statement, start, end }: ExistingCriterion,
  callee: string,
  args: readonly ChosenArgument[],
): string {
  const { firstLine, lastLine, indent } = statement;
  const head =
    file.text
      .slice(0, start)
      .split(/\r\n|\n|\r/)
      .at(-1)
      ?.replace('\uFEFF', '') ?? '';
  const tail = file.text.slice(end).split(/\r\n|\n|\r/)[0] ?? '';
  const endLine = lineAtOffset(file.text, end);
  const startLine = lineAtOffset(file.text, start);
  const lines = layOut(head, callee, args, { indent, unit: file.indent });
  lines.push(`${lines.pop() ?? ''}${tail}`);
  for (let line = Math.min(endLine, lastLine); line > Math.max(startLine, firstLine); line--)
    draft.replace(line, []);
  draft.replace(startLine, lines);
  return lines[0] ?? '';
}

function putClass(draft: Draft, below: number, lines: readonly string[]): void {
  const index = draft.insertBelow(below, lines);
  draft.spaceBelow(index + lines.length - 1, 2);
  draft.spaceAbove(index, 2);
}

function lineAtOffset(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length - 1;
}

function lineOf(text: string, draft: Draft, first: string): number {
  const index = draft.find(first);
  return index >= 0 ? index : text.split(/\r\n|\n|\r/).indexOf(first);
}

function notesFor(
  { criterion, replace, line }: InsertionWish,
  existing: ExistingCriterion | undefined,
  missing: readonly Needed[],
  addsClass: boolean,
  args: readonly ChosenArgument[],
): Note[] {
  const name = criterion.name.split('.').at(-1) ?? criterion.name;
  const guessed = args.filter(({ isGuess }) => isGuess).map(({ name: parameter }) => parameter);
  const dropped = replace
    ? (existing?.call.args ?? []).filter(({ keyword }) => !args.some((arg) => arg.name === keyword))
    : [];
  return [
    addsClass && missing.length > 0
      ? note('Added {0}: its class, its imports and the line that builds it.', name)
      : addsClass
        ? note('Added {0}: its class and the line that builds it.', name)
        : missing.length > 0
          ? note('Added {0}: its import and the line that builds it.', name)
          : note('Added the line that builds {0}.', name),
    ...(existing && !replace ? [note('Line {0} already builds a criterion.', line)] : []),
    ...(dropped.length > 0
      ? [
          note(
            'Not carried over: {0}.',
            dropped
              .map(({ keyword, tokens }) => keyword ?? tokens.map(({ text }) => text).join(''))
              .join(', '),
          ),
        ]
      : []),
    ...(guessed.length > 0
      ? [note('The file does not tell {0}: set it.', guessed.join(', '))]
      : []),
    ...(criterion.remember ?? []).map((text) => note(text)),
  ];
}
