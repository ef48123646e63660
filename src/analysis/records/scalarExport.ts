import type { LineBlock, LogLine, Reading } from '../model.js';
import { pushEachLine } from '../reader/eachLine.js';
import type { LogReader } from '../reader/logReader.js';
import { readNumber } from '../reader/readNumber.js';
import { ScalarRun } from './scalarRun.js';
import type { NumberList } from './scanDocument.js';

const HEADER = /^\ufeff?"?Wall time"?,"?Step"?,"?Value"?\s*$/i;
const NONE: readonly Reading[] = [];

/**
 * What TensorBoard lets a person download of one curve: `Wall time,Step,Value`. The curve is named by
 * the file alone ("run-train-tag-epoch_loss.csv"). Any other file is `others`'.
 */
export class ScalarExport implements LogReader {
  readonly #name: string;
  readonly #others: LogReader;
  readonly #run = new ScalarRun(undefined);
  #isExport: boolean | undefined;

  constructor(path: string, others: LogReader) {
    this.#name = exportedName(path);
    this.#others = others;
  }

  get format(): string {
    return this.#isExport ? 'tensorboard-export' : this.#others.format;
  }

  push(line: LogLine): readonly Reading[] {
    this.#isExport ??= HEADER.test(line.text);
    return this.#isExport ? this.#read(line) : this.#others.push(line);
  }

  pushBlock(block: LineBlock): { readonly readings: readonly Reading[]; readonly lines: number } {
    if (this.#isExport === false && this.#others.pushBlock) return this.#others.pushBlock(block);
    return pushEachLine(this, block);
  }

  flush(): readonly Reading[] {
    return this.#isExport ? NONE : this.#others.flush();
  }

  #read({ text, line, offset }: LogLine): readonly Reading[] {
    const [time, step, value] = text.trim().split(',').map(readNumber);
    if (step === undefined || value === undefined) return NONE;
    const reading = this.#run.place({ name: this.#name, value }, { step, time, line, offset });
    return reading ? [reading] : NONE;
  }
}

/** The same download as JSON: a list of `[wall time, step, value]`. None for any other lists. */
export function exportReadings(
  path: string,
  lists: readonly NumberList[],
  lineOf: (place: number) => number,
): readonly Reading[] {
  if (!lists.every(isPoint)) return NONE;
  const run = new ScalarRun(undefined);
  const name = exportedName(path);
  return lists.flatMap(({ values: [time, step, value], from }) => {
    if (value === undefined) return [];
    const at = { step, time, line: lineOf(from), offset: from };
    return run.place({ name, value }, at) ?? [];
  });
}

function isPoint({ path, values }: NumberList): boolean {
  const [time = 0, step] = values;
  const isTime = time > 1e9 && time < 4.1e9;
  return path.length === 0 && values.length === 3 && isTime && Number.isInteger(step);
}

function exportedName(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return /-tag-(.+)$/.exec(base)?.[1] ?? base;
}
