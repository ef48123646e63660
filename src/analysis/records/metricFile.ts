import type { LineBlock, LogLine, Reading } from '../model.js';
import { pushEachLine } from '../reader/eachLine.js';
import type { LogReader } from '../reader/logReader.js';
import { readNumber } from '../reader/readNumber.js';
import { ScalarRun } from './scalarRun.js';

/** `ms value step`, and in MLflow 3 the data set behind it; the first versions wrote no step. */
const LINE = /^(\d{13}) (\S{1,40})(?: (-?\d{1,15}))?(?: \S.*)?$/;
/** Names that other logs have; a metric file has its metric's name and no ending. */
const OTHER_LOG = /\.(?:log|out|err|txt|csv|tsv|jsonl?|ndjson|ya?ml)$/i;
const IN_METRICS = /(?:^|\/)metrics\/(.+)$/;
const NONE: readonly Reading[] = [];

/** May this be one metric of an MLflow run, by its path? Its first line decides. */
export function mayBeMetricFile(path: string): boolean {
  return !OTHER_LOG.test(path);
}

/**
 * One metric of an MLflow run, `mlruns/<experiment>/<run>/metrics/<name>`: the path names it, each
 * line is a point. A step that is 0 on every line was never given: then the lines are counted.
 * Where the first line is of another kind, all of them are `others`'.
 */
export class MetricFile implements LogReader {
  readonly #name: string;
  readonly #others: LogReader;
  readonly #run = new ScalarRun(undefined);
  #isMetric: boolean | undefined;
  #count = 0;
  #hasSteps = false;

  constructor(path: string, others: LogReader) {
    this.#name = nameOf(path);
    this.#others = others;
  }

  get format(): string {
    return this.#isMetric ? 'mlflow-metric' : this.#others.format;
  }

  push(line: LogLine): readonly Reading[] {
    this.#isMetric ??= LINE.test(line.text);
    return this.#isMetric ? this.#read(line) : this.#others.push(line);
  }

  pushBlock(block: LineBlock): { readonly readings: readonly Reading[]; readonly lines: number } {
    if (this.#isMetric === false && this.#others.pushBlock) return this.#others.pushBlock(block);
    return pushEachLine(this, block);
  }

  flush(): readonly Reading[] {
    return this.#isMetric ? NONE : this.#others.flush();
  }

  #read({ text, line, offset }: LogLine): readonly Reading[] {
    const said = LINE.exec(text);
    const value = readNumber(said?.[2] ?? '');
    // What MLflow's own monitor measures of the machine.
    if (!said || value === undefined || this.#name.startsWith('system/')) return NONE;
    const printed = Number(said[3] ?? 0);
    this.#hasSteps ||= printed !== 0;
    const step = this.#hasSteps ? printed : this.#count;
    this.#count++;
    const time = Number(said[1]) / 1000;
    const reading = this.#run.place({ name: this.#name, value }, { step, time, line, offset });
    return reading ? [reading] : NONE;
  }
}

function nameOf(path: string): string {
  return IN_METRICS.exec(path)?.[1] ?? path.slice(path.lastIndexOf('/') + 1);
}
