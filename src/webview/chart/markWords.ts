import type { Mark } from '../../protocol.js';
import { say, t } from '../words.js';
import type { PlacedMark } from './placedMarks.js';

/** Sentences that a tooltip has room for. */
const TOLD = 3;

/** A mark in words: what it is, and its numbers and places. */
export function wordsOf({ label, says, more = 0 }: Mark): readonly [what: string, numbers: string] {
  const numbers = [says ? say(says) : '', more > 0 ? t('{0} more beside it.', more) : ''];
  return [say(label), numbers.filter(Boolean).join(' ')];
}

export function sentenceOf(mark: Mark): string {
  return wordsOf(mark).filter(Boolean).join(' ');
}

/** The marks that a placed one stands for, as many as there is room for, and how many are left. */
export function toldOf({ mark, others }: PlacedMark): {
  readonly told: readonly Mark[];
  readonly left: string | undefined;
} {
  const all = [mark, ...others];
  const told = all.slice(0, TOLD);
  const left = all.length - told.length;
  return { told, left: left > 0 ? t('{0} more beside it.', left) : undefined };
}

export function sentencesOf(placed: PlacedMark): readonly string[] {
  const { told, left } = toldOf(placed);
  return [...told.map(sentenceOf), ...(left === undefined ? [] : [left])];
}
