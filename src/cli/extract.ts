import { resolve } from 'node:path';
import {
  csvCell,
  type Phrase,
  printableLines,
  ReadingColumns,
  roleOf,
  type SeriesColumns,
  sayPhrase,
} from '../analysis/index.js';
import { eightBitOf } from '../engine/sources/eightBit.js';
import { readFileReadings } from '../engine/sources/readFile.js';
import { type HowToRead, sourceReader } from '../engine/sources/sourceReader.js';
import type { Command, Io } from './command.js';
import { explanationOf } from './explain.js';
import { EXTRACT_USAGE, extractOptions, type Form } from './extractOptions.js';
import { jsonLine } from './jsonLine.js';
import { compiledPatterns } from './patternOption.js';

export const extract: Command = {
  name: 'extract',
  usage: EXTRACT_USAGE,
  does: 'Prints the curves of training logs: names, roles, x and y.',
  async run(args, io) {
    const options = extractOptions(args);
    const { files, form, usesFormats, explain } = options;
    const patterns = await compiledPatterns(options.patterns);
    const how = { usesFormats, patterns, expected: eightBitOf(options.encoding) };
    let code = 0;
    if (form === 'csv' && !explain) io.out('file,run,attempt,name,role,kind,xUnit,x,y,line\n');
    for (const file of files) {
      try {
        if (explain) {
          io.out(explanationOf(file, how, explain));
          continue;
        }
        const found = extracted(file, how);
        print(file, found, form, io);
        if (found.trouble) io.err(`losscope extract: ${file}: ${sayPhrase(found.trouble)}\n`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        io.err(`losscope extract: ${file} cannot be read: ${reason}\n`);
        code = 2;
      }
    }
    return code;
  },
};

interface Extracted {
  readonly format: string;
  readonly columns: ReadingColumns;
  /** What could not be read, for a person. */
  readonly trouble: Phrase | undefined;
}

/** All readings of a file, and the format that read it. */
function extracted(file: string, how: HowToRead): Extracted {
  const columns = new ReadingColumns();
  const reader = sourceReader(resolve(file), { ...how, sink: columns.take });
  readFileReadings(file, reader, (readings) => columns.add(readings));
  return { format: reader.format, columns, trouble: reader.trouble };
}

function print(file: string, { format, columns }: Extracted, form: Form, io: Io): void {
  const series = columns.all;
  if (form === 'csv') for (const one of series) io.out(printableLines(csvOf(file, one)));
  else if (form === 'jsonl') {
    for (const one of series) io.out(jsonLine({ file, format, ...printed(one) }));
  } else {
    // A file is the history of one process, whether or not it printed a point.
    const runs = Math.max(1, columns.runs);
    io.out(jsonLine({ file, format, runs, series: series.map(printed) }));
  }
}

function printed(columns: SeriesColumns) {
  const { name, kind, split } = columns.series;
  const at = Array.from({ length: columns.length }, (_, index) => index);
  const x = at.map((index) => jsonNumber(columns.xAt(index)));
  const y = at.map((index) => jsonNumber(columns.valueAt(index)));
  return { name, role: roleOf(split, kind), kind, xUnit: columns.xUnit, run: columns.run, x, y };
}

/** JSON has no word for these. */
function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function csvOf(file: string, columns: SeriesColumns): string {
  const { name, role, kind, xUnit, run, x, y } = printed(columns);
  const head = `${csvCell(file)},${run}`;
  const rest = [name, role, kind, xUnit].map(csvCell).join(',');
  return x
    .map((at, i) => `${head},${columns.attemptAt(i)},${rest},${at},${y[i]},${columns.lineAt(i)}\n`)
    .join('');
}
