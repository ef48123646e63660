import { readMetricName, splitOfWord } from '../metricNames.js';
import type { LogLine, Split } from '../model.js';
import { clockOf, withoutClocks } from './cleanLine.js';
import type { Bar, Draft, Pair, Position } from './draft.js';
import { type Placed, placeOf, wordOf } from './placeOf.js';
import { scanNumbers, type Token } from './scanNumbers.js';

/**
 * The cheap first test of every line: a word that a metric or a position could hang on. Most lines
 * of most logs end here.
 */
export const CANDIDATE =
  /loss|acc[\w@.]{0,7}\W|epoch|step|iter|rmse|\blr\b|error|learning|batch|\bep\b|Ep\. |score|dice|iou|\bm?ap\d*\b|elbo|ppl|perplexity|nll|cost|reward|return|bleu|rouge| avg,|hella|\brank-?\d|\bf1\b|\b[WC]ER\b|\bit\s|^\s+all\s+\d|(?:train|val|valid|test|learn|eval|dev)\w{0,8}['s]{0,2}\s?[a-z\d]{0,8}\s?[:=\s]\s?[-+\d]|cv_agg|\(A[PR]\) @|^\W*(?:valid|train|test|eval|dev\b)|损失|轮|准确|学习率|精度|迭代|步/i;

const FULL_WORDS = /\p{L}[\p{L}']+/gu;
/** More words than this beside names and numbers make a sentence, not a print. */
const MOST_STRAY = 6;
const TQDM =
  /(\d+)%\|[^|]{0,400}\|\s*([\d.]+)[kMG]?\/([\d.]+)[kMG]?\s*\[[^,\]]{0,60}(?:,\s*[^,\]]{0,30})?/;
const KERAS = /^\s*(\d+)\/(\d+|Unknown)\s+(?:\[[=>.\s]{3,}\]|[━╸╺─ ]{3,}|-\s+[\d.]+m?s\b)/;
const RICH = /━[━╸╺ ]{2,}\s*(\d+)\/(\d+)/;
const SECTION =
  /^[\s\-=>#*[(]*(\p{L}+)(?:\s+(?:set|results?|phase|metrics|stats|epoch|net))?[\s\])]*[:.…\-=*]*\s*(?:\(#\d+\))?[\s\-=]*$/u;
const FIELD =
  /(?:^|[|[(\s,])(\p{L}{2,10})(?:\s(?:set|net|output|results?))?\s*(?:[|\]):]|\s-\s|\s#)/gu;
const GLUED = /\b(?:epoch|batch|iter|step)\d/i;
const CHINESE_EPOCH = /第\s*(\d+)\s*(?:轮|个?\s*epoch|个?周期|代)(?:\s*\/\s*共?\s*(\d+)\s*轮?)?/i;
const CHINESE_STEP = /第\s*(\d+)\s*(?:步|次迭代|个?批次|个?batch)(?:\s*\/\s*共?\s*(\d+)\s*步?)?/i;
/** "epochs: 100", "accumulation steps: 4": how many there will be, not where the log is. */
const SETTING = /\b(?:epochs|steps|iterations|iters|batches)\s*[:=]/i;
const PART: Position = { counter: 'part' };
const RANK = /^\s*(?:\[?rank\s?(\d+)\]?:?|\[(\d{1,3})\]:|(\d{1,3}):)\s+(?=.*\p{L})/iu;
const RANK_KEY = /^(?:local_?|global_?)?rank$/i;

/** What the general reader makes of a line: measurements, a heading that places the next ones, nothing. */
export type General =
  | { readonly says: 'metrics'; readonly draft: Draft; readonly shape: string }
  | { readonly says: 'position'; readonly position: Position; readonly split: Split | undefined }
  | { readonly says: 'section'; readonly split: Split };

/** Reads a cleaned line by its structure alone. */
export function generalDraft(
  clean: string,
  at: LogLine,
  isTrusted: (shape: string) => boolean = () => false,
): General | undefined {
  if (!/\d|nan|inf/i.test(clean)) return section(clean);
  if (/^\s*(?:File "|Traceback|\w+Error\b|\w+Warning\b|Namespace\(|>>>|\$ )/.test(clean))
    return undefined;
  if (clean.includes('Namespace(')) return undefined;
  const parts = barOf(withoutClocks(spelled(clean)));
  const rank = RANK.exec(parts.text);
  const rankNumber = Number(rank?.[1] ?? rank?.[2] ?? rank?.[3] ?? 0);
  const body =
    rank && hasPosition(parts.text.slice(rank[0].length))
      ? parts.text.slice(rank[0].length)
      : parts.text;
  if (body !== parts.text && rankNumber > 0) return undefined;
  const tokens = scanNumbers(body);
  if (tokens.some(({ name, value }) => RANK_KEY.test(name) && value > 0)) return undefined;
  const placed = placeOf(body, tokens, parts.bar);
  const pairs = pairsOf(tokens, placed.isOwn, placed.isLeadInt);
  if (pairs.length > 0) return metrics(body, at, tokens, pairs, placed, parts.bar, isTrusted);
  const strays = () => strayWords(body, tokens);
  if (SETTING.test(body)) return undefined;
  if (!placed.isOwn || placed.isLeadInt || strays() > MOST_STRAY) return section(clean);
  const split = lineSplit(body);
  return { says: 'position', position: placed.position, split };
}

/** The one thing that scanning would cost most of the time to find out: a position by its word. */
function hasPosition(text: string): boolean {
  return /epoch|step|iter|batch/i.test(text);
}

function metrics(
  text: string,
  at: LogLine,
  tokens: readonly Token[],
  pairs: readonly Pair[],
  placed: Placed,
  bar: Bar | undefined,
  isTrusted: (shape: string) => boolean,
): General {
  const shape = placed.isLeadInt ? '#' : pairs.map(({ name }) => name).join('|');
  const isCertain = isTrusted(shape) || isPlain(text, tokens, pairs, placed);
  const split = lineSplit(text.slice(0, firstMetric(tokens, pairs)));
  const evalBar = split === 'val' && placed.evalBar;
  const place: Position = placed.isPart ? PART : placed.position;
  // Field by field: spreading objects of many shapes took a third of the reader's time.
  const draft: Draft = {
    epoch: place.epoch,
    epochs: place.epochs,
    step: place.step,
    steps: place.steps,
    counter: place.counter,
    isStepInEpoch: place.isStepInEpoch,
    isCounted: placed.isPart || undefined,
    format: 'general',
    pairs,
    split,
    bar: bar ?? (evalBar || undefined),
    isCertain,
    time: clockOf(at.text),
    at,
  };
  return { says: 'metrics', draft, shape };
}

/** Few words beside the names and numbers, one of which is known: trusted on sight. */
function isPlain(
  text: string,
  tokens: readonly Token[],
  pairs: readonly Pair[],
  { isLeadInt, isOwn }: Placed,
): boolean {
  if (isLeadInt || !pairs.some(({ name }) => readMetricName(name).isKnown)) return false;
  return strayWords(text, tokens) <= (isOwn ? MOST_STRAY : 2);
}

function firstMetric(tokens: readonly Token[], pairs: readonly Pair[]): number {
  const name = pairs[0]?.name.replace(/\[0\]$/, '');
  const token = tokens.find((one) => one.name === name);
  return token ? token.start - token.name.length - 1 : 0;
}

/** "epoch0; batch12" and "第3轮/共10轮" as "epoch 0", "epoch 3/10". */
function spelled(line: string): string {
  const text = GLUED.test(line)
    ? line.replace(/\b(epoch|batch|iter|step)(\d+)(?![\w.])/gi, '$1 $2')
    : line;
  if (!text.includes('第')) return text;
  const says = (word: string) => (_: string, n: string, total?: string) =>
    total === undefined ? ` ${word} ${n} ` : ` ${word} ${n}/${total} `;
  return text.replace(CHINESE_EPOCH, says('epoch')).replace(CHINESE_STEP, says('step'));
}

/** The progress bar of a line, and the line without it. */
function barOf(text: string): { readonly text: string; readonly bar: Bar | undefined } {
  if (text.includes('%|')) {
    const tqdm = TQDM.exec(text);
    if (!tqdm) return { text, bar: undefined };
    const title = text.slice(0, tqdm.index).trim();
    const rest = text.slice(tqdm.index + tqdm[0].length);
    return {
      text: `${title} | ${rest}`,
      bar: { title, done: Number(tqdm[2]), total: Number(tqdm[3]) },
    };
  }
  const keras = KERAS.exec(text);
  if (keras) {
    const rest = text.slice(keras[0].length);
    return { text: rest, bar: { title: 'keras', done: Number(keras[1]), total: Number(keras[2]) } };
  }
  const rich = text.includes('━') ? RICH.exec(text) : null;
  if (!rich) return { text, bar: undefined };
  const title = text.slice(0, rich.index).trim();
  const rest = text.slice(rich.index + rich[0].length);
  return {
    text: `${title} | ${rest}`,
    bar: { title, done: Number(rich[1]), total: Number(rich[2]) },
  };
}

function pairsOf(tokens: readonly Token[], isOwn: boolean, isLeadInt: boolean): Pair[] {
  const pairs: Pair[] = [];
  let unknown = 0;
  for (const token of tokens) {
    const { name, value, hasUnit, list } = token;
    if (name === '' || hasUnit || name.length > 60 || wordOf(name)) continue;
    const read = readMetricName(name);
    if (read.isNoise || RANK_KEY.test(name)) continue;
    const isBare = splitOfWord(name) !== undefined;
    if (isBare && token.link === '' && !isLeadInt) continue;
    if (isBare && token.isWhole) continue;
    if (!read.isKnown) {
      if (!isOwn || !isPlainUnknown(token)) continue;
      unknown++;
    }
    if (list === undefined) pairs.push({ name, value });
    else if (read.kind === 'lr') pairs.push({ name, value: list[0] ?? value });
    else
      list.forEach((one, i) => {
        pairs.push({ name: `${name}[${i}]`, value: one });
      });
  }
  const isVouched = unknown < pairs.length || unknown > 1 || saysSplit(pairs[0]);
  return isVouched ? pairs : [];
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

/** Words that belong to no name: what makes a line a sentence. */
function strayWords(text: string, tokens: readonly Token[]): number {
  const count = (part: string) => part.match(FULL_WORDS)?.length ?? 0;
  let named = 0;
  for (const { name, link } of tokens) if (link !== '' || name !== '') named += count(name);
  return count(text) - named;
}

function section(clean: string): General | undefined {
  if (clean.length > 60) return undefined;
  const word = SECTION.exec(withoutClocks(clean).replace(/^.*(?:INFO|DEBUG)\W*/, ''))?.[1];
  const split =
    word === undefined
      ? undefined
      : (splitOfWord(word) ?? splitOfWord(word.replace(/^valida.*$/i, 'val')));
  return split === undefined ? undefined : { says: 'section', split };
}

/** A split that stands as a field of its own: "TEST | …", "[valid] …", "Epoch(val) …". */
function lineSplit(text: string): Split | undefined {
  if (!SAYS_SPLIT.test(text)) return undefined;
  let found: Split | undefined;
  FIELD.lastIndex = 0;
  for (let hit = FIELD.exec(text); hit; hit = FIELD.exec(text)) {
    found ??= splitOfWord(hit[1] ?? '');
    FIELD.lastIndex = Math.max(hit.index + 1, FIELD.lastIndex - 1);
  }
  return found ?? leadSplit(text);
}

const SAYS_SPLIT = /train|val|test|eval|dev|learn|训练|验证|测试|评估|Saving dict/i;
const EVALUATES = /\b(?:evaluat\w+|validat\w+|testing)\b|Saving dict for global step/i;

/** "Train Epoch: 3", "Eval epoch 10", "Testing net": the first word. */
function leadSplit(text: string): Split | undefined {
  const word = /(\p{L}+)\s+(?:epoch|step|iter|net|loss)/iu.exec(text)?.[1];
  const split = word === undefined ? undefined : splitOfWord(word);
  return split ?? (EVALUATES.test(text) ? 'val' : undefined);
}
