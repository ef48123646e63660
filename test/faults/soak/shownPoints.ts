import type { HostedEngine } from './hostedEngine.js';
import { fileOf, lossOf } from './trainings.js';

/** How what is shown differs from what was written. */
export interface Tally {
  readonly written: number;
  readonly lost: number;
  readonly twice: number;
  readonly neverThere: number;
  /** A few of each, for the reader of the log. */
  readonly examples: readonly string[];
}

/** Every point that was written stands there once: counted by file, step and value. */
export async function tallyOf(
  engine: HostedEngine,
  folder: string,
  steps: readonly number[],
): Promise<Tally> {
  const shown = await shownOf(engine);
  const written = steps.reduce((sum, count) => sum + count, 0);
  const examples: string[] = [];
  const tally = { written, lost: 0, twice: 0, neverThere: 0, examples };
  const say = (what: string) => void (examples.length < 5 && examples.push(what));
  steps.forEach((count, run) => {
    const file = fileOf(folder, run);
    const points = shown.get(file) ?? [];
    const times = new Uint32Array(count + 1);
    for (const { step, value } of points) {
      if (step >= 1 && step <= count && value === lossOf(run, step))
        times[step] = (times[step] ?? 0) + 1;
      else {
        tally.neverThere++;
        say(`${file} shows ${value} at step ${step}`);
      }
    }
    for (let step = 1; step <= count; step++) {
      if (times[step] === 1) continue;
      if (times[step] === 0) tally.lost++;
      else tally.twice++;
      say(`${file} shows step ${step} ${times[step]} times`);
    }
  });
  return tally;
}

async function shownOf(
  engine: HostedEngine,
): Promise<Map<string, { readonly step: number; readonly value: number }[]>> {
  const shown = new Map<string, { readonly step: number; readonly value: number }[]>();
  for (const { id, file } of engine.runs.values()) {
    const points = shown.get(file) ?? [];
    shown.set(file, points);
    const { series } = await engine.columns(id);
    for (const { step, y } of series) {
      y.forEach((value, at) => void points.push({ step: step[at] ?? Number.NaN, value }));
    }
  }
  return shown;
}
