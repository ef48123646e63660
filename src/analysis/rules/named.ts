import type { Phrase, SeriesInfo } from '../model.js';
import type { Account } from './rule.js';

const WORDS: Readonly<Record<string, string>> = { ppl: 'perplexity', error: 'error', err: 'error' };
/** Names so short are initials: WER, MAE, RMSE. */
const INITIALS = 4;

/** The word for a metric that is judged like a loss and is none: "perplexity", "WER". Undefined: a loss. */
export function wordOf({ kind, metric }: SeriesInfo): string | undefined {
  if (kind !== 'error' || metric === '') return undefined;
  const known = WORDS[metric];
  if (known) return known;
  return metric.length <= INITIALS ? metric.toUpperCase() : metric.replaceAll('_', ' ');
}

/** What is told of a loss, told of this metric. */
export function toldOf(account: Account, metric: string): Account {
  const named = (phrase: Phrase): Phrase => ({ ...phrase, metric });
  return {
    title: named(account.title),
    because: named(account.because),
    evidence: account.evidence.map((row) => ({
      ...row,
      label: named(row.label),
      needed: named(row.needed),
    })),
    isNot: account.isNot.map((one) => ({ ...one, because: named(one.because) })),
    causes: account.causes.map(named),
    advice: account.advice.map((one) => ({ ...one, act: named(one.act) })),
  };
}
