import { resolve } from 'node:path';
import {
  createDiagnosis,
  type Ending,
  howItEnds,
  type PairReading,
  type RuleSettings,
  type Verdict,
} from '../analysis/index.js';
import { lastLines } from '../engine/sources/lastLines.js';
import { readFileReadings } from '../engine/sources/readFile.js';
import { type HowToRead, sourceReader } from '../engine/sources/sourceReader.js';
import { RunStore } from '../engine/store/runStore.js';
import { type ToldSpike, toldSpikes } from './spikesText.js';

export interface JudgedRun {
  readonly name: string;
  /** Names of its series, in order of appearance. */
  readonly series: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly pair: PairReading | undefined;
  /** Its spikes, over or not. */
  readonly spikes: readonly ToldSpike[];
  /** How it ended; undefined where nothing says so. */
  readonly ending: Ending | undefined;
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
  const reader = sourceReader(resolve(file), how);
  const bytes = readFileReadings(file, reader, (readings) =>
    store.add(file, readings, { atMs: 0, isSeen: false }),
  );
  const last = store.runsOf(file).at(-1);
  if (last && reader.line !== undefined) {
    const ending = howItEnds(lastLines(file, bytes, reader.line), last.lastLine);
    if (ending) store.ended(file, ending);
  }
  const runs = store.runsOf(file).filter(({ series }) => series.length > 0);
  return runs.map((run) => ({
    name: run.face.name,
    series: run.series.map(({ info }) => info.name),
    verdicts: run.verdicts,
    ending: run.endingAt(Number.POSITIVE_INFINITY),
    pair: run.pair,
    spikes: toldSpikes(run),
  }));
}
