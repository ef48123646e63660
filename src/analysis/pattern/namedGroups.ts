import { phrase } from '../phrase.js';
import { faultAt, type ParsedPattern, type PatternFault } from './pattern.js';

/** What can stand in a regular expression, as far as groups have to be told from escapes and classes. */
const PIECE =
  /\\[\s\S]?|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]?|\(\?(?:P?<(?![=!])([^>]*)(>?)|(<?[=!]))|[\s\S]/gu;

export const HAS_NAMED_GROUP = /\(\?P?<(?![=!])/;

/** Reads `(?<step>\d+) (?<loss>\S+)`; a name may hold any sign, `(?<val/loss>\S+)` too. */
export function readNamedGroups(text: string): ParsedPattern | PatternFault {
  const names: string[] = [];
  let source = '';
  for (const hit of text.matchAll(PIECE)) {
    const [piece, name, close, look] = hit;
    if (look !== undefined) return lookFault(text, hit.index, piece.length);
    if (name === undefined) {
      source += piece;
      continue;
    }
    const fault = nameFault(text, hit.index, piece, { name, names, isClosed: close === '>' });
    if (fault) return fault;
    source += `(?P<g${names.push(name) - 1}>`;
  }
  return { text, source, names, literal: undefined };
}

/** A piece of the rewritten source as it stands in the pattern of the user. */
export function asWritten(piece: string, { names, text }: ParsedPattern): string {
  return piece.replace(/\(\?P<g(\d+)>/g, (group, index) => {
    const name = names[Number(index)];
    return text.includes(`(?P<${name}>`)
      ? `(?P<${name}>`
      : name === undefined
        ? group
        : `(?<${name}>`;
  });
}

/** Place of the first bracket that has no partner; undefined where all have one. */
export function lonelyBracket(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece.startsWith('(')) open.push(index);
    else if (piece === ')' && open.pop() === undefined) return index;
  }
  return open[0];
}

function nameFault(
  text: string,
  at: number,
  piece: string,
  { name, names, isClosed }: { name: string; names: readonly string[]; isClosed: boolean },
): PatternFault | undefined {
  if (!isClosed || name.trim() === '')
    return faultAt(text, at, piece.length, (character, place) =>
      phrase(
        'Character {0}, "{1}": the name of this group is missing or not closed. Write (?<loss>\\S+).',
        character,
        place,
      ),
    );
  if (!names.includes(name)) return undefined;
  return faultAt(text, at, piece.length, (character, place) =>
    phrase(
      'Character {0}, "{1}": this name stands twice. Give the second group another name.',
      character,
      place,
    ),
  );
}

function lookFault(text: string, at: number, length: number): PatternFault {
  return faultAt(text, at, length, (character, place) =>
    phrase(
      'Character {0}, "{1}": looking ahead or behind is not possible here. Match that text outside of the named groups.',
      character,
      place,
    ),
  );
}
