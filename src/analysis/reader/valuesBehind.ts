import { readMetricName, splitOfWord } from '../metricNames.js';
import { positionWord } from './draft.js';
import { knownTail, type Token } from './scanNumbers.js';

/** Only a link stands between the two numbers. */
const LINKED = /^\s*[)\]]?\s*(?:is\s*)?[:=,]?\s*$/;
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
    const name = word ? metricBefore(tokens, i - 1) : place.link === '' ? place.name : '';
    const isMetric = readMetricName(name).isKnown && !isBareSplit(name);
    if (name === '' || !isMetric || (word === undefined && value.isWhole)) continue;
    named ??= [...tokens];
    named[i] = { ...value, name, link: ':' };
    if (word === undefined) named[i - 1] = { ...place, name: 'step' };
  }
  return named ?? tokens;
}

/** "[train] iter: 0/18 0.00%" names no value. */
function isBareSplit(name: string): boolean {
  return splitOfWord(name.replace(/[^\p{L}]/gu, '')) !== undefined;
}

/** The words before a position that name a metric; also over two positions ("epoch 1 (step 20): 0.5"). */
function metricBefore(tokens: readonly Token[], i: number): string {
  const [before, place] = [tokens[i - 1], tokens[i]];
  if (!place) return '';
  const words = place.lead.trim().replace(/(?:\bglobal[ _-])?[\p{L}\d_#-]+[\s:=#]*$/u, '');
  const name = knownTail(words.replace(AT, '').trim(), false);
  const isBehindPlace = before?.isWhole && positionWord(before.name) !== undefined;
  return name === '' && isBehindPlace ? metricBefore(tokens, i - 1) : name;
}
