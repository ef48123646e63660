import { nameMetric, type Phrase } from '../analysis/index.js';
import type { Translations } from '../protocol.js';

/** The language of the page: set once by `hello`, before anything is drawn. */
let known: Translations = {};

export function learnWords(translations: Translations): void {
  known = translations;
}

/** English text with {0}, {1}, … in the user's language, filled in. */
export function t(text: string, ...args: readonly (string | number)[]): string {
  const said = Object.hasOwn(known, text) ? (known[text] ?? text) : text;
  return said.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole));
}

export function say({ text, args, metric }: Phrase): string {
  return nameMetric(t(text, ...args), metric);
}
