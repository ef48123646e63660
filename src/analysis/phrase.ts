import type { Phrase } from './model.js';

/**
 * A sentence for a person: English with {0}, {1}, … and the arguments, formatted already.
 * Hosts translate it (`vscode.l10n`); `sayPhrase` is the English of the command line.
 * Each literal passed here needs its translation in l10n/bundle.l10n.zh-cn.json (a test says so).
 */
export function phrase(text: string, ...args: readonly (string | number)[]): Phrase {
  return { text, args };
}

/** The phrase in English, filled in. */
export function sayPhrase({ text, args }: Phrase): string {
  return text.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole));
}
