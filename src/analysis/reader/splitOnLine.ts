import { splitOfWord } from '../metricNames.js';
import type { Split } from '../model.js';
import { withoutClocks } from './cleanLine.js';

const LEAD = `(?:running|begin(?:ning)?|start(?:ing|ed)?|evaluating|results?|on|the|of|in|for)`;
const TAIL = `(?:set|results?|phase|metrics|stats|epoch|net|error|scores?|performance|summary|report|loop|mode|data(?:set)?|split|step|evaluation)`;
const SECTION = new RegExp(
  String.raw`^[\s\-=>#*[(~+]*(?:${LEAD}\s+){0,3}(\p{L}+)(?:\s+${TAIL}){0,2}[\s\])]*[:.…\-=*~+]*\s*(?:\(#\d+\))?[\s\-=*#]*$`,
  'iu',
);
const FIELD =
  /(?:^|[|[(\s,【])(\p{L}{2,10})(?:\s(?:set|net|output|results?|metrics?|stats|scores?|summary|report|phase))?\s*(?:[|\]):】]|\s-\s|\s#)/giu;
const SAYS_SPLIT = /train|val|test|eval|dev|learn|训练|验证|测试|评估|Saving dict/i;
const EVALUATES = /\b(?:evaluat\w+|validat\w+|testing)\b|Saving dict for global step/i;
/** A heading is short. */
const LONGEST_HEADING = 60;

/** The split that a heading announces ("Validation:", "--- test results ---"). */
export function sectionOf(body: string): Split | undefined {
  if (body.length > LONGEST_HEADING || !SAYS_SPLIT.test(body)) return undefined;
  const word = SECTION.exec(withoutClocks(body))?.[1];
  if (word === undefined) return undefined;
  return splitOfWord(word) ?? (/^(?:valida|evalua)/i.test(word) ? 'val' : undefined);
}

/** A split that stands as a field of its own: "TEST | …", "[valid] …", "Epoch(val) …". */
export function lineSplit(text: string): Split | undefined {
  if (!SAYS_SPLIT.test(text)) return undefined;
  let found: Split | undefined;
  FIELD.lastIndex = 0;
  for (let hit = FIELD.exec(text); hit; hit = FIELD.exec(text)) {
    found ??= splitOfWord(hit[1] ?? '');
    FIELD.lastIndex = Math.max(hit.index + 1, FIELD.lastIndex - 1);
  }
  return found ?? leadSplit(text);
}

/** "Train Epoch: 3", "Eval epoch 10", "Testing net": the first word. */
function leadSplit(text: string): Split | undefined {
  const word = /(\p{L}+)\s+(?:epoch|step|iter|net|loss|num_timesteps)/iu.exec(text)?.[1];
  const split = word === undefined ? undefined : splitOfWord(word);
  return split ?? (EVALUATES.test(text) ? 'val' : undefined);
}

const HEADS =
  /(?:^|[|;,\])}\s])(train(?:ing)?|val(?:id(?:ation)?)?|test(?:ing)?|eval(?:uation)?|dev)(?:\s(?:set|metrics|results))?\s*(?:[:[({|>]\s*[[({]?|\s-\s)\s*(?=["'\p{L}])/giu;

/** Parts of a line with a split each: "train: loss 0.5 acc 0.8 | val: loss 0.6 acc 0.7". */
export interface Part {
  readonly from: number;
  readonly split: Split | undefined;
}

/** Where the parts of a line begin, first to last. */
export function splitParts(text: string): readonly Part[] {
  if (!SAYS_SPLIT.test(text)) return NO_PARTS;
  const parts: Part[] = [];
  HEADS.lastIndex = 0;
  for (let hit = HEADS.exec(text); hit; hit = HEADS.exec(text))
    parts.push({ from: hit.index, split: splitOfWord(hit[1] ?? '') });
  return parts.length > 1 || (parts[0]?.from ?? 0) > 0 ? parts : NO_PARTS;
}

const NO_PARTS: readonly Part[] = [];
