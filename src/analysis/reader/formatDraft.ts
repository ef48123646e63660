import { FORMATS } from '../formats/index.js';
import { readMetricName } from '../metricNames.js';
import type { LogLine, Split } from '../model.js';
import { clockOf } from './cleanLine.js';
import type { Draft, Pair, Position } from './draft.js';
import { readNumber } from './readNumber.js';
import { scanNumbers } from './scanNumbers.js';

const RULES = FORMATS.flatMap(({ id, lines = [] }) => lines.map((rule) => ({ id, ...rule })));
const TABLES = FORMATS.filter(({ columns }) => columns !== undefined);
const DICTS = FORMATS.filter(({ record }) => record !== undefined);

/** What a rule of the FORMATS table makes of a cleaned line. */
export type Formatted =
  | { readonly says: 'metrics'; readonly draft: Draft; readonly shape: string }
  | { readonly says: 'position'; readonly position: Position; readonly split: Split | undefined };

export function formatDraft(text: string, at: LogLine): Formatted | undefined {
  for (const { id, says, pattern, split } of RULES) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const position = positionOf(groups);
    if (says === 'position') return { says, position, split };
    const pairs = [...namedPairs(groups), ...pairsOf(groups.pairs ?? '')];
    if (pairs.length === 0) continue;
    const { done, total } = groups;
    const bar =
      done === undefined ? undefined : { title: id, done: Number(done), total: Number(total) };
    const shape = pairs.map(({ name }) => name).join('|');
    return {
      says,
      shape,
      draft: {
        epoch: position.epoch,
        epochs: position.epochs,
        step: position.step,
        steps: position.steps,
        isStepInEpoch: position.isStepInEpoch,
        format: id,
        pairs,
        split,
        bar,
        isCertain: true,
        time: clockOf(at.text),
        at,
      },
    };
  }
  return undefined;
}

/** The format of a table, by the columns of its header. */
export function tableFormatOf(header: readonly string[]): string {
  const fits = TABLES.find(({ columns = [] }) =>
    columns.every((column) => header.some((cell) => column.test(cell))),
  );
  return fits?.id ?? 'csv';
}

/** The format of a record on a line, by its quotes and keys. */
export function recordFormatOf(text: string, quote: string): string {
  const fits = DICTS.find(
    ({ record }) =>
      record?.quote === quote && (record.keys === undefined || record.keys.test(text)),
  );
  return fits?.id ?? 'dict';
}

function positionOf(groups: Readonly<Record<string, string | undefined>>): Position {
  const number = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]));
  const steps = number('steps');
  return {
    epoch: number('epoch'),
    epochs: number('epochs'),
    step: number('step'),
    steps,
    isStepInEpoch: groups.epoch !== undefined && steps !== undefined,
  };
}

const NAMED = [
  ['loss', 'loss'],
  ['avg', 'avg loss'],
  ['rate', 'lr'],
] as const;

function namedPairs(groups: Readonly<Record<string, string | undefined>>): Pair[] {
  return NAMED.flatMap(([group, name]) => {
    const value = readNumber(groups[group] ?? '');
    return value === undefined ? [] : [{ name, value }];
  });
}

function pairsOf(text: string): Pair[] {
  return scanNumbers(text)
    .filter(({ name, hasUnit }) => name !== '' && !hasUnit && !readMetricName(name).isNoise)
    .map(({ name, value }) => ({ name, value }));
}
