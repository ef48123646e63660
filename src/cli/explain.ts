import { resolve } from 'node:path';
import { type Explanation, explanationText, printableLines, sayPhrase } from '../analysis/index.js';
import { FileExplainer } from '../engine/fileExplainer.js';
import { readFileReadings } from '../engine/sources/readFile.js';
import type { HowToRead } from '../engine/sources/sourceReader.js';
import { jsonLine } from './jsonLine.js';

/** What is read of a file and what is not, and why. Throws what the file system says. */
export function explanationOf(file: string, how: HowToRead, form: 'text' | 'json'): string {
  const explainer = new FileExplainer(resolve(file), how);
  readFileReadings(file, explainer.source, (readings) => explainer.take(readings));
  const { explanation } = explainer;
  if (form === 'json') return explanationJson(file, explanation);
  return `${printableLines(explanationText(file, explanation, sayPhrase).text)}\n`;
}

/** One line of JSON a file; phrases in English. */
function explanationJson(file: string, { taken, left, ...counts }: Explanation): string {
  const plain = {
    file,
    ...counts,
    taken: taken.map((one) => ({ ...one, title: sayPhrase(one.title) })),
    notTaken: left.map((one) => ({ ...one, why: sayPhrase(one.why) })),
  };
  return jsonLine(plain);
}
