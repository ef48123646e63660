import { FORMATS } from '../formats/index.js';
import type { Reading } from '../model.js';
import { Assembler } from './assembler.js';
import { parseRecord } from './parseRecord.js';
import { draftOfRecord } from './recordDraft.js';

const DOCUMENTS = FORMATS.filter(({ document }) => document !== undefined);

/**
 * Whether a file is one JSON document, to be read whole and again when rewritten, by its name and
 * its first characters (some hundreds are enough). JSON lines are not: they are read line by line.
 */
export function isDocument(name: string, head: string): boolean {
  return documentFormat(name, head) !== undefined;
}

function documentFormat(name: string, head: string): string | undefined {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const isJson = /^\s*[[{]/.test(head);
  return DOCUMENTS.find(
    ({ document }) =>
      isJson && document && ((document.name?.test(base) ?? false) || document.head.test(head)),
  )?.id;
}

/**
 * The readings of a whole document: each record of the list of records in it. `line` and `offset`
 * are those of the record's first character, the offset in UTF-16 units of the text. Undefined where
 * the text is no document of a training (also while its writer is in the middle of it).
 */
export function readDocument(
  name: string,
  text: string,
  usesFormats = true,
): readonly Reading[] | undefined {
  const format = usesFormats ? formatOf(name, text) : 'json';
  if (format === undefined || !isWhole(text)) return undefined;
  const assembler = new Assembler();
  const places = recordPlaces(text);
  let line = 1;
  let from = 0;
  for (const offset of places) {
    line += newlines(text, from, offset);
    from = offset;
    const parsed = parseRecord(text, offset);
    const draft = parsed && draftOfRecord(parsed.leaves, { text: '', line, offset }, format);
    if (draft) assembler.add(draft, `record ${[...(parsed?.leaves.keys() ?? [])].join('|')}`);
  }
  assembler.flush();
  const readings = assembler.take();
  return readings.length > 0 ? readings : undefined;
}

function formatOf(name: string, text: string): string | undefined {
  const named = documentFormat(name, text.slice(0, 4096));
  return named ?? (/"log_history"/.test(text) ? 'hf-trainer-state' : undefined);
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // NaN and Infinity are no JSON, but Python writes them.
    return /[\]}]\s*$/.test(text) && /\b(?:NaN|Infinity)\b/.test(text);
  }
}

/** Where records begin: the objects of the first list of objects. */
function recordPlaces(text: string): number[] {
  const log = text.indexOf('"log_history"');
  const places: number[] = [];
  let depth = 0;
  let isQuoted = false;
  for (let i = text.indexOf('[', Math.max(log, 0)); i >= 0 && i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (isQuoted) {
      if (sign === 92) i++;
      else if (sign === 34) isQuoted = false;
    } else if (sign === 34) isQuoted = true;
    else if (sign === 123 || sign === 91) {
      if (sign === 123 && depth === 1) places.push(i);
      depth++;
    } else if ((sign === 125 || sign === 93) && --depth === 0) break;
  }
  return places;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
