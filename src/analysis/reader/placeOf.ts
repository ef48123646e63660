import { splitOfWord } from '../metricNames.js';
import { type Bar, type Position, positionWord } from './draft.js';
import type { Token } from './scanNumbers.js';

/** Where a line stands, and how it says so. */
export interface Placed {
  readonly position: Position;
  /** The line itself says where it stands. */
  readonly isOwn: boolean;
  /** Only by a number it begins with: "[12] …", "12: …". */
  readonly isLeadInt: boolean;
  /** It counts parts of a step ("micro-step 2/4"): no axis of the run. */
  readonly isPart: boolean;
  /** "Test: [10/48]": a running evaluation. */
  readonly evalBar: Bar | undefined;
}

type Draftable = { -readonly [K in keyof Position]: Position[K] };

const LEAD_INT = /^\s*(?:\[(\d+)\]:?\s|(\d+):\s|(\d+)\s+\p{L}+\s+[-+\d.naife]+\s*$)/iu;
const COUNTER_PAIR = /\[\s*(\d+)\s*\/\s*(\d+)\]\s*\[\s*(\d+)\s*\/\s*(\d+)\]/;
/** "[1,  2000] loss: 2.173": the epoch and the batches in it. */
const LEAD_PAIR = /^\s*\[\s*(\d+)\s*,\s*(\d+)(?:\s*\/\s*(\d+))?\s*\]/;
/** "loss: 2.3  [   64/60000]", "[ 3/100] loss: 2.3". */
const LONE_COUNTER =
  /(?:^\s*|\s)\[\s*(\d+)\s*\/\s*(\d+)\s*\]\s*(?:$|:?\s*\p{L})|^\s*\(?(\d+)\/(\d+)(?:\)|\s*[:|,-])?\s+\p{L}/u;
/** "[500/5000] loss 0.5 | batch 16": where the line counts at its head, a batch is a size. */
const LEADING = /^\s*[[(]\s*\d+\s*\/\s*\d+\s*[\])]\s*\p{L}/u;
const NO_STEP: Position = {
  step: undefined,
  steps: undefined,
  counter: undefined,
  isStepInEpoch: undefined,
};
const PART = /micro/i;

export function placeOf(text: string, tokens: readonly Token[], bar: Bar | undefined): Placed {
  const position: Draftable = {
    epoch: undefined,
    epochs: undefined,
    step: undefined,
    steps: undefined,
    counter: undefined,
    isStepInEpoch: undefined,
  };
  const found = { evalBar: undefined as Bar | undefined, isPart: false };
  let isBehindEpoch = false;
  for (const token of tokens) {
    const isStepHere: boolean = isBehindEpoch && isNamelessStep(token, position);
    if (isStepHere) setStep(position, token, undefined);
    isBehindEpoch = !isStepHere && placeToken(text, token, position, found);
  }
  if (isLoneBatch(position) && LEADING.test(text)) Object.assign(position, NO_STEP);
  if (!bar && !found.evalBar) setCounters(text, position);
  const isOwn = position.epoch !== undefined || position.step !== undefined;
  const lead = isOwn || bar ? null : LEAD_INT.exec(text);
  if (lead) position.step = Number(lead[1] ?? lead[2] ?? lead[3]);
  return { position, isOwn: isOwn || lead !== null, isLeadInt: lead !== null, ...found };
}

/** A batch without an epoch or a total. */
function isLoneBatch({ epoch, step, steps, counter, isStepInEpoch }: Position): boolean {
  const isCounted = step !== undefined && counter !== undefined && isStepInEpoch === true;
  return isCounted && epoch === undefined && steps === undefined;
}

/** Takes a number into the position if it is one; true where it was the epoch. */
function placeToken(
  text: string,
  token: Token,
  position: Draftable,
  found: { evalBar: Bar | undefined; isPart: boolean },
): boolean {
  const { name, value, total, lead, isWhole, hasUnit } = token;
  const word = name === '' ? undefined : wordOf(name);
  if (value < 0 || hasUnit) return false;
  if (word === 'epoch') {
    position.epochs ??= total;
    position.epoch ??= value;
    return isWhole;
  }
  if (!isWhole) return false;
  if (word !== undefined && PART.test(name)) found.isPart = true;
  else if (word !== undefined && position.step === undefined) setStep(position, token, word);
  else if (isStepBehindSplit(text, token)) setStep(position, token, 'batch');
  else if (isEpochBehindSplit(text, token)) {
    position.epoch ??= value;
    return true;
  } else if (total !== undefined && /(?:test|val|valid|eval)\w*:?\s*\[\s*$/i.test(lead))
    found.evalBar = { title: 'eval', done: value, total };
  return false;
}

function setStep(
  position: Draftable,
  { value, total, name }: Token,
  word: ReturnType<typeof positionWord>,
): void {
  position.step = value;
  position.steps = total;
  position.counter = name.toLowerCase();
  if (word !== 'step') position.isStepInEpoch = true;
}

/** "Epoch: [23][4200/10010]", "epoch 002:  190 / 200": the second number has no name. */
function isNamelessStep({ lead, total, isWhole, value }: Token, position: Position): boolean {
  if (!isWhole || value < 0 || position.step !== undefined) return false;
  return !/\p{L}/u.test(lead) && (total !== undefined || /\[\s*$/.test(lead));
}

/** "Train 100: loss: 0.28". */
function isStepBehindSplit(text: string, { name, link, total, start }: Token): boolean {
  if (link !== '' || total !== undefined || splitOfWord(name) === undefined) return false;
  return /^\d+:\s*\p{L}/u.test(text.slice(start, start + 24));
}

/** "Train: 2 [ 399/400 (100%)]". */
function isEpochBehindSplit(text: string, { name, total, start, value }: Token): boolean {
  if (name === '' || total !== undefined || splitOfWord(name) === undefined) return false;
  return /^\s*\[/.test(text.slice(start + String(value).length, start + 20));
}

/** Counters without a word: "[0/300][10/1251]", "[1,  2000] loss", "loss: 2.3  [64/60000]". */
function setCounters(text: string, position: Draftable): void {
  if (position.epoch !== undefined || position.step !== undefined) return;
  const pair = COUNTER_PAIR.exec(text);
  if (pair) {
    const [, epoch, epochs, step, steps] = pair.map(Number);
    Object.assign(position, { epoch, epochs, step, steps, isStepInEpoch: true });
    return;
  }
  const lead = LEAD_PAIR.exec(text);
  if (lead) {
    const [, epoch, step] = lead.map(Number);
    const steps = lead[3] === undefined ? undefined : Number(lead[3]);
    Object.assign(position, { epoch, step, steps, isStepInEpoch: true });
    return;
  }
  const lone = LONE_COUNTER.exec(text);
  if (!lone) return;
  const [done, total] = [Number(lone[1] ?? lone[3]), Number(lone[2] ?? lone[4])];
  if (total > 0 && done <= total)
    Object.assign(position, { step: done, steps: total, isStepInEpoch: true });
}

/** "Epoch(train)" counts epochs, "Iter(train)" steps. */
export function wordOf(name: string): ReturnType<typeof positionWord> {
  const counter = /^(epoch|iter)\s*\(\w+\)$/i.exec(name)?.[1];
  return positionWord(name) ?? (counter === undefined ? undefined : positionWord(counter));
}
