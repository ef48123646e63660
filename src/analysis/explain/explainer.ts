import { FORMATS } from '../formats/index.js';
import type { LogLine, Phrase, Reading } from '../model.js';
import { USER_PATTERN } from '../pattern/pattern.js';
import { suggestPattern } from '../pattern/suggestPattern.js';
import { phrase } from '../phrase.js';
import type { Draft } from '../reader/draft.js';
import type { LogReader } from '../reader/logReader.js';
import { createReader, type ReaderOptions } from '../reader/readLines.js';
import type { Understood } from '../reader/understood.js';
import type { Explanation, LeftLines, TakenLines } from './explanation.js';
import { exampleOf, holdsNumber, shapeOf } from './lineShape.js';
import type { ReadingListener } from './listener.js';
import { invitesPattern, sayReason } from './reasons.js';
import { whyNot } from './whyNot.js';

/** Shapes kept apart at most: a hostile log has a new one on every line. */
const MOST_SHAPES = 4000;
/** Drafts that may still come out: learning rates that nothing has proven yet. */
const MOST_DRAFTS = 1000;
/** Rows of a box that is not at its end. */
const MOST_ROWS = 400;

/** Lines of one shape that hold numbers. */
interface Group {
  readonly shape: string;
  /** Of them not taken so far. */
  left: number;
  /** The first that was not taken, and what it said. */
  line: LogLine | undefined;
  said: Understood | undefined;
  isInTable: boolean;
  isRepeated: boolean;
  /** Offset of the line taken last: a line may give its readings in parts. */
  taken: number;
}

interface Tally {
  readonly format: string;
  readonly title: Phrase;
  lines: number;
  readings: number;
  readonly at: LogLine;
}

/**
 * Reads a log once more and keeps account: which format read which lines, which lines hold numbers
 * and gave no reading, and why. A reader itself, so that it is fed like one. Memory is that of the
 * shapes of lines, not of the lines.
 */
export class Explainer implements LogReader, ReadingListener {
  readonly #reader: LogReader;
  readonly #groups = new Map<string, Group>();
  readonly #tallies = new Map<string, Tally>();
  readonly #drafts = new Map<number, { readonly draft: Draft; readonly shape: string }>();
  #box: LogLine[] = [];
  #isInTable = false;
  #said: Understood | undefined;
  /** The line that was pushed last: most lines are settled at once. */
  #current: { readonly offset: number; readonly group: Group | undefined } | undefined;
  #lines = 0;
  #numbered = 0;
  #readings = 0;
  #others = 0;

  constructor(options: Omit<ReaderOptions, 'listener'>) {
    this.#reader = createReader({ ...options, listener: this });
  }

  get format(): string {
    return this.#reader.format;
  }

  push({ text, line, offset }: LogLine): readonly Reading[] {
    const at = { text, line, offset };
    this.#lines++;
    this.#said = undefined;
    const readings = this.#reader.push(at);
    if (!this.#isBox) this.#box = [];
    if (holdsNumber(text)) this.#count(at);
    this.#account(readings, at);
    return readings;
  }

  flush(): readonly Reading[] {
    const readings = this.#reader.flush();
    this.#account(readings, undefined);
    return readings;
  }

  saw(line: LogLine, said: Understood): void {
    this.#said = said;
    if (said.says === 'metrics' && said.shape === 'row') this.#isInTable = true;
    if (said.says === 'box' && this.#box.length < MOST_ROWS) this.#box.push(line);
  }

  took(draft: Draft, shape: string): void {
    this.#drafts.set(draft.at.offset, { draft, shape });
    const [oldest] = this.#drafts.keys();
    if (this.#drafts.size > MOST_DRAFTS && oldest !== undefined) this.#drafts.delete(oldest);
  }

  repeated({ at }: Draft): void {
    const group = this.#groups.get(shapeOf(at.text));
    if (group) group.isRepeated = true;
  }

  get explanation(): Explanation {
    const taken = [...this.#tallies.values()].map(takenLines);
    const left = [...this.#groups.values()].flatMap(leftLines);
    return {
      format: this.format,
      lines: this.#lines,
      numbered: this.#numbered,
      readings: this.#readings,
      taken: taken.sort((a, b) => b.lines - a.lines),
      left: left.sort((a, b) => b.lines - a.lines || a.first - b.first),
      others: this.#others,
    };
  }

  get #isBox(): boolean {
    return this.#said?.says === 'box';
  }

  #count(at: LogLine): void {
    this.#numbered++;
    const group = this.#groupOf(at);
    this.#current = { offset: at.offset, group };
    if (!group) {
      this.#others++;
      return;
    }
    group.left++;
    if (group.line) return;
    group.line = at;
    group.said = this.#said;
    group.isInTable = this.#isInTable;
  }

  #groupOf({ text }: LogLine): Group | undefined {
    const shape = shapeOf(text);
    const known = this.#groups.get(shape);
    if (known || this.#groups.size >= MOST_SHAPES) return known;
    const group: Group = {
      shape,
      left: 0,
      line: undefined,
      said: undefined,
      isInTable: false,
      isRepeated: false,
      taken: -1,
    };
    this.#groups.set(shape, group);
    return group;
  }

  /** `at`: the line that was pushed last, for readers that tell nobody what they took. */
  #account(readings: readonly Reading[], at: LogLine | undefined): void {
    this.#readings += readings.length;
    for (const { offset } of readings) {
      const held = this.#drafts.get(offset);
      if (!held && at?.offset !== offset) continue;
      const from = held?.draft ?? { format: this.format, at: at ?? NOWHERE };
      const tally = this.#tallyOf(from, held?.shape ?? '');
      tally.readings++;
      const isBox = this.#box.some((row) => row.offset === offset);
      if (!isBox) this.#settle(from.at, tally);
      else for (const row of this.#box.splice(0)) this.#settle(row, tally);
    }
  }

  /** This line gave its readings after all. */
  #settle(at: LogLine, tally: Tally): void {
    const isCurrent = this.#current?.offset === at.offset;
    const group = isCurrent ? this.#current?.group : this.#groups.get(shapeOf(at.text));
    if (!group || group.taken === at.offset) return;
    group.taken = at.offset;
    group.left--;
    tally.lines++;
    if (group.line?.offset === at.offset) group.line = undefined;
  }

  #tallyOf({ format, at }: Pick<Draft, 'format' | 'at'>, shape: string): Tally {
    const key = format === USER_PATTERN ? shape : format;
    const known = this.#tallies.get(key);
    if (known) return known;
    const tally = { format, title: titleOf(format, shape), lines: 0, readings: 0, at };
    this.#tallies.set(key, tally);
    return tally;
  }
}

const NOWHERE: LogLine = { text: '', line: 0, offset: 0 };

/** Of a document or of records: no line of them is left out, and their format reads all. */
export function explainWhole(format: string, readings: readonly Reading[]): Explanation {
  const records = new Set(readings.map(({ offset }) => offset)).size;
  const [first] = readings;
  const taken = first
    ? [
        {
          format,
          title: titleOf(format, ''),
          lines: records,
          readings: readings.length,
          first: first.line,
          example: exampleOf(`${first.name}: ${first.value}`),
        },
      ]
    : [];
  const counts = { lines: records, numbered: records, readings: readings.length };
  return { format, ...counts, taken, left: [], others: 0 };
}

function titleOf(format: string, shape: string): Phrase {
  if (format === USER_PATTERN)
    return phrase('Your pattern {0}', shape.replace(/^(?:above )?pattern /, ''));
  if (format === 'general') return phrase('The general reader, by structure');
  return { text: '{0}', args: [FORMATS.find(({ id }) => id === format)?.title ?? format] };
}

function takenLines({ format, title, lines, readings, at }: Tally): TakenLines {
  return { format, title, lines, readings, first: at.line, example: exampleOf(at.text) };
}

function leftLines(group: Group): readonly LeftLines[] {
  const { line, said, left, shape } = group;
  if (left <= 0 || !line) return [];
  const reason = whyNot(line.text, said, group);
  return [
    {
      reason,
      why: sayReason(reason),
      shape,
      lines: left,
      first: line.line,
      example: exampleOf(line.text),
      pattern: invitesPattern(reason, left) ? suggestPattern(line.text) : undefined,
    },
  ];
}
