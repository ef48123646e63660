import type { Reading } from '../../analysis/index.js';
import type { PlacedReading } from '../../protocol.js';
import type { Run } from '../store/run.js';

/** What a file that was written anew says beside what is shown. */
export interface Difference {
  readonly withdrawn: readonly PlacedReading[];
  /** In the order of the file. */
  readonly added: readonly Reading[];
  /** All that is new stands behind all that is known. */
  readonly isAppended: boolean;
}

/** Each shown point is matched once, by what it says; where it stands in the file may change. */
export function difference(shown: readonly PlacedReading[], now: readonly Reading[]): Difference {
  const left = new Map<string, PlacedReading[]>();
  for (const reading of shown) {
    const key = keyOf(reading);
    const same = left.get(key);
    if (same) same.push(reading);
    else left.set(key, [reading]);
  }
  const added: Reading[] = [];
  let isAppended = true;
  for (const reading of now) {
    const known = left.get(keyOf(reading))?.pop();
    if (!known) added.push(reading);
    else if (added.length > 0) isAppended = false;
  }
  return { withdrawn: [...left.values()].flat(), added, isAppended };
}

/** The same training written anew says at least half of the shorter one over again. */
export function isSameTraining(found: Difference, shown: number, now: number): boolean {
  return now - found.added.length >= Math.min(shown, now) / 2;
}

/** All readings of the runs from number `first` on, as they were placed. */
export function shownReadings(runs: readonly Run[], first: number): PlacedReading[] {
  return runs.slice(first).flatMap((run, number) =>
    run.series.flatMap((series) =>
      Array.from({ length: series.count }, (_, index) => ({
        name: series.info.name,
        metric: series.info.metric,
        split: series.info.split,
        kind: series.info.kind,
        value: series.y.at(index),
        ...series.rows.printedAt(index),
        run: first + number,
        x: series.xAt(index),
        xUnit: series.xUnit,
      })),
    ),
  );
}

function keyOf({ split, name, step, epoch, value }: Reading): string {
  return `${split} ${name} ${step} ${epoch} ${value}`;
}
