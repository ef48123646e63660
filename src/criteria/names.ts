import { functionAround } from './place.js';
import type { PythonFile, Statement } from './python/pythonFile.js';

/**
 * The one name by which a value is known at a place (`num_classes`, `args.num_classes`), or undefined
 * where there is none or more than one: then the user decides. Plain names come before attributes.
 */
export function theOnlyName(
  file: PythonFile,
  pattern: RegExp,
  { line, scope }: { readonly line: number; readonly scope?: number },
): string | undefined {
  const visible = file.statements.filter(
    (s, index) => s.firstLine < line && sees(file, scope, index),
  );
  const plain = new Set(visible.flatMap(boundNames).filter((name) => pattern.test(name)));
  if (plain.size > 0) return plain.size === 1 ? [...plain][0] : undefined;
  const dotted = new Set(visible.flatMap((s) => attributes(s, pattern)));
  return dotted.size === 1 ? [...dotted][0] : undefined;
}

/** What a statement binds is seen at module level, and inside its own function. */
function sees(file: PythonFile, scope: number | undefined, index: number): boolean {
  const statement = file.statements[index];
  const home = statement?.kind === 'def' ? index : functionAround(file, statement?.parent);
  if (home === undefined) return statement?.parent === undefined || !isInClass(file, index);
  for (let at = functionAround(file, scope); at !== undefined; ) {
    if (at === home) return true;
    at = functionAround(file, file.statements[at]?.parent);
  }
  return false;
}

function isInClass(file: PythonFile, index: number): boolean {
  const parent = file.statements[index]?.parent;
  if (parent === undefined) return false;
  return file.statements[parent]?.kind === 'class' || isInClass(file, parent);
}

/** Targets of an assignment, or the parameters of a function. */
function boundNames({ kind, tokens }: Statement): string[] {
  const words = tokens.map(({ text }) => text);
  if (kind === 'def') return parameters(words);
  const sign = words.findIndex((word) => word === '=' || word === ':');
  if (sign < 1) return [];
  return words
    .slice(0, sign)
    .filter((word, at) => /^\w+$/.test(word) && words[at - 1] !== '.' && words[at + 1] !== '.');
}

function parameters(words: readonly string[]): string[] {
  const open = words.indexOf('(');
  return words.filter(
    (word, at) =>
      at > open && /^[A-Za-z_]\w*$/.test(word) && ['(', ',', '*'].includes(words[at - 1] ?? ''),
  );
}

function attributes({ tokens }: Statement, pattern: RegExp): string[] {
  return tokens.flatMap(({ text }, at) => {
    const owner = tokens[at - 2];
    const isAttribute =
      tokens[at - 1]?.text === '.' && owner?.kind === 'name' && tokens[at - 3]?.text !== '.';
    return isAttribute && pattern.test(text) ? [`${owner.text}.${text}`] : [];
  });
}
