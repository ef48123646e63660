import type { RecordRule } from '../formats/format.js';
import { FORMATS } from '../formats/index.js';
import { splitOfWord } from '../metricNames.js';
import type { LogLine } from '../model.js';
import type { Draft, Position } from './draft.js';
import type { Leaves } from './parseRecord.js';
import { draftOfRecord } from './recordDraft.js';

const RULES: readonly (RecordRule & { readonly id: string })[] = FORMATS.flatMap(
  ({ id, records = [] }) => records.map((rule) => ({ id, ...rule })),
);

/** A record on a line, and what stood before it. */
export interface RecordLine {
  /** From the opening brace on. */
  readonly text: string;
  readonly leaves: Leaves;
  readonly at: LogLine;
  readonly around: Position;
  readonly time: number | undefined;
}

/** A record as the first fitting rule of the FORMATS table has it; 'dict' where none fits. */
export function formattedRecord({ text, leaves, at, around, time }: RecordLine): Draft | undefined {
  const quote = text.charAt(1) === ' ' ? text.charAt(2) : text.charAt(1);
  const rule = RULES.find(
    (one) => one.quote === quote && (one.keys ?? []).every((key) => key.test(text)),
  );
  if (!rule) return draftOfRecord(leaves, at, 'dict', around, time);
  const said = rule.place?.exec(text)?.groups ?? {};
  const place = { ...around, ...numbersOf(said) };
  const draft = draftOfRecord(without(leaves, rule.omits), at, rule.id, place, time);
  const split = splitOfWord(said.split ?? '');
  return draft && split ? { ...draft, split } : draft;
}

function numbersOf(said: Readonly<Record<string, string | undefined>>): Position {
  const names = (['epoch', 'epochs', 'step', 'steps'] as const).filter((name) => said[name]);
  return Object.fromEntries(names.map((name) => [name, Number(said[name])]));
}

function without(leaves: Leaves, omits: RegExp | undefined): Leaves {
  return omits ? new Map([...leaves].filter(([name]) => !omits.test(name))) : leaves;
}
