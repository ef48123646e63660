import { readMetricName } from '../metricNames.js';
import { positionWord } from './draft.js';
import { knownTail, type Token } from './scanNumbers.js';

/** Only a link stands between the two numbers. */
const LINKED = /^\s*(?:[:=,]|is)?\s*$/;
const AT = /\s*\([^()]*\)|\s+(?:at|after|in|on|for|of|the|end)(?=\s|$)/gi;

/**
 * Numbers whose name stands before the position: "Average loss at step 2000: 5.2" is the loss at
 * step 2000, "Train loss 12 0.53" the loss at step 12.
 */
export function nameValuesBehind(tokens: readonly Token[]): readonly Token[] {
  let named: Token[] | undefined;
  for (let i = 1; i < tokens.length; i++) {
    const [place, value] = [tokens[i - 1], tokens[i]];
    if (!place?.isWhole || !value || value.name !== '' || !LINKED.test(value.lead)) continue;
    const word = positionWord(place.name);
    const name = word ? metricBefore(place.lead) : place.link === '' ? place.name : '';
    if (name === '' || !readMetricName(name).isKnown || (word === undefined && value.isWhole))
      continue;
    named ??= [...tokens];
    named[i] = { ...value, name, link: ':' };
    if (word === undefined) named[i - 1] = { ...place, name: 'step' };
  }
  return named ?? tokens;
}

/** "Average loss at step" without the position: the words at its end that name a metric. */
function metricBefore(lead: string): string {
  const words = lead.trim().replace(/[\p{L}\d_#-]+[\s:=#]*$/u, '');
  return knownTail(words.replace(AT, '').trim(), false);
}
