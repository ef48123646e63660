import { resolve } from 'node:path';
import {
  createDiagnosis,
  type PairReading,
  type RuleSettings,
  type Verdict,
} from '../analysis/index.js';
import { readFileReadings } from '../engine/sources/readFile.js';
import { type HowToRead, sourceReader } from '../engine/sources/sourceReader.js';
import { RunStore } from '../engine/store/runStore.js';

export interface JudgedRun {
  readonly name: string;
  /** Names of its series, in order of appearance. */
  readonly series: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly pair: PairReading | undefined;
}

/** The runs of a file as the engine sees them once it is read to its end. Throws what the file system says. */
export function judgeFile(
  file: string,
  how: HowToRead = {},
  rules?: RuleSettings,
): readonly JudgedRun[] {
  const store = new RunStore({
    nameOf: (path) => path,
    newDiagnosis: (clock) => createDiagnosis(rules, clock),
  });
  readFileReadings(file, sourceReader(resolve(file), how), (readings) =>
    store.add(file, readings, { atMs: 0, isSeen: false }),
  );
  const runs = store.runsOf(file).filter(({ series }) => series.length > 0);
  return runs.map(({ face, series, verdicts, pair }) => ({
    name: face.name,
    series: series.map(({ info }) => info.name),
    verdicts,
    pair,
  }));
}
