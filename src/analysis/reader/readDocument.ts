import { FORMATS } from '../formats/index.js';
import { readMetricName } from '../metricNames.js';
import type { Reading, Split } from '../model.js';
import { columnReadings } from '../records/columnReadings.js';
import { exportReadings } from '../records/scalarExport.js';
import { type DocumentParts, type RecordList, scanDocument } from '../records/scanDocument.js';
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

/** What a text that may be a document turned out to be. */
export interface ReadDocument {
  readonly state: DocumentParts['state'];
  readonly format: string;
  readonly readings: readonly Reading[];
}

/**
 * The readings of a whole document: each record of its lists of records, or else the lists of numbers
 * that it keeps by name. `line` and `offset` are those of the record's first character, the offset in
 * UTF-16 units of the text. None where the text is no document of a training, or is not whole, unless
 * it ends there (`isEnd`): then its whole records.
 */
export function readDocument(
  name: string,
  text: string,
  { usesFormats = true, isEnd = false }: { usesFormats?: boolean; isEnd?: boolean } = {},
): ReadDocument {
  const { state, records, columns } = scanDocument(text);
  const format = (usesFormats ? formatOf(name, text, records) : undefined) ?? 'json';
  const isReadable = state === 'whole' || (isEnd && state === 'cut');
  if (!isReadable) return { state, format, readings: [] };
  const lineOf = lineCounter(text);
  const listed = readRecords(text, records, format, lineOf);
  const exported = listed.length > 0 ? listed : exportReadings(name, columns, lineOf);
  const readings = exported.length > 0 ? exported : columnReadings(columns, lineOf);
  return { state, format, readings };
}

function formatOf(name: string, text: string, records: readonly RecordList[]): string | undefined {
  if (records.some(isLogHistory)) return 'hf-trainer-state';
  return documentFormat(name, text.slice(0, 4096));
}

const isLogHistory = ({ path }: RecordList) => path.at(-1) === 'log_history';

/** The outermost lists that say something; those inside a list that was read are parts of its records. */
function readRecords(
  text: string,
  lists: readonly RecordList[],
  format: string,
  lineOf: (place: number) => number,
): readonly Reading[] {
  const history = lists.filter(isLogHistory);
  const wanted = [...(history.length > 0 ? history : lists)].sort((a, b) => a.from - b.from);
  const readings: Reading[] = [];
  let read = 0;
  let runs = 0;
  for (const list of wanted) {
    if (list.from < read) continue;
    const split = splitOf(list.path);
    const some = readList(text, list, format, split, lineOf);
    if (some.length === 0) continue;
    read = list.to;
    // Lists of two splits are one training, other lists are one each.
    const first = split === undefined ? runs : 0;
    for (const one of some) readings.push({ ...one, run: one.run + first });
    runs = Math.max(runs, ...some.map(({ run }) => run + first + 1));
  }
  return readings;
}

function readList(
  text: string,
  { places, counts }: RecordList,
  format: string,
  split: Split | undefined,
  lineOf: (place: number) => number,
): readonly Reading[] {
  const assembler = new Assembler();
  for (const [index, offset] of places.entries()) {
    const parsed = parseRecord(text, offset);
    if (!parsed) continue;
    const at = { text: '', line: lineOf(offset), offset };
    const draft = draftOfRecord(parsed.leaves, at, format, { epoch: counts[index] });
    const shape = `record ${[...parsed.leaves.keys()].join('|')}`;
    if (draft) assembler.add(split === undefined ? draft : { ...draft, split }, shape);
  }
  assembler.flush();
  return assembler.take();
}

function splitOf(path: readonly string[]): Split | undefined {
  return readMetricName(path.at(-1) ?? '').split;
}

/** Tells the line of a place, from 1; it walks on from the place asked for last. */
function lineCounter(text: string): (place: number) => number {
  let [line, from] = [1, 0];
  return (place) => {
    if (place < from) [line, from] = [1, 0];
    for (let i = text.indexOf('\n', from); i >= 0 && i < place; i = text.indexOf('\n', i + 1))
      line++;
    from = place;
    return line;
  };
}
