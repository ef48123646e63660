import { phrase } from '../phrase.js';
import { faultAt, type ParsedPattern, type PatternFault } from './pattern.js';

/** A number as logs print it. */
const NUMBER =
  '[-+]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?|[-+]?(?i:nan|inf(?:inity)?)';
/** A date with a time of day, or seconds. */
const TIME = `\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?|${NUMBER}`;
/** Of a longer number or word no number begins in the middle. */
const BEGINS = '(?:^|[^\\w.])';

/**
 * The pieces of the short form. `\name`: letters, digits and `_`, and a `/` or `.` that a letter
 * follows (`\val/loss`, but `\step/\steps`); `\{any name}`; `\_` a number that is not taken; `\*` any
 * text; `\\` a backslash; white space; anything else.
 */
const PIECE =
  /\\(?:(\p{L}[\p{L}\p{N}_]*(?:[/.]\p{L}[\p{L}\p{N}_]*)*)|\{([^{}]*)\}|([_*\\]))|(\s+)|([^\\\s]+)|(\\)/gu;

interface Built {
  source: string;
  readonly names: string[];
  literal: string;
  /** What stands before: a number right behind a number has no beginning. */
  before: 'number' | 'any' | 'text';
}

/** Reads `\step \loss \val_loss`: a backslash word stands for a number, everything else for itself. */
export function readShortForm(text: string): ParsedPattern | PatternFault {
  const trimmed = text.trimEnd();
  const built: Built = { source: '', names: [], literal: '', before: 'text' };
  for (const hit of trimmed.trimStart().matchAll(PIECE)) {
    const at = hit.index + trimmed.length - trimmed.trimStart().length;
    const fault = addPiece(built, hit, text, at);
    if (fault) return fault;
  }
  if (built.names.length === 0)
    return faultAt(text, 0, text.length, (_, piece) =>
      phrase(
        'The pattern {0} names no number: write \\loss where the number stands, or a named group (?<loss>\\S+).',
        quoted(piece),
      ),
    );
  const { source, names, literal } = built;
  return { text, source, names, literal: literal === '' ? undefined : literal };
}

function addPiece(
  built: Built,
  [piece, word, braced, sign, space, plain]: RegExpExecArray,
  text: string,
  at: number,
): PatternFault | undefined {
  if (space !== undefined) built.source += '\\s+';
  else if (plain !== undefined) addLiteral(built, plain);
  else if (sign === '\\') addLiteral(built, '\\');
  else if (sign === '*') built.source += '.*?';
  else {
    const name = word ?? braced?.trim();
    const fault = nameFault(
      built,
      { name: name ?? sign, isBraced: braced !== undefined },
      text,
      at,
      piece.length,
    );
    if (fault) return fault;
    addNumber(built, name);
  }
  const isText = space !== undefined || plain !== undefined || sign === '\\';
  built.before = isText ? 'text' : sign === '*' ? 'any' : 'number';
  return undefined;
}

function addLiteral(built: Built, literal: string): void {
  built.source += literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  if (literal.length > built.literal.length) built.literal = literal;
}

function addNumber(built: Built, name: string | undefined): void {
  const number = name === 'time' ? TIME : NUMBER;
  if (built.source === '') built.source = BEGINS;
  else if (built.before === 'any') built.source += '[^\\w.]';
  if (name === undefined) built.source += `(?:${number})`;
  else built.source += `(?P<g${built.names.push(name) - 1}>${number})`;
}

function nameFault(
  { names, before }: Built,
  { name, isBraced }: { readonly name: string | undefined; readonly isBraced: boolean },
  text: string,
  at: number,
  length: number,
): PatternFault | undefined {
  if (name === undefined || name === '')
    return faultAt(text, at, length, (character, piece) =>
      phrase(
        'Character {0}, {1}: a backslash needs a name behind it (\\loss or \\{any name}); write \\\\ for a backslash.',
        character,
        quoted(piece),
      ),
    );
  if (!isBraced && /^[a-z]$/i.test(name))
    return faultAt(text, at, length, (character, piece) =>
      phrase(
        'Character {0}, {1}: a name has two letters or more. For a regular expression name its groups, (?<loss>\\S+); for a short name write \\{{2}}.',
        character,
        quoted(piece),
        name,
      ),
    );
  if (names.includes(name))
    return faultAt(text, at, length, (character, piece) =>
      phrase(
        'Character {0}, {1}: this name stands twice. Give the second number another name, or write \\_ to leave it out.',
        character,
        quoted(piece),
      ),
    );
  if (before !== 'number') return undefined;
  return faultAt(text, at, length, (character, piece) =>
    phrase(
      'Character {0}, {1}: nothing parts this number from what stands before it. Put the text between them, or a space.',
      character,
      quoted(piece),
    ),
  );
}

function quoted(piece: string): string {
  return `"${piece}"`;
}
