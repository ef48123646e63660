import { resolve } from 'node:path';
import {
  axisOf,
  type Phrase,
  type Reading,
  type ReadingSeries,
  sayPhrase,
  seriesInfo,
  seriesOf,
  xOf,
} from '../analysis/index.js';
import { eightBitOf } from '../engine/sources/eightBit.js';
import { readFileReadings } from '../engine/sources/readFile.js';
import { type HowToRead, sourceReader } from '../engine/sources/sourceReader.js';
import type { Command, Io } from './command.js';
import { explanationOf } from './explain.js';
import { EXTRACT_USAGE, extractOptions, type Form } from './extractOptions.js';
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
  readonly readings: readonly Reading[];
  /** What could not be read, for a person. */
  readonly trouble: Phrase | undefined;
}

/** All readings of a file, and the format that read it. */
export function extracted(file: string, how: HowToRead = {}): Extracted {
  const reader = sourceReader(resolve(file), how);
  const readings: Reading[] = [];
  readFileReadings(file, reader, (some) => {
    for (const reading of some) readings.push(reading);
  });
  return { format: reader.format, readings, trouble: reader.trouble };
}

function print(file: string, { format, readings }: Extracted, form: Form, io: Io): void {
  const series = seriesOf(readings);
  if (form === 'csv') for (const one of series) io.out(csvOf(file, one));
  else if (form === 'jsonl') {
    for (const one of series) io.out(`${JSON.stringify({ file, format, ...columnsOf(one) })}\n`);
  } else {
    // A file is the history of one process, whether or not it printed a point.
    const runs = Math.max(1, new Set(readings.map(({ run, attempt }) => `${run}.${attempt}`)).size);
    io.out(`${JSON.stringify({ file, format, runs, series: series.map(columnsOf) })}\n`);
  }
}

function columnsOf({ name, run, readings }: ReadingSeries) {
  const [first] = readings;
  const info = first && seriesInfo(first);
  const xUnit = axisOf(readings);
  const x = readings.map((reading, i) => jsonNumber(xOf(reading, xUnit, i)));
  const y = readings.map(({ value }) => jsonNumber(value));
  return { name, role: info?.role, kind: info?.kind, xUnit, run, x, y };
}

/** JSON has no word for these. */
function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function csvOf(file: string, series: ReadingSeries): string {
  const { name, role, kind, xUnit, run, x, y } = columnsOf(series);
  const head = [file, run].map(csvCell).join(',');
  const rest = [name, role, kind, xUnit].map((cell) => csvCell(cell ?? '')).join(',');
  return series.readings
    .map(({ attempt, line }, i) => `${head},${attempt},${rest},${x[i]},${y[i]},${line}\n`)
    .join('');
}

function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
