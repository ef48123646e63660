import type { LogLine } from '../model.js';
import { clockOf, printed } from '../reader/cleanLine.js';
import type { Draft, Pair, Position } from '../reader/draft.js';
import { readNumber } from '../reader/readNumber.js';
import { type Caught, type LinePattern, PLACES, USER_PATTERN } from './pattern.js';

/** A longer line is no print for people. */
const LONGEST_LINE = 16 * 1024;

/** What a pattern of the user makes of a line. */
export type Patterned =
  | { readonly says: 'metrics'; readonly draft: Draft; readonly shape: string }
  | { readonly says: 'position'; readonly position: Position; readonly split: undefined };

/** What the first pattern that matches reads; undefined where none does, or caught no number. */
export function patternDraft(patterns: readonly LinePattern[], at: LogLine): Patterned | undefined {
  if (at.text.length > LONGEST_LINE) return undefined;
  const text = printed(at.text);
  for (const pattern of patterns) {
    const caught = pattern.match(text);
    const said = caught && readCaught(pattern, caught, at);
    if (said) return said;
  }
  return undefined;
}

/** The numbers that a pattern takes of a line, places and metrics; none where it does not match. */
export function takenBy(pattern: LinePattern, line: string): readonly Pair[] {
  const caught = pattern.match(printed(line));
  return caught ? numbersOf(pattern, caught) : [];
}

function numbersOf({ names }: LinePattern, caught: Caught): readonly Pair[] {
  return names.flatMap((name, i) => {
    const value = name === 'time' ? secondsOf(caught[i]) : numberOf(caught[i]);
    return value === undefined ? [] : [{ name, value }];
  });
}

function readCaught(pattern: LinePattern, caught: Caught, at: LogLine): Patterned | undefined {
  const place: Record<string, number | undefined> = {};
  const pairs: Pair[] = [];
  for (const pair of numbersOf(pattern, caught))
    if (PLACES.has(pair.name)) place[pair.name] = pair.value;
    else pairs.push(pair);
  const { epoch, epochs, step, steps, time = clockOf(at.text) } = place;
  const isStepInEpoch = epoch !== undefined && steps !== undefined;
  const position: Position = { epoch, epochs, step, steps, isStepInEpoch };
  if (pairs.length > 0) {
    const draft: Draft = { ...position, format: USER_PATTERN, pairs, isCertain: true, time, at };
    return { says: 'metrics', draft, shape: `pattern ${pattern.text}` };
  }
  if (epoch === undefined && step === undefined) return undefined;
  return { says: 'position', position, split: undefined };
}

/** A group like `\S+` also takes the sign that ends the number: "0.5," and "97%" are numbers. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return readNumber(text.trim()) ?? readNumber(text.replace(/^[\s([{=:]+|[\s,;:%)\]}]+$/g, ''));
}

/** Seconds since 1970, printed as such or as a date. */
function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : (clockOf(text) ?? numberOf(text));
}
