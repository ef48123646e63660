import { PAIR_WORDS, type PairReading, pairRows } from '../analysis/index.js';
import type { Say } from './diagnosisText.js';

/** The run as the usual table of train and val reads it, in one line: its own row, without the note. */
export function pairLine(pair: PairReading, say: Say): string {
  const { title, train, val, usually } = PAIR_WORDS;
  const own = pairRows(pair).find(({ isThis }) => isThis);
  if (!own) return '';
  const curves = [
    `${say(train)} ${say(own.train)} ${own.trainChange}`,
    `${say(val)} ${say(own.val)} ${own.valChange}`,
  ];
  return `${say(title)}: ${curves.join(', ')}; ${say(usually)}: ${say(own.says)}`;
}
