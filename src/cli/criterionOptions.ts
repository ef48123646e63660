import { UsageError } from './command.js';

export interface InsertOptions {
  readonly id: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0, in a notebook. */
  readonly cell?: number;
  readonly framework?: string;
  readonly replace: boolean;
  readonly write: boolean;
  readonly values: ReadonlyMap<string, string>;
}

const USAGE =
  'usage: losscope criterion insert ID --file FILE --line N [--cell N] [--replace] [--framework F] [--set name=value] [--write]';

/** `insert`'s arguments, in any order; `--line=3` reads like `--line 3`. */
export function readInsertOptions(args: readonly string[]): InsertOptions {
  const words = args.flatMap(splitEquals);
  const values = new Map<string, string>();
  const given = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--replace' || word === '--write') given.set(word, '');
    else if (['--file', '--line', '--cell', '--framework', '--set'].includes(word)) {
      const value = words[++at];
      if (value === undefined) throw new UsageError(`${word} needs a value. ${USAGE}`);
      if (word === '--set') setValue(values, value);
      else given.set(word, value);
    } else if (!word.startsWith('-') && !given.has('id')) given.set('id', word);
    else throw new UsageError(`"${word}" is not understood. ${USAGE}`);
  }
  return checked(given, values);
}

function checked(
  given: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, string>,
): InsertOptions {
  const [id, file, line] = [given.get('id'), given.get('--file'), given.get('--line')];
  if (id === undefined || file === undefined || line === undefined) throw new UsageError(USAGE);
  const cell = given.get('--cell');
  const framework = given.get('--framework');
  return {
    id,
    file,
    line: whole('--line', line, 1),
    ...(cell !== undefined && { cell: whole('--cell', cell, 0) }),
    ...(framework !== undefined && { framework }),
    replace: given.has('--replace'),
    write: given.has('--write'),
    values,
  };
}

function splitEquals(word: string): string[] {
  const match = /^(--(?:file|line|cell|framework|set))=(.*)$/s.exec(word);
  return match ? [match[1] ?? '', match[2] ?? ''] : [word];
}

function setValue(values: Map<string, string>, text: string): void {
  const match = /^([A-Za-z_]\w*)=([^\r\n]+)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new UsageError(`--set wants name=value, not "${text}"`);
  values.set(match[1], match[2].trim());
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new UsageError(`${name} wants a whole number from ${least}, not "${text}"`);
  return value;
}
