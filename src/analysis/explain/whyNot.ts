import { readMetricName } from '../metricNames.js';
import { cleanLine, withoutClocks } from '../reader/cleanLine.js';
import { positionWord } from '../reader/draft.js';
import { hasPlace } from '../reader/draftFacts.js';
import { formatDraft } from '../reader/formatDraft.js';
import { parseRecord } from '../reader/parseRecord.js';
import { scanNumbers, type Token } from '../reader/scanNumbers.js';
import type { Understood } from '../reader/understood.js';
import type { Reason } from './explanation.js';

/** What is known of a line beside what it says by itself. */
export interface Circumstances {
  /** Its values were printed before at the same position. */
  readonly isRepeated: boolean;
  /** It stands in a delimited table. */
  readonly isInTable: boolean;
}

const NOT_PRINTED = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f\u007f]/;
const LONGEST = 16 * 1024;
const SUMMARY = /["'](?:train_runtime|total_flos|train\/train_runtime)["']/;
const CODE =
  /^\s*(?:File "|Traceback|\w+Error\b|\w+Warning\b|>>>|\$ |@|#include|def |class |import |from \w+ import|return\b|(?:if|for|while)\b.*:$)|Namespace\(|warnings\.warn/;
const BEST = /\b(?:best|lowest|highest|previous|improved?|patience|final)\b|最佳|最优|最好/i;
const BAR = /\d%\s*\||[█━╸]{2}|\[[=>.#-]{5,}\]/;
/** "[rank1] …", "2: …": a process beside the first. */
const RANK = /^\s*(?:\[?rank\s?[1-9]\d{0,3}\]?:?|\[[1-9]\d{0,2}\]:|[1-9]\d{0,2}:)\s+(?=.*\p{L})/iu;
const SETTING = /^\W*[\p{L}_][\p{L}\p{N}_.\- ]{0,40}\s*[:=]\s*\S+\s*,?$/u;
const HOW_MANY = /\b(?:epochs|steps|iterations|iters|batches)\s*[:=]/i;
/** More words than this beside its numbers make a sentence. */
const MANY_WORDS = 6;

/** Why a line gave no reading, from what the reader made of it; undefined: it was not asked. */
export function whyNot(
  text: string,
  said: Understood | undefined,
  { isRepeated, isInTable }: Circumstances,
): Reason {
  if (said === undefined) return 'not-a-log';
  if (said.says === 'metrics') return isRepeated ? 'repeated' : whyHeld(said, text);
  if (said.says === 'repeats') return 'best';
  if (said.says !== 'nothing') return said.says;
  return isInTable ? 'row' : whyNothing(text);
}

function whyHeld({ draft }: Extract<Understood, { says: 'metrics' }>, text: string): Reason {
  if (draft.bar) return 'repaint';
  const clean = cleanLine(text);
  if (!draft.isCertain && strayWords(clean, scanNumbers(clean)) > MANY_WORDS) return 'prose';
  if (draft.pairs.every(({ name }) => readMetricName(name).kind === 'lr')) return 'rates';
  if (!hasPlace(draft) && !draft.isCounted) return 'no-place';
  return draft.isCertain ? 'held' : 'once';
}

function whyNothing(text: string): Reason {
  if (NOT_PRINTED.test(text)) return 'unprintable';
  if (text.length > LONGEST) return 'long';
  if (SUMMARY.test(text)) return 'summary';
  const clean = cleanLine(text);
  if (CODE.test(clean)) return 'code';
  if (formatDraft(clean, { text, line: 1, offset: 0 })?.says === 'nothing') return 'summary';
  const brace = clean.indexOf('{');
  if (brace >= 0 && parseRecord(clean, brace)) return 'no-name';
  return whyUnread(clean);
}

function whyUnread(clean: string): Reason {
  const tokens = scanNumbers(withoutClocks(clean));
  if (RANK.test(clean)) return 'rank';
  if (BAR.test(clean)) return 'bar';
  if (strayWords(clean, tokens) > MANY_WORDS) return 'prose';
  if (BEST.test(clean)) return 'best';
  if (tokens.length === 0) return 'no-number';
  if (HOW_MANY.test(clean)) return 'setting';
  if (tokens.every(isNoise)) return 'noise';
  if (tokens.length === 1 && SETTING.test(clean)) return 'setting';
  const named = tokens.filter(({ name }) => name !== '');
  if (named.length === 0) return 'unnamed';
  return named.some(({ name }) => readMetricName(name).isKnown) ? 'unclear' : 'no-name';
}

/** A clock, a counter, a size, a place: no measure of the training. */
function isNoise({ name, hasUnit }: Token): boolean {
  return (
    hasUnit || (name !== '' && (readMetricName(name).isNoise || positionWord(name) !== undefined))
  );
}

function strayWords(text: string, tokens: readonly Token[]): number {
  const count = (part: string) => part.match(/\p{L}[\p{L}']+/gu)?.length ?? 0;
  return tokens.reduce((words, { name }) => words - count(name), count(text));
}
