import { readMetricName, splitOfWord } from '../metricNames.js';
import { positionWord } from './draft.js';
import { readNumber } from './readNumber.js';

/** One number of a line with what stands around it. */
export interface Token {
  /** The name before it; '' where none is. */
  readonly name: string;
  readonly value: number;
  readonly total: number | undefined;
  /** ':' or '=', or '' where only a space (or a bracket) stands between name and number. */
  readonly link: string;
  /** Printed as an integer. */
  readonly isWhole: boolean;
  /** Text between the number before and this one. */
  readonly lead: string;
  /** A unit that is no metric's follows ("12ms", "2.73G", "660 sec"). */
  readonly hasUnit: boolean;
  /** Further numbers of a bracketed list, this one included; undefined where there is no list. */
  readonly list: readonly number[] | undefined;
  /** The number behind a slash, where the name is of two splits ("train/val loss 0.5/0.6"). */
  readonly twin: number | undefined;
  readonly start: number;
}

const NUMBER =
  /[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:[nN]a[nN]|NAN|[iI]nf(?:inity)?|INF)(?![A-Za-z\d_])/g;
/** "0,5123" and "2,31" of a European print; "1,234" is a thousand. */
const DECIMAL_COMMA = /[-+]?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))(?!\d|[,.]\d)/y;
const TOTAL = /\s*\/\s*(\d+)(?![\d.]*[A-Za-z])/y;
const TWIN = /%?\s*[/|,]\s*([-+]?\d[\d.]*(?:e[-+]?\d+)?|nan|inf)/iy;
const PERCENT_BEHIND = /\s*(?:=\s*([\d.]+)|\(\s*([\d.]+)\s*%\s*\))/y;
const UNIT =
  /\s?(?:it\/s|s\/it|s\/iter|its?\/sec|sec(?:ond)?s?|ms|mins?|minutes?|hours?|hrs?|[kKMGT]i?B(?:\/s)?|tok(?:en)?s?\/|img\/|images?\/|samples?\/|words\/|steps?\/|batch(?:es)?\/|examples?\/|FPS|fps|秒|分钟|小时|毫秒|s(?=[\s,;|)\]]|$)|\/s)/y;
/** "step 10k". */
const THOUSANDS = /k(?![\p{L}\p{N}_/])/uy;
/** Units of a metric, endings of ordinals. */
const MEASURE = /(?:st|nd|rd|th|dB|nats?|bits?|pp|pts?|mm|px|bp[cdp]|e?V)(?![A-Za-z\d_])/y;
const STOP =
  /\b(?:best|improv(?:e[ds]?|ing)|patience|previous|lowest|highest|did not|better model)\b|最佳|最优|最好/i;
/** More numbers on one line are a dump. */
const MOST = 64;

/** All numbers of a line with their names, up to a word that turns to records of the past ("best"). */
export function scanNumbers(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  NUMBER.lastIndex = 0;
  for (let hit = NUMBER.exec(text); hit && tokens.length < MOST; hit = NUMBER.exec(text)) {
    const start = hit.index;
    if (isInsideWord(text, start) || beginsName(text, start)) continue;
    const lead = text.slice(from, start);
    if (STOP.test(lead)) break;
    const token = tokenAt(text, from, start, hit[0], lead);
    tokens.push(...twins(token.token));
    from = token.end;
    NUMBER.lastIndex = Math.max(NUMBER.lastIndex, token.end);
  }
  return tokens;
}

/** "Loss (train/val): 0.5/0.6" is two values, each with its own split. */
const TWINS = /(\p{L}+)\s*\/\s*(\p{L}+)/u;

function twins(token: Token): readonly Token[] {
  if (token.twin === undefined) return [token];
  const [whole = '', first = '', second = ''] = TWINS.exec(token.name) ?? [];
  const named = (word: string) => token.name.replace(whole, word);
  return [
    { ...token, name: named(first) },
    { ...token, name: named(second), value: token.twin, lead: '' },
  ];
}

function namesTwins(name: string): boolean {
  if (!name.includes('/')) return false;
  const [, first = '', second = ''] = TWINS.exec(name) ?? [];
  const [one, other] = [splitOfWord(first), splitOfWord(second)];
  return one !== undefined && other !== undefined && one !== other;
}

const DIMENSION = /[1-9][dD][ _](?=\p{L})/uy;

/** "3D loss". */
function beginsName(text: string, start: number): boolean {
  return match(DIMENSION, text, start) !== undefined;
}

const TOP = /\btop[ -]\d{1,3} \p{L}/iu;

/** "mAP50", "Acc@1", "#0", "top-5", "a/5", "1.2.3": digits that are part of a word. */
function isInsideWord(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordCode(before) || before === 46 || before === 35 || before === 64 || before === 47)
    return true;
  // "top 1 acc" is a name.
  if (before === 32 && TOP.test(text.slice(Math.max(0, start - 5), start + 6))) return true;
  // "mAP@.5:.95", "IoU=0.50:0.95": the end of a range.
  if (before === 58 && /[@=][\d.]+:$/.test(text.slice(Math.max(0, start - 12), start))) return true;
  const sign = text[start];
  return (sign === '-' || sign === '+') && isWordCode(before);
}

function isWordCode(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95
  );
}

function tokenAt(
  text: string,
  from: number,
  start: number,
  printed: string,
  lead: string,
): { token: Token; end: number } {
  const { name, link, hasList } = nameBefore(text, from, start);
  const isMeasured = name !== '' && positionWord(name) === undefined;
  const decimal = link === '' ? undefined : match(DECIMAL_COMMA, text, start);
  let end = start + (decimal?.[0] ?? printed).length;
  let value = readNumber(decimal?.[0].replace(',', '.') ?? printed) ?? Number.NaN;
  const thousands = name === '' || isMeasured ? undefined : match(THOUSANDS, text, end);
  if (thousands) {
    end += thousands[0].length;
    value = Math.round(value * 1000);
  }
  const isWhole =
    thousands !== undefined || (decimal === undefined && /^[-+]?[\d,]+$/.test(printed));
  const twin = namesTwins(name) ? match(TWIN, text, end) : undefined;
  if (twin) end += twin[0].length;
  const total = isWhole && !twin ? match(TOTAL, text, end) : undefined;
  if (total) {
    end += total[0].length;
    const behind = match(PERCENT_BEHIND, text, end);
    if (behind && isMeasured) {
      end += behind[0].length;
      value = Number(behind[1] ?? behind[2]);
    }
  }
  const list = hasList ? listAt(text, start) : undefined;
  if (list) end = list.end;
  const next = text.charCodeAt(end);
  const hasUnit =
    (isWordCode(next) && !match(MEASURE, text, end)) ||
    (next === 46 && isWordCode(text.charCodeAt(end + 1))) ||
    (next === 45 && /[A-Za-z]/.test(text[end + 1] ?? '')) ||
    match(UNIT, text, end) !== undefined;
  const isShare = total !== undefined && Number.isInteger(value);
  return {
    token: {
      name,
      link,
      lead,
      isWhole: isWhole && (total === undefined || isShare),
      hasUnit,
      value,
      total: total ? Number(total[1]) : undefined,
      list: list?.values,
      twin: twin && readNumber(twin[1] ?? ''),
      start,
    },
    end,
  };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function listAt(text: string, start: number): { values: number[]; end: number } | undefined {
  const close = text.indexOf(']', start);
  if (close < 0 || close - start > 400) return undefined;
  const cells = text
    .slice(start, close)
    .split(/[,\s]+/)
    .filter((cell) => cell !== '');
  const values = cells.map(readNumber);
  if (values.length < 2 || values.some((value) => value === undefined)) return undefined;
  return { values: values.map((value) => value ?? Number.NaN), end: close + 1 };
}

interface Name {
  readonly name: string;
  readonly link: string;
  readonly hasList: boolean;
}

/** The name that a number at `start` belongs to, not reaching back over `from`. */
function nameBefore(text: string, from: number, start: number): Name {
  let i = back(text, from, start);
  const bracket = text[i - 1];
  const isOpen = i > from && (bracket === '[' || bracket === '(');
  if (isOpen) i = back(text, from, i - 1);
  const link = i > from ? (text[i - 1] ?? '') : '';
  const isLinked = link === ':' || link === '=';
  // "train loss |  2.30": a name and its number, the last of the line, in cells.
  const isCell = link === '|' && !isOpen && FRACTION.test(text.slice(start, start + 24));
  if (isLinked || isCell) i = back(text, from, i - 1);
  const begin = beginOfName(text, from, i);
  const printed = text.slice(begin, i);
  const phrase = padded(text, from, begin) + printed.replace(FILLER, '');
  // "acc is [0.81]".
  const isSaid = !isLinked && isOpen && SAID.test(printed);
  return {
    name: isLinked ? phrase : knownTail(phrase, isOpen && !isSaid),
    link: isLinked ? link : isSaid ? ':' : '',
    hasList: (isLinked || isSaid) && bracket === '[' && isOpen,
  };
}

const SAID = /\b(?:is|are|was)$/i;
/** "the loss is : 0.5", "and the val loss: 0.6". */
const FILLER =
  /^[^\p{L}\p{N}_(]+(?:的)?|^的|^(?:and|with|the|of|,|\s)+ (?=\p{L})|\s*\b(?:is|was|are)$|\s+[-–]+$/giu;

/** A split that was padded to the width of its neighbours: "eval  loss". */
function padded(text: string, from: number, begin: number): string {
  if (text[begin - 1] !== ' ' || text[begin - 2] !== ' ') return '';
  const word = /(?:^|\s)(\p{L}{2,10}) {2,4}$/u.exec(
    text.slice(Math.max(from, begin - 16), begin),
  )?.[1];
  return word !== undefined && splitOfWord(word) !== undefined ? `${word} ` : '';
}

function back(text: string, from: number, at: number): number {
  let i = at;
  while (i > from && text.charCodeAt(i - 1) <= 32) i--;
  return i;
}

const FRACTION = /^[-+]?\d*\.\d+(?:e[-+]?\d+)?\s*$/i;
const DELIMITER = /[,;|\t[\]{}<>":=*•【】]/;

function beginOfName(text: string, from: number, end: number): number {
  let i = end;
  let open = 0;
  while (i > from) {
    const sign = text[i - 1] ?? '';
    if (sign === ')' && text[i] === ' ' && i < end) break;
    if (sign === ')') open++;
    else if (sign === '(') {
      if (open === 0) break;
      open--;
    } else if (open === 0) {
      if (DELIMITER.test(sign)) break;
      if (sign === ' ' && (text[i - 2] === ' ' || (text[i - 2] === '-' && text[i - 3] === ' ')))
        break;
    }
    i--;
  }
  while (i < end && (text.charCodeAt(i) <= 32 || text[i] === '-')) i++;
  return i;
}

const JOINING =
  /^(?:with|has|had|have|got|gets?|at|of|an?|the|and|its|in|on|for|is|was|by|to|from|no|our|current|new|then|now|\W*|.*\d.*)$/i;
const QUALIFIER =
  /^(?:avg|average|mean|total|running|smoothed|final|lm|value|global|overall|epoch|step|per|is)$/i;

/** Of a phrase with nothing but a space before its number: the words at its end that name a metric. */
export function knownTail(phrase: string, isOpen: boolean): string {
  const key = isOpen ? `[${phrase}` : phrase;
  let tail = tails.get(key);
  if (tail === undefined) {
    tail = findTail(phrase, isOpen);
    if (tails.size >= CACHE_SIZE) tails.clear();
    tails.set(key, tail);
  }
  return tail;
}

const tails = new Map<string, string>();
const CACHE_SIZE = 2000;

function findTail(phrase: string, isOpen: boolean): string {
  const words = phrase.split(' ');
  if (positionWord(words[words.length - 1] ?? '')) return phrase;
  if (/^(?:epoch|iter)\(\w+\)$/i.test(phrase)) return phrase;
  if (isOpen) return '';
  if (words[words.length - 1] === 'is') words.pop();
  const last = words[words.length - 1] ?? '';
  let begin = words.length - 1;
  const isNamed = (word: string) => splitOfWord(word) !== undefined || readMetricName(word).isKnown;
  if (!isNamed(last) && !isNamed(words.slice(-2).join(' '))) return '';
  if (!isNamed(last)) begin--;
  // Two words between delimiters are a name ("policy loss"), unless the first only joins.
  if (begin === 1 && words.length === 2 && !JOINING.test(words[0] ?? '')) return words.join(' ');
  while (begin > 0 && (isNamed(words[begin - 1] ?? '') || QUALIFIER.test(words[begin - 1] ?? '')))
    begin--;
  if (
    begin > 0 &&
    isNamed(words.slice(begin - 1, begin + 1).join(' ')) &&
    /^(?:learning|grad)$/i.test(words[begin - 1] ?? '')
  )
    begin--;
  return words.slice(begin).join(' ');
}
