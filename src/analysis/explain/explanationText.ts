import type { Phrase } from '../model.js';
import { phrase } from '../phrase.js';
import type { Explanation, LeftLines, TakenLines } from './explanation.js';

/** Shapes shown to a person at most. */
const MOST_SHOWN = 100;
/** Of an example as much as a screen is wide. */
const LONGEST_EXAMPLE = 160;

/** An explanation as plain text, and which of its lines (from 0) shows which shape that was left. */
export interface ExplanationText {
  readonly text: string;
  readonly shapes: readonly { readonly line: number; readonly left: LeftLines }[];
}

/** What a person reads: what was read, then what was not and why, the most frequent first. */
export function explanationText(
  name: string,
  { lines, numbered, readings, taken, left, others }: Explanation,
  say: (phrase: Phrase) => string,
  isCut = false,
): ExplanationText {
  const out: string[] = [name];
  const shapes: { line: number; left: LeftLines }[] = [];
  out.push(
    say(phrase('{0} lines, {1} of them with numbers: {2} readings.', lines, numbered, readings)),
  );
  if (isCut) out.push(say(phrase('The log is large: only its beginning was looked at.')));
  out.push('');
  if (taken.length > 0) out.push(say(phrase('Read')), '');
  for (const one of taken) out.push(...takenText(one, say));
  if (left.length > 0) out.push(say(phrase('Numbers that were not taken')), '');
  for (const one of left.slice(0, MOST_SHOWN)) {
    shapes.push({ line: out.length, left: one });
    out.push(...leftText(one, say));
  }
  const rest = left.slice(MOST_SHOWN).reduce((sum, one) => sum + one.lines, others);
  if (rest > 0) out.push(say(phrase('And {0} lines of other forms.', rest)));
  return { text: `${out.join('\n')}\n`, shapes };
}

function takenText(one: TakenLines, say: (phrase: Phrase) => string): readonly string[] {
  const { lines, readings, first, example } = one;
  return [
    say(
      phrase('  {0} lines, first {1}: {2}, {3} readings', lines, first, say(one.title), readings),
    ),
    `      ${cut(example)}`,
    '',
  ];
}

function leftText(one: LeftLines, say: (phrase: Phrase) => string): readonly string[] {
  const { lines, first, why, example, pattern } = one;
  const way = pattern === undefined ? [] : [say(phrase('      pattern: {0}', pattern))];
  return [
    say(phrase('  {0} lines, first {1}: {2}', lines, first, say(why))),
    `      ${cut(example)}`,
    ...way,
    '',
  ];
}

function cut(example: string): string {
  return example.length > LONGEST_EXAMPLE ? `${example.slice(0, LONGEST_EXAMPLE - 1)}…` : example;
}
