import {
  createDiagnosis,
  type Split,
  seriesInfo,
  type Verdict,
  type XUnit,
} from '../../../../src/analysis/index.js';
import { readMetricName } from '../../../../src/analysis/metricNames.js';

/** One generated curve, by the name that a log would print. */
export interface Line {
  readonly name: string;
  /** Where the writer's context says it; else as the name says. */
  readonly split?: Split;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Run {
  readonly xUnit: XUnit;
  readonly lines: readonly Line[];
  /** Further attempts of the run: the axis goes back before each. */
  readonly attempts?: readonly (readonly Line[])[];
}

/** One change of what is said: by which point, and what; "-" before it: taken back. */
export interface Change {
  readonly series: string;
  readonly x: number;
  readonly said: string;
  readonly verdict: Verdict;
}

export interface Judged {
  readonly changes: readonly Change[];
  readonly active: readonly Verdict[];
}

/** Everything that is said of a run while it grows, point by point. */
export function judged(run: Run): Judged {
  const diagnosis = createDiagnosis();
  for (const line of run.lines) diagnosis.addSeries(infoOf(line), run.xUnit);
  const changes: Change[] = [];
  [run.lines, ...(run.attempts ?? [])].forEach((lines, attempt) => {
    if (attempt > 0) diagnosis.restart();
    for (const { series, x, y } of arrivals(lines)) {
      for (const { change, verdict } of diagnosis.push(series, { x, y })) {
        const said = change === 'raised' ? verdict.code : `-${verdict.code}`;
        changes.push({ series: lines[series]?.name ?? '', x, said, verdict });
      }
    }
  });
  return { changes, active: diagnosis.active() };
}

/** Alarms of hint and above that were raised at any time. */
export function alarms({ changes }: Judged): string[] {
  return changes
    .filter(({ said, verdict }) => !said.startsWith('-') && verdict.severity !== 'info')
    .map(({ said, x, verdict }) => `${said} (${verdict.severity}) at ${x}`);
}

export function codes({ active }: Judged): string[] {
  return active.map(({ code }) => code);
}

function infoOf({ name, split }: Line) {
  const read = readMetricName(name);
  const { metric, kind } = read;
  return seriesInfo({ name, metric, kind, split: split ?? read.split ?? 'other' });
}

/** In the order of a log: by x, and at the same x as the lines are given. */
function arrivals(lines: readonly Line[]) {
  return lines
    .flatMap(({ x, y }, series) => x.map((at, i) => ({ series, x: at, y: y[i] ?? Number.NaN })))
    .sort((a, b) => a.x - b.x || a.series - b.series);
}
