import { readMetricName } from '../metricNames.js';
import type { LogLine, Split } from '../model.js';
import { clockOf, withoutClocks } from './cleanLine.js';
import type { Bar, Draft, Pair, Position } from './draft.js';
import { prefixEnd } from './logPrefix.js';
import { barOf } from './paintedBar.js';
import { pairsOnLine, RANK_KEY } from './pairsOnLine.js';
import { type Placed, placeOf } from './placeOf.js';
import { respell } from './respell.js';
import { scanNumbers, type Token } from './scanNumbers.js';
import { lineSplit, sectionOf } from './splitOnLine.js';
import { nameValuesBehind } from './valuesBehind.js';

const FULL_WORDS = /\p{L}[\p{L}']+/gu;
/** More words than this beside names and numbers make a sentence, not a print. */
const MOST_STRAY = 6;
/** "epochs: 100", "accumulation steps: 4": how many there will be, not where the log is. */
const SETTING = /\b(?:epochs|steps|iterations|iters|batches)\s*[:=]/i;
const PART: Position = { counter: 'part' };
const RANK =
  /^\s*(?:[[(]?(?:rank|gpu|cuda|worker|process|proc|device)\s?[:#]?\s?(\d+)\s*[\])]?\s*[:|,-]?|\[(\d{1,3})\]:|(\d{1,3}):)\s+(?=.*\p{L})/iu;

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
  const message = clean.slice(prefixEnd(clean));
  if (!/\d|nan|inf/i.test(message)) return section(message);
  if (NOT_PRINTED_BY_TRAINING.test(message)) return undefined;
  const parts = barOf(withoutClocks(respell(message)));
  const body = withoutRank(parts.text);
  if (body === undefined) return undefined;
  const tokens = nameValuesBehind(scanNumbers(body));
  if (tokens.some(({ name, value }) => RANK_KEY.test(name) && value > 0)) return undefined;
  const placed = placeOf(body, tokens, parts.bar);
  const pairs = pairsOnLine(body, tokens, placed);
  if (!placed.isOwn && SUMS_UP.test(body)) return undefined;
  if (pairs.length > 0 && (OF_A_CHECKPOINT.test(body) || isSettings(body, pairs))) return undefined;
  if (pairs.length > 0) return metrics(body, at, tokens, pairs, placed, parts.bar, isTrusted);
  if (SETTING.test(body)) return undefined;
  const isHeading = placed.isOwn && !placed.isLeadInt && strayWords(body, tokens) <= MOST_STRAY;
  if (!isHeading) return section(message);
  return { says: 'position', position: placed.position, split: lineSplit(body) };
}

/** Source code, tracebacks, shells, dumps of arguments, the padded table of all metrics at the end. */
const NOT_PRINTED_BY_TRAINING =
  /^\s*(?:File "|Traceback|\w+Error\b|\w+Warning\b|>>>|\$ )|Namespace\(|^\s+(?:eval|train|test|predict)_\w+\s*=\s{2,}\S+$/;
/** What is told of a checkpoint was printed when it was made. */
const OF_A_CHECKPOINT = /^\W*(?:load|resum|restor|sav(?!ing dict)|writ|export|initiali)\w*\b/i;

/** What is said once more when all is over. */
const SUMS_UP = /^\W*(?:final|finished|training (?:complete|finished|done|took))\b/i;

/** "Batch=16 | Workers=10 | LR=5e-05", "Steps: 20000, LR: 3e-4": sizes beside a rate are no point. */
function isSettings(text: string, pairs: readonly Pair[]): boolean {
  if (!pairs.every(({ name }) => readMetricName(name).kind === 'lr')) return false;
  return SETTING.test(text) || /^\W*batch\s*[=:]\s*\d+\s*[|,;]/i.test(text);
}

function section(message: string): General | undefined {
  const split = sectionOf(message);
  return split === undefined ? undefined : { says: 'section', split };
}

/** The line without "[rank0]: "; undefined where a rank but the first speaks: it repeats the first. */
function withoutRank(text: string): string | undefined {
  const rank = RANK.exec(text);
  const rest = rank ? text.slice(rank[0].length) : text;
  if (!rank || !hasPosition(rest)) return text;
  return Number(rank[1] ?? rank[2] ?? rank[3] ?? 0) > 0 ? undefined : rest;
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
  const evalBar = split === 'val' ? (placed.evalBar ?? runningEval(placed.position)) : undefined;
  const place = placed.isPart ? PART : split === 'val' ? ofEval(placed.position) : placed.position;
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
    bar: bar ?? evalBar,
    isCertain,
    time: clockOf(at.text),
    at,
  };
  return { says: 'metrics', draft, shape };
}

/** "Epoch(val) [3][20/98]" counts the batches of the evaluation: they are no axis of the run. */
function ofEval(position: Position): Position {
  const { epoch, epochs, isStepInEpoch } = position;
  return epoch !== undefined && isStepInEpoch ? { epoch, epochs } : position;
}

function runningEval({ epoch, step, steps, isStepInEpoch }: Position): Bar | undefined {
  const isRunning = epoch !== undefined && isStepInEpoch && step !== undefined;
  return isRunning && steps !== undefined ? { title: 'eval', done: step, total: steps } : undefined;
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

/** Words that belong to no name: what makes a line a sentence. */
function strayWords(text: string, tokens: readonly Token[]): number {
  const count = (part: string) => part.match(FULL_WORDS)?.length ?? 0;
  let named = 0;
  for (const { name, link } of tokens) if (link !== '' || name !== '') named += count(name);
  return count(text) - named;
}
