import { readMetricName } from '../metricNames.js';
import type { Reading, Split } from '../model.js';
import { type Pair, positionWord } from '../reader/draft.js';
import { RunSplitter } from '../reader/runSplitter.js';

/** Where the scalars of one record stand. */
export interface ScalarPlace {
  readonly step: number | undefined;
  readonly epoch?: number | undefined;
  /** Seconds since 1970. */
  readonly time: number | undefined;
  /** Line number from 1; a file of records has no lines. */
  readonly line?: number | undefined;
  /** Byte offset of the record. */
  readonly offset: number;
}

type Series = Pick<Reading, 'name' | 'metric' | 'split' | 'kind'>;
/** The same names come with every record; a file that invents more is hostile. */
const MOST_NAMES = 20_000;

/** From named scalars with a step to readings of a run: the name is trusted, the file says it is one. */
export class ScalarRun {
  readonly #runs = new RunSplitter();
  readonly #split: Split | undefined;
  readonly #series = new Map<string, Series | undefined>();

  /** `split`: what the file as a whole was measured on, for names that say nothing. */
  constructor(split: Split | undefined) {
    this.#split = split;
  }

  place(pair: Pair, { step, epoch, time, line, offset }: ScalarPlace): Reading | undefined {
    const { name, value } = pair;
    const series = this.#seriesOf(name);
    if (!series) return undefined;
    const { metric, split, kind } = series;
    const order = step ?? epoch;
    const key = step === undefined ? `epoch ${name}` : name;
    const { run, attempt } = this.#runs.place(key, order);
    // Spelled out: spreading takes four times as long, and this is done for every point.
    return {
      name,
      metric,
      split,
      kind,
      value,
      step,
      epoch,
      time,
      line: line ?? NO_LINE,
      offset,
      run,
      attempt,
    };
  }

  /** Undefined: it measures nothing. */
  #seriesOf(name: string): Series | undefined {
    if (this.#series.has(name)) return this.#series.get(name);
    const { metric, kind, split, isNoise, isEval } = readMetricName(name);
    const said = split ?? this.#split ?? (isEval ? 'val' : 'train');
    const isMetric = !(isNoise && MACHINE.test(name)) && metric !== '' && !isPosition(name);
    const series = isMetric
      ? { name, metric, split: kind === 'lr' ? 'train' : said, kind }
      : undefined;
    if (this.#series.size < MOST_NAMES) this.#series.set(name, series);
    return series;
  }
}

/**
 * Clocks, throughput, memory. What else is noise on a line of print ("std", "clip", "best") was given
 * a name here by someone who wanted its curve.
 */
const MACHINE =
  /(?:^|[^a-z])(?:time|timing|fps|sps|ips|eta|elapsed|duration|runtime|wall|clock|secs?|seconds?|ms|mem|memory|gpu|cpu|ram|vram|[kmgt]i?b|speed|throughput|[tg]?flo[ps]s?|mfu|tokens?|samples?|examples?|timestamp|its?|steps?_?per|per_?sec\w*)(?:$|[^a-z])/i;

/** What a reading of a file of records says for its line. */
const NO_LINE = 0;

/** 'epoch', 'trainer/global_step': they count, they measure nothing. */
function isPosition(name: string): boolean {
  return positionWord(name.slice(name.lastIndexOf('/') + 1)) !== undefined;
}
