import {
  asWritten,
  faultAt,
  isFault,
  type LinePattern,
  lonelyBracket,
  type ParsedPattern,
  type PatternFault,
  phrase,
  readPattern,
} from '../../analysis/index.js';

/** Instructions of a compiled pattern: time a character is at most proportional to them. */
const LARGEST_PROGRAM = 10_000;

type Re2 = typeof import('re2js');

/** Makes patterns of the user from their text; each says what is wrong with it where it cannot. */
export type Compile = (text: string) => LinePattern | PatternFault;

/**
 * Loads the regular expressions whose time is linear in the line, whatever the pattern: no pattern
 * can hang the reader. Only who has a pattern pays for it (147 kB of script).
 */
export async function loadLinearEngine(): Promise<Compile> {
  const re2: Re2 = await import('re2js');
  return (text) => {
    const parsed = readPattern(text);
    return isFault(parsed) ? parsed : compiled(parsed, re2);
  };
}

function compiled(
  parsed: ParsedPattern,
  { RE2JS, RE2JSException }: Re2,
): LinePattern | PatternFault {
  const { text, source, names, literal } = parsed;
  try {
    const expression = RE2JS.compile(source);
    if (expression.programSize() > LARGEST_PROGRAM) return tooLarge(text);
    const groups = names.map((_, i) => `g${i}`);
    return {
      text,
      names,
      match: (line) => {
        if (literal !== undefined && !line.includes(literal)) return undefined;
        const caught = expression.exec(line) as RegExpExecArray | null;
        return caught ? groups.map((group) => caught.groups?.[group]) : undefined;
      },
    };
  } catch (error) {
    if (error instanceof RE2JSException) return syntaxFault(parsed, error);
    throw error;
  }
}

function tooLarge(text: string): PatternFault {
  const message = phrase('The pattern repeats too much: use * or + instead of large counts.');
  return { message, at: 0, length: text.length };
}

/** What RE2 says, at the place in the pattern as the user wrote it. */
function syntaxFault(parsed: ParsedPattern, error: Error): PatternFault {
  const { error: reason = error.message, input } = error as {
    error?: string;
    input?: string | null;
  };
  const { at, length } = placeOf(parsed, reason, asWritten(input ?? '', parsed));
  const word = reason.startsWith('invalid escape') ? MIXED.exec(parsed.text.slice(at)) : null;
  if (word) return faultAt(parsed.text, at, word[0].length, mixed);
  const say = SAID.find(([start]) => reason.startsWith(start))?.[1] ?? otherwise;
  return faultAt(parsed.text, at, length, (character, piece) => say(character, piece, reason));
}

/** RE2 names the piece, and the whole pattern where a bracket has no partner. */
function placeOf({ text }: ParsedPattern, reason: string, piece: string) {
  const lonely = /[()]$/.test(reason) ? lonelyBracket(text) : undefined;
  const at = lonely ?? (piece === '' ? text.length - 1 : Math.max(0, text.lastIndexOf(piece)));
  const isNamed = lonely === undefined && piece !== '' && text.startsWith(piece, at);
  return { at, length: isNamed ? piece.length : text.length - at };
}

/** A word of the short form inside a regular expression. */
const MIXED = /^\\[A-Za-z_]{2,}/;

function mixed(character: number, piece: string): PatternFault['message'] {
  return phrase(
    'Character {0}, "{1}": a backslash word does not go with named groups. Write (?<loss>\\S+) here, too.',
    character,
    piece,
  );
}

type Saying = (character: number, piece: string, reason: string) => PatternFault['message'];

const otherwise: Saying = (character, piece, reason) =>
  phrase(
    'Character {0}, "{1}": {2}. Patterns are written in RE2 syntax; a backslash before a sign means the sign itself.',
    character,
    piece,
    reason,
  );

/** RE2's words, and what a person can do. */
const SAID: readonly (readonly [string, Saying])[] = [
  [
    'missing closing )',
    (character, piece) =>
      phrase(
        'Character {0}, "{1}": a group is not closed. Add ), or write \\( for a bracket of the log.',
        character,
        piece,
      ),
  ],
  [
    'unexpected )',
    (character, piece) =>
      phrase(
        'Character {0}, "{1}": a ) without its (. Write \\) for a bracket of the log.',
        character,
        piece,
      ),
  ],
  [
    'missing closing ]',
    (character, piece) =>
      phrase(
        'Character {0}, "{1}": a class is not closed. Add ], or write \\[ for a bracket of the log.',
        character,
        piece,
      ),
  ],
  [
    'missing argument',
    (character, piece) =>
      phrase(
        'Character {0}, "{1}": nothing stands before it that could repeat. Write \\{1} for the sign itself.',
        character,
        piece,
      ),
  ],
  [
    'invalid escape',
    (character, piece) =>
      phrase(
        'Character {0}, "{1}": there is no such escape here, nor a reference back to a group. Write \\\\ for a backslash of the log.',
        character,
        piece,
      ),
  ],
  [
    'trailing backslash',
    (character, piece) =>
      phrase(
        'Character {0}, "{1}": the pattern ends in a backslash. Write \\\\ for one in the log.',
        character,
        piece,
      ),
  ],
];
