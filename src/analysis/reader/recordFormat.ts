import type { RecordRule } from '../formats/format.js';
import { FORMATS } from '../formats/index.js';
import { splitOfWord } from '../metricNames.js';
import type { LogLine } from '../model.js';
import type { Draft, Position } from './draft.js';
import type { Leaves } from './parseRecord.js';
import { readNumber } from './readNumber.js';
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
  const draft = draftOfRecord(measured(leaves, rule, text), at, rule.id, place, time);
  const split = splitOfWord(said.split ?? '');
  return draft && split ? { ...draft, split } : draft;
}

function numbersOf(said: Readonly<Record<string, string | undefined>>): Position {
  const names = (['epoch', 'epochs', 'step', 'steps'] as const).filter((name) => said[name]);
  return Object.fromEntries(names.map((name) => [name, Number(said[name])]));
}

/** The numbers of the record without what the rule omits, and those of its list. */
function measured(leaves: Leaves, { omits, list }: RecordRule, text: string): Leaves {
  if (!omits && !list) return leaves;
  const kept: Leaves = new Map([...leaves].filter(([name]) => !omits?.test(name)));
  const found = list?.pattern.exec(text)?.groups ?? {};
  for (const [group, name] of Object.entries(list?.values ?? {})) {
    const value = readNumber(found[group] ?? '');
    if (value !== undefined) kept.set(name, value);
  }
  return kept;
}
