import type { Reading, Split, XUnit } from './model.js';

/** The readings of one name and split in one run, in file order. */
export interface ReadingSeries {
  readonly name: string;
  readonly split: Split;
  readonly run: number;
  readonly readings: readonly Reading[];
}

/** Readings grouped into series, in order of first appearance. Identity: run, name, split. */
export function seriesOf(readings: readonly Reading[]): readonly ReadingSeries[] {
  const found = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = `${reading.run}\u0000${reading.split}\u0000${reading.name}`;
    const series = found.get(key);
    if (series) series.push(reading);
    else found.set(key, [reading]);
  }
  return [...found.values()].map((list) => {
    const [first] = list as [Reading, ...Reading[]];
    return { name: first.name, split: first.split, run: first.run, readings: list };
  });
}

/**
 * The unit of a series' x axis. `step` where every reading has one and it does not fall or stand while the
 * epoch rises (a step that starts anew in each epoch is no axis); else `epoch` where every reading
 * has one; else `step` or `epoch`, whichever is there for most; else `index`, the number of the
 * reading in the series.
 */
export function axisOf(readings: readonly Reading[]): XUnit {
  const steps = readings.filter(({ step }) => step !== undefined).length;
  const epochs = readings.filter(({ epoch }) => epoch !== undefined).length;
  if (steps === readings.length && !stepStartsAnew(readings)) return 'step';
  if (epochs === readings.length && epochs > 0) return 'epoch';
  if (steps === 0 && epochs === 0) return 'index';
  return steps >= epochs ? 'step' : 'epoch';
}

/** x of a reading on an axis; `index` is its place in the series. NaN where it has none. */
export function xOf(reading: Reading, axis: XUnit, index: number): number {
  if (axis === 'index') return index;
  return (axis === 'step' ? reading.step : reading.epoch) ?? Number.NaN;
}

function stepStartsAnew(readings: readonly Reading[]): boolean {
  for (let i = 1; i < readings.length; i++) {
    const [before, now] = [readings[i - 1], readings[i]];
    if (!before || !now || before.attempt !== now.attempt) continue;
    const rises = (now.epoch ?? 0) > (before.epoch ?? 0);
    if (rises && (now.step ?? 0) <= (before.step ?? 0)) return true;
  }
  return false;
}
