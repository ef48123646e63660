import { readMetricName } from '../metricNames.js';
import { cleanLine, printed } from '../reader/cleanLine.js';
import { positionWord } from '../reader/draft.js';
import { scanNumbers, type Token } from '../reader/scanNumbers.js';
import { isFault, PLACES } from './pattern.js';
import { readPattern } from './readPattern.js';

/** A longer line is cut: nobody edits such a pattern. */
const LONGEST_LINE = 400;
const CLOCK =
  /\d{4}[-/]\d\d[-/]\d\d(?:[T ]+\d\d:\d\d:\d\d(?:[.,]\d+)?)?|\d\d[-/]\d\d[-/]\d{4}|\d+:\d\d(?::\d\d)?(?:[.,]\d+)?(?!\d)|\d+ days?,/g;
const NUMBER =
  /(?<![A-Za-z\p{N}_.@#])[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![\p{N}_])|(?<![\p{L}\p{N}_])[-+]?(?:nan|inf(?:inity)?)(?![\p{L}\p{N}_])/giu;
/** "net.cpp:163": a line of source code. */
const SOURCE_FILE = /\.(?:py|cpp|cc|cu|c|h|hpp|[jt]s|go|rs|java)$/i;
/** The word right before a number: its name, for want of a better one. */
const WORD_BEFORE = /(\p{L}[\p{L}\p{N}_]+)[\s:=]*[([{<"']?\s*$/u;
/** What a bar is filled with changes with every paint. */
const BAR = /(?:[=>]{4,}|[█▏▎▍▌▋▊▉━╸╺─]{2,})[^\d|]*/g;
const CHANGING = new RegExp(`${CLOCK.source}|${BAR.source}`, 'g');

/** A piece of the line: literal text, or a number (or other changing text) and what to call it. */
interface Piece {
  readonly text: string;
  /** Undefined: literal. '*': any text. '_': a number that is not taken. */
  readonly name: string | undefined;
}

/**
 * The short form that reads a line: its numbers named by what stands beside them, as far as that can
 * be guessed, everything before the first and behind the last of them left out. Undefined where no
 * number could be a metric.
 */
export function suggestPattern(line: string): string | undefined {
  const text = printed(line).slice(0, LONGEST_LINE);
  const pieces = trimmed(withMetric(piecesOf(text)));
  const pattern = pieces
    .map((piece, i) => written(piece, pieces[i + 1]))
    .join('')
    .trimStart();
  if (pieces.length === 0) return undefined;
  return isFault(readPattern(pattern)) ? undefined : pattern;
}

function piecesOf(text: string): readonly Piece[] {
  const masked = text.replace(CLOCK, (clock) => ' '.repeat(clock.length));
  const tokens = new Map(scanNumbers(cleanLine(masked)).map((token) => [token.start, token]));
  const namer = new Namer(/\p{L}/u.test(masked.replace(NUMBER, '')));
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: number, index } of masked.matchAll(NUMBER)) {
    const lead = text.slice(from, index);
    if (pieces.length > 0 && lead === '') break;
    pieces.push(...literals(lead));
    from = index + number.length;
    const counted = countedBy(text.slice(from, from + 8));
    pieces.push({ text: number, name: namer.name(number, lead, tokens.get(index), counted) });
  }
  return [...pieces, ...literals(text.slice(from))];
}

/** Literal text, without the clocks and bars in it. */
function literals(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: changing, index } of text.matchAll(CHANGING)) {
    if (index > from) pieces.push({ text: text.slice(from, index), name: undefined });
    pieces.push({ text: changing, name: '*' });
    from = index + changing.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), name: undefined });
  return pieces;
}

/** A pattern without a metric reads nothing: then the last number is one. */
function withMetric(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.some(({ name }) => isTaken(name) && !PLACES.has(name ?? ''))) return pieces;
  const last = pieces.map(({ name }) => name !== undefined && name !== '*').lastIndexOf(true);
  return pieces.map((piece, i) => (i === last ? { ...piece, name: 'value' } : piece));
}

function isTaken(name: string | undefined): boolean {
  return name !== undefined && name !== '*' && name !== '_';
}

/** From the text behind a clock or a bar to the last number that is taken. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex(({ name }) => isTaken(name));
  const last = pieces.map(({ name }) => isTaken(name)).lastIndexOf(true);
  if (first < 0) return [];
  const changing = pieces
    .slice(0, first)
    .map(({ name }) => name === '*')
    .lastIndexOf(true);
  const firm = ({ name, text }: Piece) => isTaken(name) || (name === undefined && /\S/.test(text));
  const begin = pieces.findIndex((piece, i) => i > changing && firm(piece));
  const isBare = pieces
    .slice(begin, last)
    .every(({ name, text }) => name !== undefined || text.trim() === '');
  const behind = pieces[last + 1];
  const tail =
    isBare && behind?.name === undefined ? [behind].filter((one) => one !== undefined) : [];
  return [...pieces.slice(begin, last + 1), ...tail];
}

function written({ text, name }: Piece, next: Piece | undefined): string {
  if (name === undefined) return text.replace(/\s+/g, ' ').replaceAll('\\', '\\\\');
  if (name === '*' || name === '_') return `\\${name}`;
  const isWord = /^\p{L}[\p{L}\p{N}_]+$/u.test(name);
  const isGlued =
    next?.name === undefined && /^(?:[\p{L}\p{N}_]|[/.]\p{L})/u.test(next?.text ?? '');
  return isWord && !isGlued ? `\\${name}` : `\\{${name}}`;
}

/** "第3步", "第2轮": the word that counts stands behind the number. */
function countedBy(behind: string): 'step' | 'epoch' | undefined {
  if (/^\s*(?:步|次迭代|个?批次)/.test(behind)) return 'step';
  return /^\s*(?:轮|个?周期)/.test(behind) ? 'epoch' : undefined;
}

/** Gives the numbers of one line their names, each once. */
class Namer {
  readonly #given = new Set<string>();

  constructor(
    /** Words stand on the line: a number without one is then of no kind in particular. */
    private readonly hasWords: boolean,
  ) {}

  name(
    number: string,
    lead: string,
    token: Token | undefined,
    counted: 'step' | 'epoch' | undefined,
  ): string {
    if (counted) return this.#once(counted) ?? '_';
    if (token === undefined || token.name === '') return this.#unnamed(number, lead, token);
    const word = positionWord(token.name);
    if (word !== undefined) return this.#once(word === 'epoch' ? 'epoch' : 'step') ?? '_';
    const isName = /^\p{L}[\p{L}\p{N}_ ./@()%#-]*$/u.test(token.name);
    if (!isName) return this.#unnamed(number, lead, token);
    if (token.hasUnit || SOURCE_FILE.test(token.name) || readMetricName(token.name).isNoise)
      return '_';
    return this.#numbered(
      token.name
        .trim()
        .replace(/[\s-]+/g, '_')
        .replace(/[{}\\]/g, ''),
    );
  }

  #unnamed(number: string, lead: string, token: Token | undefined): string {
    const isTotal = /^\s*\/\s*$/.test(lead);
    if (isTotal && this.#given.has('step')) return this.#once('steps') ?? '_';
    if (isTotal && this.#given.has('epoch')) return this.#once('epochs') ?? '_';
    if (isTotal || token === undefined || token.hasUnit) return '_';
    const isWhole = /^[-+]?[\d,]+$/.test(number);
    const word = WORD_BEFORE.exec(lead)?.[1];
    const mayCount = word === undefined || !readMetricName(word).isNoise;
    const isFirst = this.#given.size === 0 && mayCount && !number.startsWith('-');
    if (isWhole) return (isFirst ? this.#once('step') : undefined) ?? '_';
    if (word !== undefined && !readMetricName(word).isNoise) return this.#numbered(word);
    return (this.hasWords ? undefined : this.#once('loss')) ?? this.#numbered('value');
  }

  #once(name: string): string | undefined {
    if (this.#given.has(name)) return undefined;
    this.#given.add(name);
    return name;
  }

  #numbered(name: string): string {
    for (let i = 1; ; i++) {
      const free = this.#once(i === 1 ? name : `${name}_${i}`);
      if (free !== undefined) return free;
    }
  }
}
