import type { Verdict } from '../analysis/index.js';
import type { HowToRead } from '../engine/sources/sourceReader.js';
import { RunStore } from '../engine/store/runStore.js';
import { extracted } from './extract.js';

export interface JudgedRun {
  readonly name: string;
  /** Names of its series, in order of appearance. */
  readonly series: readonly string[];
  readonly verdicts: readonly Verdict[];
}

/** The runs of a file as the engine sees them once it is read to its end. Throws what the file system says. */
export function judgeFile(file: string, how: HowToRead = {}): readonly JudgedRun[] {
  const store = new RunStore({ nameOf: (path) => path });
  store.add(file, extracted(file, how).readings, { atMs: 0, isSeen: false });
  const runs = store.runsOf(file).filter(({ series }) => series.length > 0);
  return runs.map(({ face, series, verdicts }) => ({
    name: face.name,
    series: series.map(({ info }) => info.name),
    verdicts,
  }));
}
