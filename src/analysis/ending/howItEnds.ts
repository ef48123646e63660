import { phrase } from '../phrase.js';
import { ACCOUNTS } from './accounts.js';
import { closingWords } from './closingWords.js';
import { ANY_EXCEPTION, type CrashSign, crashSign, exceptionSign } from './crashSigns.js';
import type { Ending } from './ending.js';
import { cleanEnd, isEpilogue, isGoingOn, isOutlived, withoutPrefix } from './lastLines.js';
import { isHarmless, tracebackAt } from './traceback.js';

/** One of the last lines of a log. */
export interface LastLine {
  readonly text: string;
  /** From 1. Repaints share it. */
  readonly line: number;
}

/** Lines behind the sign of a crash that a launcher or a script may still print. More: it went on. */
const STRANGE_AT_MOST = 20;
/** Lines before the last reading in which a writer may have closed: a test at the end comes after. */
const CLOSED_BEFORE = 12;

interface Crash {
  readonly sign: CrashSign;
  /** The line that says it, and the last that belongs to it. */
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

interface Closing {
  readonly at: number;
  readonly isOwn: boolean;
}

/**
 * How a log ends, from its last lines and the line of its last reading; undefined where they say nothing:
 * it may go on. An exception after which readings came is none. Asked when the log is quiet, so it
 * costs no line of the reading itself.
 */
export function howItEnds(lines: readonly LastLine[], lastReading: number): Ending | undefined {
  const texts = lines.map(({ text }) => cleanEnd(text));
  const from = lines.findIndex(({ line }) => line >= lastReading);
  const crash = from < 0 ? undefined : gravest(crashesIn(texts, from), texts);
  const closing = lastClosing(lines, texts, lastReading - CLOSED_BEFORE);
  const isCaught = closing?.isOwn && crash && closing.at > crash.end;
  if (crash && !isCaught) return crashed(crash, lines[crash.at]?.line);
  return closing && finished(texts[closing.at] ?? '', lines[closing.at]?.line);
}

/** All signs, in order. The exception of a traceback is one; the lines of the traceback are none. */
function crashesIn(texts: readonly string[], from: number): Crash[] {
  const crashes: Crash[] = [];
  for (let at = from; at < texts.length; at++) {
    const trace = tracebackAt(texts, at);
    const text = trace?.exception ?? withoutPrefix(texts[at] ?? '');
    if (trace) {
      const isNone = isHarmless(texts[at - 1] ?? '') || isHarmless(texts[at] ?? '');
      const sign = trace.exception === undefined ? ANY_EXCEPTION : exceptionSign(text);
      const isShown = trace.exception !== undefined;
      if (sign && !isNone) crashes.push({ sign, at: isShown ? trace.at : at, end: trace.at, text });
      at = trace.at;
      continue;
    }
    const sign = isOutlived(texts[at] ?? '') ? undefined : crashSign(text);
    if (sign) crashes.push({ sign, at, end: at, text });
  }
  return crashes;
}

/** Of the signs at the very end the one that says most; of equals the last. */
function gravest(crashes: readonly Crash[], texts: readonly string[]): Crash | undefined {
  let best: Crash | undefined;
  let next = texts.length;
  for (const crash of [...crashes].reverse()) {
    if (!areEpilogue(texts.slice(crash.end + 1, next))) break;
    if (!best || crash.sign.weight > best.sign.weight) best = crash;
    next = crash.at;
  }
  return best;
}

function areEpilogue(texts: readonly string[]): boolean {
  if (texts.some(isGoingOn)) return false;
  return texts.filter((text) => !isEpilogue(text)).length <= STRANGE_AT_MOST;
}

function lastClosing(
  lines: readonly LastLine[],
  texts: readonly string[],
  fromLine: number,
): Closing | undefined {
  for (let at = lines.length - 1; at >= 0 && (lines[at]?.line ?? 0) >= fromLine; at--) {
    const words = closingWords(withoutPrefix(texts[at] ?? ''));
    if (words) return { at, isOwn: words.isOwn };
  }
  return undefined;
}

function crashed({ sign, text }: Crash, line: number | undefined): Ending {
  const { severity, title, advice } = ACCOUNTS[sign.cause];
  const because = phrase('Line {0} of the log says: {1}', line ?? 0, shortened(text));
  return { how: 'crashed', cause: sign.cause, severity, title, because, advice, line };
}

function finished(text: string, line: number | undefined): Ending {
  return {
    how: 'finished',
    severity: 'info',
    title: phrase('The training has finished.'),
    because: phrase('Line {0} of the log says: {1}', line ?? 0, shortened(text)),
    advice: [],
    line,
  };
}

/** The last epoch or step of a known total was reached, and no line came since. */
export function endedAtTotal(unit: 'epoch' | 'step', total: number): Ending {
  const because =
    unit === 'epoch'
      ? phrase('The last of {0} epochs was reached.', total)
      : phrase('The last of {0} steps was reached.', total);
  const title = phrase('The training has finished.');
  return { how: 'finished', severity: 'info', title, because, advice: [] };
}

/** Characters of a line that a sentence takes, and that its first sentences have at least. */
const LONGEST = 140;
const SHORTEST = 30;

/** A long line by its first sentences where it has some: the rest is for who opens the log. */
function shortened(text: string): string {
  const plain = text.trim();
  if (plain.length <= LONGEST) return plain;
  const cut = plain.slice(0, LONGEST - 2);
  const ends = [...cut.matchAll(/[.!?](?=\s)|[。！？]/g)].map(({ index }) => index + 1);
  const end = ends.at(-1) ?? 0;
  return end >= SHORTEST ? `${plain.slice(0, end)} …` : `${cut}…`;
}
