import type { LogLine, Reading } from '../model.js';
import { Assembler } from './assembler.js';
import { BoxReader } from './boxReader.js';
import { cleanLine, clockOf } from './cleanLine.js';
import type { Position } from './draft.js';
import { formatDraft, recordFormatOf, tableFormatOf } from './formatDraft.js';
import { CANDIDATE, type General, generalDraft } from './generalDraft.js';
import type { LogReader } from './logReader.js';
import { parseRecord } from './parseRecord.js';
import { draftOfRecord } from './recordDraft.js';
import { TableReader } from './tableReader.js';

/** A print for people is shorter. */
const LONGEST_TEXT = 16 * 1024;
/** A record of a machine may be longer; beyond this it is a payload. */
const LONGEST_RECORD = 512 * 1024;
/** Prose, settings and sources, by their names: what stands in them was not printed by a training. */
const NOT_A_LOG =
  /\.(?:md|rst|ya?ml|toml|ini|cfg|py|ipynb|sh|html?|xml|tex|bib|[jt]sx?|css|c(?:pp|u|c)?|h(?:pp)?)$/i;
/** Bytes of a record file or a cut transfer; a print holds tabs, backspaces and escapes at most. */
const NOT_PRINTED = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f\u007f]/;
const NONE: readonly Reading[] = [];
/** The line that tells of the best round repeats its numbers below. */
const REPEATS_BELOW = /best iteration/i;

/** What a reader is told of its source. */
export interface ReaderOptions {
  /** Name of the file: nothing else is asked of it. */
  readonly name: string;
  /** False: the general reader alone, the FORMATS table is not consulted. */
  readonly usesFormats?: boolean | undefined;
}

/** A reader for one source, from its first line on. */
export function createReader(options: ReaderOptions): LogReader {
  return NOT_A_LOG.test(options.name) ? SILENT : new LineReader(options);
}

const SILENT: LogReader = { format: '', push: () => NONE, flush: () => NONE };

class LineReader implements LogReader {
  readonly #assembler = new Assembler();
  readonly #tables: TableReader;
  readonly #boxes = new BoxReader();
  readonly #usesFormats: boolean;
  #isRepeat = false;

  constructor({ usesFormats = true }: ReaderOptions) {
    this.#usesFormats = usesFormats;
    this.#tables = new TableReader(usesFormats ? tableFormatOf : () => 'table');
  }

  get format(): string {
    return this.#assembler.format;
  }

  push(line: LogLine): readonly Reading[] {
    const { text } = line;
    if (this.#tables.isDelimited || line.line <= 5) {
      if (this.#row(text, line)) return this.#assembler.take();
    }
    const first = text.charCodeAt(0);
    const isOdd = this.#tables.isOpen || first === 124 || first === 45 || first === 32;
    if (!isOdd && !CANDIDATE.test(text.length > LONGEST_TEXT ? text.slice(0, 2000) : text))
      return NONE;
    this.#text(text, line);
    return this.#assembler.take();
  }

  flush(): readonly Reading[] {
    this.#assembler.flush();
    return this.#assembler.take();
  }

  #row(text: string, line: LogLine): boolean {
    if (text.length > LONGEST_RECORD) return true;
    if (NOT_PRINTED.test(text)) return this.#tables.isDelimited;
    const row = this.#tables.delimited(text.endsWith('\r') ? text.slice(0, -1) : text, line);
    if (row === undefined) return this.#tables.isDelimited;
    if (row !== 'header') this.#assembler.add(row, 'row');
    return true;
  }

  #text(text: string, line: LogLine): void {
    if (NOT_PRINTED.test(text)) return;
    const brace = text.indexOf('{');
    if (brace >= 0 && text.length <= LONGEST_RECORD && this.#record(text, brace, line)) return;
    if (text.length > LONGEST_TEXT) return;
    const clean = cleanLine(text);
    if (this.#table(clean, line) || !CANDIDATE.test(clean)) return;
    if (REPEATS_BELOW.test(clean)) {
      this.#isRepeat = true;
      return;
    }
    const said: General | undefined =
      (this.#usesFormats ? formatDraft(clean, line) : undefined) ??
      generalDraft(clean, line, this.#assembler.isTrusted);
    if (said) this.#take(said);
  }

  #take(said: General): void {
    if (said.says === 'position') this.#assembler.position(said.position, said.split);
    else if (said.says === 'section') this.#assembler.section(said.split);
    else if (this.#isRepeat) this.#isRepeat = false;
    else this.#assembler.add(said.draft, said.shape);
  }

  #table(clean: string, line: LogLine): boolean {
    const box = this.#boxes.end(clean);
    if (box) this.#assembler.add(box, 'box');
    if (box || this.#boxes.row(clean, line)) return true;
    const row = this.#tables.inText(clean, line);
    if (row !== undefined && row !== 'header') this.#assembler.add(row, 'table');
    return row !== undefined;
  }

  /** A JSON object or a printed dict, alone or behind a prefix ("epoch 1: {…}"). */
  #record(text: string, brace: number, line: LogLine): boolean {
    const quote = text[brace + 1] === ' ' ? text[brace + 2] : text[brace + 1];
    if (quote !== '"' && quote !== "'") return false;
    const parsed = parseRecord(text, brace);
    if (!parsed || parsed.leaves.size === 0) return false;
    const prefix = cleanLine(text.slice(0, brace));
    if (prefix.length > 200 || /[=(]\s*$/.test(prefix)) return false;
    const draft = draftOfRecord(
      parsed.leaves,
      line,
      this.#usesFormats ? recordFormatOf(text, quote) : 'record',
      placeBefore(prefix),
      clockOf(prefix),
    );
    if (draft) this.#assembler.add(draft, `record ${[...parsed.leaves.keys()].join('|')}`);
    return true;
  }
}

function placeBefore(prefix: string): Position {
  const hit = /\b(epoch|step|iter(?:ation)?)\D{0,3}(\d+)/i.exec(prefix);
  if (!hit) return {};
  return /^e/i.test(hit[1] ?? '') ? { epoch: Number(hit[2]) } : { step: Number(hit[2]) };
}
