import { type PlaceInSeries, sayPhrase, type Verdict } from '../../analysis/index.js';
import type { FromEngine, PlacedReading, RunSummary } from '../../protocol.js';
import { plainEnding } from '../endingText.js';
import { plainAccount } from '../plainAccount.js';

type Message<K extends FromEngine['type']> = Extract<FromEngine, { readonly type: K }>;

/**
 * What the engine says, as the events of `watch --json`. Points minus withdrawn are what the chart
 * shows. A run is told when it is new, when its state changes or its run number of attempts does.
 */
export class WatchEvents {
  readonly #print: (events: readonly object[]) => void;
  readonly #runs = new Map<string, RunSummary>();

  constructor(print: (events: readonly object[]) => void) {
    this.#print = print;
  }

  run(id: string): RunSummary | undefined {
    return this.#runs.get(id);
  }

  runs({ runs }: Message<'runs'>): void {
    for (const run of runs) {
      const known = this.#runs.get(run.id);
      this.#runs.set(run.id, run);
      const isNews =
        known?.state !== run.state ||
        known.attempts !== run.attempts ||
        known.series.length !== run.series.length;
      if (isNews) this.#print([runEvent(run)]);
    }
  }

  readings({ file, added }: Message<'readings'>): void {
    this.#print(added.map((reading) => ({ event: 'point', file, ...pointFields(reading) })));
  }

  withdrawn({ file, removed }: Message<'withdrawn'>): void {
    const events = removed.map((one) => ({ event: 'withdrawn', file, ...pointFields(one) }));
    this.#print(events);
  }

  verdict({ run: id, change }: Message<'verdict'>): void {
    const run = this.#runs.get(id);
    if (!run) return;
    const { verdict } = change;
    const event = {
      event: 'verdict',
      file: run.file,
      run: numberOf(run),
      change: change.change,
      ...verdictFields(verdict, run),
      clearedAt: change.change === 'cleared' ? placeFields(change.at, run) : undefined,
    };
    this.#print([event]);
  }

  source({ source }: Message<'source'>): void {
    const { message, ...fields } = source;
    this.#print([{ event: 'source', ...fields, message: message && sayPhrase(message) }]);
  }
}

function runEvent(run: RunSummary): object {
  const { file, files, name, format, state, attempts } = run;
  const series = run.series.map((one) => ({ name: one.name, role: one.role, kind: one.kind }));
  return {
    event: 'run',
    file,
    files,
    run: numberOf(run),
    name,
    format,
    state,
    attempts,
    series,
    ending: plainEnding(run.ending),
  };
}

function pointFields(reading: PlacedReading): object {
  const { run, attempt, metric, name, kind, split, x, xUnit, value, line, offset } = reading;
  const role = kind === 'lr' ? 'lr' : split;
  return { run, attempt, metric, name, role, x, xUnit, y: spelt(value), line, offset };
}

function verdictFields(verdict: Verdict, run: RunSummary): object {
  const { code, severity, title, because, since, raisedAt } = verdict;
  return {
    code,
    severity,
    title: sayPhrase(title),
    because: sayPhrase(because),
    since: placeFields(since, run),
    raisedAt: placeFields(raisedAt, run),
    ...plainAccount(verdict),
  };
}

function placeFields({ series, index, x, epoch, line }: PlaceInSeries, run: RunSummary): object {
  const { name, file } = run.series[series] ?? {};
  return { series: name, i: index, x, epoch, line, file };
}

/** The number of a run in its file, from 0. */
export function numberOf({ id, file }: RunSummary): number {
  return Number(id.slice(file.length + 1));
}

/** JSON has no such numbers. */
function spelt(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
