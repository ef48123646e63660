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

/** From named scalars with a step to readings of a run: the name is trusted, the file says it is one. */
export class ScalarRun {
  readonly #runs = new RunSplitter();
  readonly #split: Split | undefined;

  /** `split`: what the file as a whole was measured on, for names that say nothing. */
  constructor(split: Split | undefined) {
    this.#split = split;
  }

  place(pair: Pair, { step, epoch, time, line, offset }: ScalarPlace): Reading | undefined {
    const { name, value } = pair;
    const { metric, kind, split, isNoise, isEval } = readMetricName(name);
    if (isNoise || metric === '' || isPosition(name)) return undefined;
    const said = split ?? this.#split ?? (isEval ? 'val' : 'train');
    const order = step ?? epoch;
    const { run, attempt } = this.#runs.place(
      `${step === undefined ? 'epoch' : 'step'} ${name}`,
      order,
    );
    const at = { step, epoch, time, line: line ?? NO_LINE, offset, run, attempt };
    return { name, metric, split: kind === 'lr' ? 'train' : said, kind, value, ...at };
  }
}

/** What a reading of a file of records says for its line. */
const NO_LINE = 0;

/** 'epoch', 'trainer/global_step': they count, they measure nothing. */
function isPosition(name: string): boolean {
  return positionWord(name.slice(name.lastIndexOf('/') + 1)) !== undefined;
}
