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
export function sayPhrase({ text, args, metric }: Phrase): string {
  const said = text.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole));
  return nameMetric(said, metric);
}

/** "Val loss 12.3 is its best" of perplexities: "Val perplexity 12.3 …"; in each language we speak. */
export function nameMetric(said: string, metric: string | undefined): string {
  if (metric === undefined) return said;
  return said
    .replace(/\b(val|train) loss\b/gi, (_, split: string) => `${split} ${metric}`)
    .replace(/(验证|训练)损失 ?(?=[\p{L}\p{N}−])/gu, (_, split: string) => `${split} ${metric} `)
    .replace(/(验证|训练)损失/g, (_, split: string) => `${split} ${metric}`);
}
