import { resolve } from 'node:path';
import { type Explanation, type LeftLines, sayPhrase } from '../analysis/index.js';
import { FileExplainer } from '../engine/fileExplainer.js';
import { readFileReadings } from '../engine/sources/readFile.js';
import type { HowToRead } from '../engine/sources/sourceReader.js';

/** Shapes shown to a person; `--json` has all. */
const SHOWN = 30;

/** What is read of a file and what is not, and why. Throws what the file system says. */
export function explanationOf(file: string, how: HowToRead, form: 'text' | 'json'): string {
  const explanation = explained(file, how);
  return form === 'json' ? explanationJson(file, explanation) : explanationText(file, explanation);
}

function explained(file: string, how: HowToRead): Explanation {
  const explainer = new FileExplainer(resolve(file), how);
  readFileReadings(file, explainer.source, (readings) => explainer.take(readings));
  return explainer.explanation;
}

/** One line of JSON a file; phrases in English. */
function explanationJson(file: string, { taken, left, ...counts }: Explanation): string {
  const plain = {
    file,
    ...counts,
    taken: taken.map((one) => ({ ...one, title: sayPhrase(one.title) })),
    notTaken: left.map((one) => ({ ...one, why: sayPhrase(one.why) })),
  };
  return `${JSON.stringify(plain)}\n`;
}

/** What a person reads. */
function explanationText(file: string, explanation: Explanation): string {
  const { lines, numbered, readings, taken, left, others } = explanation;
  const head = `${file}\n  ${lines} lines, ${numbered} with numbers, ${readings} readings\n`;
  const read = taken.map(
    ({ title, format, lines: count, readings: given, first, example }) =>
      `    ${count} x ${sayPhrase(title)} (${format}), ${given} readings, first in line ${first}\n        ${example}\n`,
  );
  const not = left.slice(0, SHOWN).map(leftText);
  const rest = left.slice(SHOWN).reduce((sum, one) => sum + one.lines, others);
  if (rest > 0) not.push(`    ${rest} x lines of other shapes (see --json)\n`);
  return [head, ...section('read', read), ...section('numbers, but not taken', not), '\n'].join('');
}

function section(title: string, rows: readonly string[]): readonly string[] {
  return rows.length > 0 ? [`\n  ${title}\n`, ...rows] : [];
}

function leftText({ lines, why, first, example, pattern }: LeftLines): string {
  const way = pattern === undefined ? '' : `        pattern: ${pattern}\n`;
  return `    ${lines} x ${sayPhrase(why)} First in line ${first}\n        ${example}\n${way}`;
}
