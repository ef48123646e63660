import type { Criterion } from './criterion.js';

/** Columns of Black and ruff. */
const WIDTH = 88;

export interface ChosenArgument {
  readonly name: string;
  readonly value: string;
  /** Neither the file nor the user gave it: an example that wants looking at. */
  readonly isGuess: boolean;
}

/** What the line must say: required values, those worth a thought, and whatever the user set. */
export function chooseArguments(
  { parameters }: Criterion,
  given: ReadonlyMap<string, string>,
  nameInFile: (pattern: RegExp) => string | undefined,
): ChosenArgument[] {
  return parameters.flatMap(({ name, fallback, shown, knownAs, example }) => {
    const set = given.get(name);
    if (set !== undefined) return [{ name, value: set, isGuess: false }];
    if (fallback !== undefined) return shown ? [{ name, value: fallback, isGuess: false }] : [];
    const found = knownAs && nameInFile(knownAs);
    return [{ name, value: found ?? example ?? 'None', isGuess: found === undefined }];
  });
}

/** The call as Black lays it out behind `before`; continuation lines carry the indentation. */
export function layOut(
  before: string,
  callee: string,
  args: readonly ChosenArgument[],
  { indent, unit }: { readonly indent: string; readonly unit: string },
): string[] {
  const pairs = args.map(({ name, value }) => `${name}=${value}`);
  const flat = `${before}${callee}(${pairs.join(', ')})`;
  if (flat.length <= WIDTH || pairs.length === 0) return [flat];
  const inner = `${indent}${unit}${pairs.join(', ')}`;
  const rows = inner.length <= WIDTH ? [inner] : pairs.map((pair) => `${indent}${unit}${pair},`);
  return [`${before}${callee}(`, ...rows, `${indent})`];
}
