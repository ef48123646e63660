import type { LogLine } from '../model.js';
import { isBoxLine } from './boxReader.js';
import { CANDIDATE } from './candidate.js';
import { cleanLine, clockOf } from './cleanLine.js';
import type { Draft, Position } from './draft.js';
import { hasPlace } from './draftFacts.js';
import { formatDraft, tableFormatOf } from './formatDraft.js';
import { generalDraft } from './generalDraft.js';
import { parseRecord } from './parseRecord.js';
import { draftOfRecord } from './recordDraft.js';
import { formattedRecord } from './recordFormat.js';
import { TableReader } from './tableReader.js';
import { BOX, HEADER, NOTHING, REPEATS, type Understood } from './understood.js';

/** A print for people is shorter. */
const LONGEST_TEXT = 16 * 1024;
/** A record of a machine may be longer; beyond this it is a payload. */
const LONGEST_RECORD = 512 * 1024;
/** A header of a delimited file stands this near to its top. */
export const NEAR_TOP = 5;
/** Bytes of a record file or a cut transfer; a print holds tabs, backspaces and escapes at most. */
const NOT_PRINTED = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f\u007f]/;
/** The line that tells of the best round repeats its numbers below. */
const REPEATS_BELOW = /best iteration/i;

/**
 * Reads one line in full. What it says is a function of its text and of the table that is open;
 * only a header opens another one.
 */
export class WholeLine {
  readonly #tables: TableReader;
  readonly #usesFormats: boolean;

  constructor(usesFormats: boolean) {
    this.#usesFormats = usesFormats;
    this.#tables = new TableReader(usesFormats ? tableFormatOf : () => ({ id: 'table' }));
  }

  read(at: LogLine, isTrusted?: (shape: string) => boolean): Understood {
    const { isDelimited } = this.#tables;
    if (isDelimited || at.line <= NEAR_TOP) {
      const row = this.#row(at);
      if (row !== NOTHING || isDelimited) return row;
    }
    return this.#mayMatter(at.text) ? this.#text(at, isTrusted) : NOTHING;
  }

  #row(at: LogLine): Understood {
    const { text } = at;
    if (text.length > LONGEST_RECORD || NOT_PRINTED.test(text)) return NOTHING;
    const row = this.#tables.delimited(text.endsWith('\r') ? text.slice(0, -1) : text, at);
    if (row === undefined) return NOTHING;
    return row === 'header' ? HEADER : { says: 'metrics', draft: row, shape: 'row' };
  }

  /** The cheap first test; rows and boxes hold no words. */
  #mayMatter(text: string): boolean {
    const first = text.charCodeAt(0);
    const isOdd = this.#tables.isOpen || first === 124 || first === 45 || first === 32;
    return isOdd || CANDIDATE.test(text.length > LONGEST_TEXT ? text.slice(0, 2000) : text);
  }

  #text(at: LogLine, isTrusted?: (shape: string) => boolean): Understood {
    const { text } = at;
    if (NOT_PRINTED.test(text)) return NOTHING;
    const brace = text.indexOf('{');
    const record = brace < 0 || text.length > LONGEST_RECORD ? undefined : this.#record(brace, at);
    if (record) return record;
    if (text.length > LONGEST_TEXT) return NOTHING;
    const clean = cleanLine(text);
    if (isBoxLine(clean)) return BOX;
    const row = this.#tables.inText(clean, at);
    if (row === 'header') return HEADER;
    if (row) return { says: 'metrics', draft: row, shape: 'table' };
    if (!CANDIDATE.test(clean)) return NOTHING;
    if (REPEATS_BELOW.test(clean)) return REPEATS;
    return this.#said(clean, at, isTrusted);
  }

  /** A JSON object or a printed dict, alone or behind a prefix ("epoch 1: {…}"). */
  #record(brace: number, at: LogLine): Understood | undefined {
    const { text } = at;
    const quote = text[brace + 1] === ' ' ? text[brace + 2] : text[brace + 1];
    if (quote !== '"' && quote !== "'") return undefined;
    const parsed = parseRecord(text, brace);
    if (!parsed || parsed.leaves.size === 0) return undefined;
    const prefix = cleanLine(text.slice(0, brace));
    if (prefix.length > 200 || /[=(]\s*$/.test(prefix)) return undefined;
    const { leaves } = parsed;
    const [around, time] = [placeBefore(prefix), clockOf(prefix)];
    const draft = this.#usesFormats
      ? formattedRecord({ text: text.slice(brace), leaves, at, around, time })
      : draftOfRecord(leaves, at, 'record', around, time);
    const lead = CANDIDATE.test(prefix) ? this.#said(prefix, at) : undefined;
    const before = lead?.says === 'metrics' ? lead.draft : undefined;
    if (!draft) return before ? lead : NOTHING;
    return {
      says: 'metrics',
      draft: before ? joined(before, draft) : draft,
      shape: `record ${[...leaves.keys()].join('|')}`,
    };
  }

  #said(clean: string, at: LogLine, isTrusted?: (shape: string) => boolean): Understood {
    const formatted = this.#usesFormats ? formatDraft(clean, at) : undefined;
    return formatted ?? generalDraft(clean, at, isTrusted) ?? NOTHING;
  }
}

/** What stands before a record and the record are one point: "Pass 0, Cost 1.8, {'error': 0.4}". */
function joined(before: Draft, record: Draft): Draft {
  const { epoch, epochs, step, steps, counter, isStepInEpoch, split } = before;
  const pairs = [...before.pairs, ...record.pairs];
  const both = { ...record, pairs, split: record.split ?? split, format: before.format };
  if (hasPlace(record) && record.step !== undefined) return both;
  return { ...both, epoch: epoch ?? record.epoch, epochs, step, steps, counter, isStepInEpoch };
}

function placeBefore(prefix: string): Position {
  const hit = /\b(epoch|step|iter(?:ation)?)\D{0,3}(\d+)/i.exec(prefix);
  if (!hit) return {};
  return /^e/i.test(hit[1] ?? '') ? { epoch: Number(hit[2]) } : { step: Number(hit[2]) };
}
