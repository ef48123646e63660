import type { LineRule } from '../formats/format.js';
import { FORMATS } from '../formats/index.js';
import { readMetricName, splitOfWord } from '../metricNames.js';
import type { LogLine } from '../model.js';
import { clockOf } from './cleanLine.js';
import { type Draft, type Pair, type Position, positionWord } from './draft.js';
import { firstSigns } from './firstSigns.js';
import { messageOf } from './linePrefix.js';
import { readNumber } from './readNumber.js';
import { scanNumbers } from './scanNumbers.js';
import { NOTHING, type Understood } from './understood.js';

type Rule = LineRule & { readonly id: string; readonly first: ReadonlySet<string> | undefined };

const RULES: readonly Rule[] = FORMATS.flatMap(({ id, lines = [] }) =>
  lines.map((rule) => ({ id, ...rule, first: firstSigns(rule.pattern) })),
);
/** The rules that a text with this first character may match, in order. */
const byFirst = new Map<string, readonly Rule[]>();
/** More first characters than this are no text of a log. */
const MOST_FIRST = 512;
const PRINTED: ReadonlySet<string> = new Set(['general', ...RULES.map(({ id }) => id)]);
const TABLES = FORMATS.filter(({ columns }) => columns !== undefined);
const SIGNED = FORMATS.flatMap(({ id, signature }) => (signature ? [{ id, signature }] : []));

type Groups = Readonly<Record<string, string | undefined>>;

/** What the first fitting rule of the FORMATS table makes of a cleaned line. */
export function formatDraft(text: string, at: LogLine): Understood | undefined {
  const message = messageOf(text);
  if (message.rank > 0) return undefined;
  for (const rule of rulesFor(message.text.charAt(0))) {
    const hit = rule.pattern.exec(message.text);
    const said = hit ? saidBy(rule, hit.groups ?? {}, at) : undefined;
    if (said) return said;
  }
  return undefined;
}

function rulesFor(sign: string): readonly Rule[] {
  const known = byFirst.get(sign);
  if (known) return known;
  const rules = RULES.filter(({ first }) => first?.has(sign) ?? true);
  if (byFirst.size < MOST_FIRST) byFirst.set(sign, rules);
  return rules;
}

/** Who reads a table, and which of its columns are validation without saying so. */
export interface TableFormat {
  readonly id: string;
  readonly held?: RegExp | undefined;
  readonly omits?: RegExp | undefined;
  /** Its columns are those of a known writer: it is a training, whatever their names. */
  readonly isKnown?: boolean;
}

/** The format of a table, by the columns of its header. */
export function tableFormatOf(header: readonly string[], otherwise = 'csv'): TableFormat {
  const fits = TABLES.find(
    ({ columns = [] }) =>
      columns.length > 0 && columns.every((column) => header.some((cell) => column.test(cell))),
  );
  return fits
    ? { id: fits.id, held: fits.held, omits: fits.omits, isKnown: true }
    : { id: otherwise };
}

/** Lines for people: one name may come at two densities. Tables and records have a place for each. */
export function isPrinted(format: string): boolean {
  return PRINTED.has(format);
}

/** Who prints a line like this one, which the general reader reads; undefined: nobody known. */
export function writerOf(text: string): string | undefined {
  const message = messageOf(text).text;
  return SIGNED.find(({ signature }) => signature.test(message) || signature.test(text))?.id;
}

function saidBy(rule: Rule, groups: Groups, at: LogLine): Understood | undefined {
  if (rule.says === 'nothing') return NOTHING;
  const position = positionOf(groups, rule);
  const split = rule.split ?? splitOfWord(groups.split ?? '');
  if (rule.says === 'position') return { says: 'position', position, split };
  const found = [...valuesOf(groups, rule), ...partsOf(groups, rule)];
  const pairs = rule.isPerEpoch
    ? found.map((pair) => ({ ...pair, name: `${pair.name} (epoch)` }))
    : found;
  if (pairs.length === 0) return undefined;
  const { epoch, epochs, step, steps, isStepInEpoch } = position;
  const format = rule.id;
  const bar = barOf(format, groups);
  const time = clockOf(at.text);
  const isCertain = rule.isDoubtful !== true;
  return {
    says: 'metrics',
    shape: pairs.map(({ name }) => name).join('|'),
    // Field by field: see generalDraft.
    draft: {
      epoch,
      epochs,
      step,
      steps,
      isStepInEpoch,
      format,
      pairs,
      split,
      bar,
      isCertain,
      time,
      at,
    },
  };
}

function positionOf(groups: Groups, { isStepInEpoch }: LineRule): Position {
  const number = (name: string) => {
    const printed = groups[name];
    return printed === undefined ? undefined : Number(printed.replaceAll(',', ''));
  };
  const steps = number('steps');
  return {
    epoch: number('epoch'),
    epochs: number('epochs'),
    step: number('step'),
    steps,
    isStepInEpoch: isStepInEpoch ?? (groups.epoch !== undefined && steps !== undefined),
  };
}

function barOf(title: string, { done, total }: Groups): Draft['bar'] {
  return done === undefined ? undefined : { title, done: Number(done), total: Number(total) };
}

const PARTS = [
  ['pairs', undefined],
  ['train', 'train'],
  ['val', 'val'],
] as const;

function valuesOf(groups: Groups, { values = {} }: LineRule): Pair[] {
  return Object.entries(values).flatMap(([group, name]) => {
    const isPart = PARTS.some(([part]) => part === group);
    const value = isPart ? undefined : readNumber(groups[group] ?? '');
    return value === undefined ? [] : [{ name, value }];
  });
}

function partsOf(groups: Groups, { values = {} }: LineRule): Pair[] {
  return PARTS.flatMap(([part, split]) => {
    const otherwise = values[part] ?? groups.name?.replace(/\s+/g, ' ').replace(/:$/, '') ?? '';
    return pairsOf(groups[part] ?? '', otherwise).map((pair) => ({ ...pair, split }));
  });
}

/** The rule vouches for the line: names that no vocabulary holds count as well. */
function pairsOf(text: string, otherwise: string): Pair[] {
  const tokens = scanNumbers(text);
  const isList = tokens.filter(({ name }) => name === '').length > 1;
  return tokens
    .map(({ name, ...token }, i) => {
      const isNamed = name !== '' || otherwise === '';
      return { ...token, name: isNamed ? name : isList ? `${otherwise}[${i}]` : otherwise };
    })
    .filter(
      ({ name, hasUnit }) =>
        name !== '' && !hasUnit && !positionWord(name) && !readMetricName(name).isNoise,
    )
    .map(({ name, value }) => ({ name, value }));
}
