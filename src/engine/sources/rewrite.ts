import type { Reading } from '../../analysis/index.js';
import type { PlacedReading } from '../../protocol.js';

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

/** How many of these are taken back. */
export function withdrawnOf({ withdrawn }: Difference, readings: readonly Reading[]): number {
  const keys = new Set(readings.map(keyOf));
  return withdrawn.filter((reading) => keys.has(keyOf(reading))).length;
}

/**
 * The same training written anew says at least half of the shorter one over again; that the last line of
 * what is shown went on (`open`) is no difference.
 */
export function isSameTraining(
  found: Difference,
  shown: number,
  now: number,
  open: readonly Reading[],
): boolean {
  const whole = shown - withdrawnOf(found, open);
  if (shown === 0 || now === 0) return false;
  return now - found.added.length >= Math.min(whole, now) / 2;
}

/**
 * The head of the log was thrown away (it keeps its last lines): it goes on with rows that were the last
 * of what is shown. Those before them were there: they stay.
 */
export function isRolled({ withdrawn, isAppended }: Difference, shown: readonly PlacedReading[]) {
  const gone = new Set(withdrawn);
  const kept = shown.filter((reading) => !gone.has(reading));
  if (!isAppended || gone.size === 0 || kept.length === 0) return false;
  const [{ run, attempt } = { run: 0, attempt: 0 }] = kept;
  const isOne = shown.every((reading) => reading.run === run && reading.attempt === attempt);
  return isOne && Math.max(...linesOf(withdrawn)) < Math.min(...linesOf(kept));
}

const linesOf = (readings: readonly PlacedReading[]) => readings.map(({ line }) => line);

function keyOf({ split, name, step, epoch, value }: Reading): string {
  return `${split} ${name} ${step} ${epoch} ${value}`;
}
