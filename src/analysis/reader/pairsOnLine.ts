import { readMetricName, splitOfWord } from '../metricNames.js';
import type { Split } from '../model.js';
import type { Pair } from './draft.js';
import { type Placed, wordOf } from './placeOf.js';
import type { Token } from './scanNumbers.js';
import { type Part, splitParts } from './splitOnLine.js';

export const RANK_KEY = /^(?:local_?|global_?)?rank$/i;

/** The numbers of a line that are measurements, with what the line says of the split of each. */
export function pairsOnLine(
  text: string,
  tokens: readonly Token[],
  { isOwn, isLeadInt }: Placed,
): readonly Pair[] {
  const parts = splitParts(text);
  const pairs: Pair[] = [];
  let unknown = 0;
  for (const token of tokens) {
    const { name, value, hasUnit, list } = token;
    if (name === '' || hasUnit || name.length > 60 || wordOf(name)) continue;
    const read = readMetricName(name);
    // "HTTP Error 404" is a code.
    if (token.link === '' && token.isWhole && /\berror$/i.test(name)) continue;
    if (read.isNoise || RANK_KEY.test(name)) continue;
    const isBare = splitOfWord(name) !== undefined;
    if (isBare && token.link === '' && !isLeadInt && !(isOwn && isShare(text, token))) continue;
    if (isBare && token.isWhole) continue;
    if (!read.isKnown) {
      if (!isOwn || !isPlainUnknown(token)) continue;
      unknown++;
    }
    const split = splitAt(parts, token.start);
    if (list === undefined) pairs.push({ name, value, split });
    else if (read.kind === 'lr') pairs.push({ name, value: list[0] ?? value, split });
    else
      list.forEach((one, i) => {
        pairs.push({ name: `${name}[${i}]`, value: one, split });
      });
  }
  const isVouched = unknown < pairs.length || unknown > 1 || saysSplit(pairs[0]) || isLone(text);
  return isVouched ? pairs : [];
}

/** "[epoch 1] loss 1.31 | train 76.8% | test 70.4%". */
function isShare(text: string, { start, isWhole, lead }: Token): boolean {
  return !isWhole && /^\W*[|,;]/.test(lead) && /^\d[\d.]*\s?%/.test(text.slice(start, start + 20));
}

/** "Epoch 3, SAD: 0.123": all that a line says of its epoch. Another one has to vouch for it. */
function isLone(text: string): boolean {
  return /^\W*epoch\W*\d+(?:\s*\/\s*\d+)?[\s,:|\])-]+[\p{L}][^:=]{1,30}[:=]\s*[-\d.e+]+%?\s*$/iu.test(
    text,
  );
}

/** "Train-SmoothL1": a made-up name with a split on it. */
function saysSplit(pair: Pair | undefined): boolean {
  return pair !== undefined && readMetricName(pair.name).split !== undefined;
}

/** A name that no vocabulary holds counts where it is linked to a fraction: counters are whole. */
function isPlainUnknown({ name, link, isWhole, total }: Token): boolean {
  return (
    link !== '' &&
    !isWhole &&
    total === undefined &&
    /^\p{L}[\p{L}\p{N}_./@()'-]*(?: \p{L}[\p{L}\p{N}_./-]*){0,2}$/u.test(name)
  );
}

/** The split of the part of the line that a number stands in. */
function splitAt(parts: readonly Part[], at: number): Split | undefined {
  let split: Split | undefined;
  for (const part of parts) if (part.from < at) split = part.split;
  return split;
}
