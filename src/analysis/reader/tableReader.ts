import { readMetricName } from '../metricNames.js';
import type { LogLine, Split } from '../model.js';
import { type Alignment, alignedCells, alignmentOf } from './alignedRow.js';
import { type Draft, type Pair, positionWord } from './draft.js';
import type { TableFormat } from './formatDraft.js';
import { readNumber } from './readNumber.js';

interface Column {
  readonly name: string;
  readonly is: 'step' | 'epoch' | 'time' | 'metric' | 'fraction' | 'other';
  readonly split?: Split | undefined;
}

/** The id of the format that has these columns; `otherwise` where none is known. */
type FormatOf = (header: readonly string[], otherwise?: string) => TableFormat;

interface Table {
  readonly delimiter: string | undefined;
  readonly columns: readonly Column[];
  readonly format: string;
  readonly alignment?: Alignment | undefined;
}

/** A header stands this near to the top of a file; below, only text tables begin. */
const NEAR_TOP = 5;
const RULE = /^[\s|+\-=─━│┼:]*$/;
const TAIL_BAR = /:?\s+(\d+)%\s*(?:\|[^|]{0,300}\|)?\s*(\d+)\/(\d+)\s*\[/;
const MOST_CELLS = 4000;

/**
 * Tables: a header line, then rows. CSV and TSV at the top of a file; tables of a text log
 * (aligned by spaces or with bars) wherever a line of words that begins with a position is
 * followed by rows of numbers.
 */
export class TableReader {
  #table: Table | undefined;
  #textTable: Table | undefined;
  readonly #formatOf: FormatOf;

  constructor(formatOf: FormatOf) {
    this.#formatOf = formatOf;
  }

  /** A delimited file is being read: no line of it goes anywhere else. */
  get isDelimited(): boolean {
    return this.#table !== undefined;
  }

  get isOpen(): boolean {
    return this.#textTable !== undefined;
  }

  /** A row of the delimited file; 'header' for a line that names columns. */
  delimited(text: string, at: LogLine): Draft | 'header' | undefined {
    if (this.#table === undefined && at.line > NEAR_TOP) return undefined;
    const delimiter = this.#table?.delimiter ?? delimiterOf(text);
    if (delimiter === undefined) return undefined;
    const cells = cellsOf(text, delimiter);
    if (isHeader(cells) && (this.#table === undefined || looksAlike(cells, this.#table))) {
      const columns = columnsOf(cells);
      const format = this.#formatOf(cells);
      if (format.isKnown || isTraining(columns)) {
        this.#table = tableOf(columns, format, delimiter);
        return 'header';
      }
    }
    if (!this.#table || cells.length !== this.#table.columns.length) return undefined;
    return draftOf(this.#table, cells, at);
  }

  /** A row of a table inside a text log; 'header' for the line that names its columns. */
  inText(text: string, at: LogLine): Draft | 'header' | undefined {
    if (this.#textTable) {
      const bar = TAIL_BAR.exec(text);
      const row = rowOf(bar ? text.slice(0, bar.index) : text, this.#textTable);
      if (row) {
        const draft = draftOf(this.#textTable, row, at);
        if (!draft || !bar) return draft;
        return { ...draft, bar: { title: 'table', done: Number(bar[2]), total: Number(bar[3]) } };
      }
    }
    if (text.length > 400 || !/^[\s|]*(?:epoch|step|iter|it\b|e\s|ep\b|#|round)/i.test(text))
      return undefined;
    if (/[=]|:\s|(?:^|\s)[-+]?\d[\d.,]*(?:\s|$)/.test(text)) return undefined;
    const cells = textCells(text);
    if (cells.length < 2 || cells.some((cell) => readNumber(cell) !== undefined)) return undefined;
    const columns = columnsOf(cells);
    if (!columns.slice(0, 2).some(({ is }) => is === 'step' || is === 'epoch')) return undefined;
    if (!columns.some(({ is }) => is === 'metric')) return undefined;
    const table = tableOf(columns, this.#formatOf(cells, 'text-table'));
    this.#textTable = { ...table, alignment: alignmentOf(text, cells) };
    return 'header';
  }
}

function tableOf(
  columns: readonly Column[],
  { id, held, omits }: TableFormat,
  delimiter?: string,
): Table {
  const told = ({ name, is }: Column): Column =>
    omits?.test(name)
      ? { name, is: 'other' }
      : { name, is, split: held?.test(name) ? 'val' : undefined };
  return {
    delimiter,
    format: id,
    columns: columns.map(told),
  };
}

function textCells(text: string): string[] {
  const inner = text.trim().replace(/^\|\s*|\s*\|$/g, '');
  return inner.split(inner.includes('|') ? /\s*\|\s*/ : /\s{2,}|\t/).filter((cell) => cell !== '');
}

/** The cells of a row that fits the table: numbers, clocks, dashes, as many as the header names. */
function rowOf(text: string, { columns, alignment }: Table): readonly string[] | undefined {
  if (text.length > 1000 || RULE.test(text)) return undefined;
  const cells = text
    .trim()
    .replace(/^\|\s*|\s*\|$/g, '')
    .split(/\s*\|\s*|\s+/);
  if (cells[0] === '') return undefined;
  if (
    !cells.every((cell) =>
      /^(?:[-+]?[\d.,]+(?:e[-+]?\d+)?(?:%|[a-zA-Z]{1,3})?|\d+\/\d+|[\d:]+|-|nan|[-+]?inf|none|n\/a|#na#)$/i.test(
        cell,
      ),
    )
  )
    return undefined;
  const extra = cells.length - columns.length;
  // A printed data frame: the index leads, and a cell that is missing reads NaN.
  if (extra === 1 && readNumber(cells[0] ?? '') !== undefined)
    return cells.slice(1).map((cell) => (cell === 'NaN' ? '' : cell));
  if (extra === 0) return cells;
  const aligned = extra < 0 && alignment ? alignedCells(text, alignment) : undefined;
  if (aligned?.[0]) return aligned;
  return extra === -1 && columns[columns.length - 1]?.is !== 'metric' ? cells : undefined;
}

function delimiterOf(text: string): string | undefined {
  const found = ['\t', ',', ';'].find((sign) => text.includes(sign));
  return found !== undefined && text.split(found).length >= 2 ? found : undefined;
}

function cellsOf(text: string, delimiter: string): string[] {
  const plain = text.includes('"') ? quotedCells(text, delimiter) : text.split(delimiter);
  if (plain.length > MOST_CELLS) return [];
  for (let i = 0; i < plain.length; i++) plain[i] = (plain[i] ?? '').trim();
  return plain;
}

function quotedCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  cells.push(cell);
  return cells;
}

/** Names, not numbers and not sentences. */
function isHeader(cells: readonly string[]): boolean {
  return (
    cells.length >= 2 &&
    cells.every(
      (cell) =>
        readNumber(cell) === undefined &&
        cell.length <= 120 &&
        !/[{}=|]|: |^\d[\d.:]*$|[:=]\s*[-+]?\d[\d.+e-]*$|\s\d+$|\d\.\d/.test(cell),
    ) &&
    cells.filter((cell) => cell === '').length <= 1
  );
}

/** The same table's header again (appended runs, a header that grew). */
function looksAlike(cells: readonly string[], table: Table): boolean {
  const known = new Set(table.columns.map(({ name }) => name));
  return cells.filter((cell) => known.has(columnName(cell))).length >= Math.min(2, cells.length);
}

/** Weights & Biases writes "<run> - loss" and its twins "loss__MIN", "loss__MAX"; a comment "%Iter". */
function columnName(cell: string): string {
  const cut = cell.lastIndexOf(' - ');
  return (cut > 0 ? cell.slice(cut + 3) : cell).replace(/^[%#]\s?(?=\p{L})/u, '');
}

/** Of several counters the one that the whole run counts by, the best first. */
const GLOBAL = [/timesteps|env_?steps/i, /global_?step/i, /step/i];

/** The column that places a row, where several count steps. */
function stepColumn(names: readonly string[]): number {
  const counts = (name: string) => {
    const word = positionWord(name);
    return word !== undefined && word !== 'epoch' && readMetricName(name).kind === 'other';
  };
  const found = GLOBAL.map((one) => names.findIndex((name) => counts(name) && one.test(name)));
  return found.find((at) => at >= 0) ?? names.findIndex(counts);
}

function columnsOf(cells: readonly string[]): Column[] {
  const names = cells.map(columnName);
  const step = stepColumn(names);
  let hasEpoch = false;
  return names.map((name, i) => {
    if (/__(?:MIN|MAX)$/.test(name)) return { name, is: 'other' };
    const bare = name.toLowerCase();
    const word = bare === 'e' && i > 0 ? undefined : positionWord(name);
    if (word !== undefined && readMetricName(name).kind === 'other') {
      if (word !== 'epoch') return { name, is: i === step ? 'step' : 'other' };
      const is = hasEpoch ? 'other' : 'epoch';
      hasEpoch = true;
      return { name, is };
    }
    if (/^(?:_?timestamp|wall.?time|date.?time)$/.test(bare)) return { name, is: 'time' };
    // "total" beside losses is their sum, beside counts a count: its rows tell.
    if (bare === 'total') return { name, is: 'fraction' };
    const isOther = name === '' || readMetricName(name).isNoise;
    return { name, is: isOther ? 'other' : 'metric' };
  });
}

/** A known metric over a position, or a loss without one. */
function isTraining(columns: readonly Column[]): boolean {
  const metrics = columns.filter(({ is, name }) => is === 'metric' && readMetricName(name).isKnown);
  const isPlaced = columns.some(({ is }) => is === 'step' || is === 'epoch');
  return metrics.some(({ name }) => isPlaced || readMetricName(name).kind === 'loss');
}

function draftOf(table: Table, cells: readonly string[], at: LogLine): Draft | undefined {
  const pairs: Pair[] = [];
  const place: { step?: number; epoch?: number; time?: number } = {};
  for (let i = 0; i < cells.length; i++) {
    const column = table.columns[i];
    const cell = cells[i] ?? '';
    if (!column || column.is === 'other' || cell === '') continue;
    const value = readNumber(
      column.is === 'epoch' || column.is === 'step'
        ? cell.replace(/\/.*$/, '')
        : cell.replace(/%$/, ''),
    );
    if (value === undefined || (column.is === 'step' && value < 0)) continue;
    const { split } = column;
    if (column.is === 'fraction') {
      if (cell.includes('.')) pairs.push({ name: column.name, value, split });
    } else if (column.is === 'metric') pairs.push({ name: column.name, value, split });
    else if (column.is !== 'time' || value > 1e9) place[column.is] = value;
  }
  if (pairs.length === 0) return undefined;
  const isCounted = !table.columns.some(({ is }) => is === 'step' || is === 'epoch');
  const { step, epoch, time } = place;
  return { step, epoch, time, format: table.format, pairs, isCertain: true, isCounted, at };
}
