import type { Severity, Verdict, VerdictCode } from '../analysis/index.js';
import type { RunSummary, SeriesSummary } from '../protocol.js';

/** Pure questions about a run that several views ask. */

export const SEVERITIES: readonly Severity[] = ['info', 'hint', 'warning', 'error'];

/** True when `severity` is at or above the level; the level `off` is above everything. */
export function reaches(severity: Severity, level: Severity | 'off'): boolean {
  return level !== 'off' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(level);
}

/** The verdict that stands first: the gravest. Undefined until the first point. */
export function headline(run: RunSummary): Verdict | undefined {
  return run.verdicts[0];
}

/** The series a list shows first: the training loss, else any loss, else what there is. */
export function mainSeries(run: RunSummary): SeriesSummary | undefined {
  const ofLoss = run.series.filter(({ kind }) => kind === 'loss');
  return (
    ofLoss.find(({ role }) => role === 'train') ??
    ofLoss[0] ??
    run.series.find(({ role }) => role !== 'lr') ??
    run.series[0]
  );
}

/** Two series that say most: train and val of the main metric. */
export function keySeries(run: RunSummary): readonly SeriesSummary[] {
  const main = mainSeries(run);
  if (!main) return [];
  const other = run.series.find(
    ({ metric, role }) => metric === main.metric && role === 'val' && main.role !== 'val',
  );
  return other ? [main, other] : [main];
}

/** Newest first; runs that grow now before those that rest. */
export function newestFirst(runs: Iterable<RunSummary>): readonly RunSummary[] {
  const rank = (run: RunSummary) => (run.state === 'live' ? 1 : 0);
  return [...runs].sort((a, b) => rank(b) - rank(a) || b.changedAt - a.changedAt);
}

/** The file in which the lines of a series stand; of the run where no series is named. */
export function fileOf(run: RunSummary, series: unknown): string {
  return run.series.find(({ id }) => id === series)?.file ?? run.file;
}

/** All files that tell of a run. */
export function filesOf({ file, files }: RunSummary): readonly string[] {
  return files ?? [file];
}

/** Series in whose file that line stands. */
export function seriesOf({ since, raisedAt }: Verdict): number {
  return since.line === undefined ? raisedAt.series : since.series;
}

/** A series whose lines stand in this file; undefined: the file of the run. */
export function seriesIn({ series }: RunSummary, file: string | undefined): number | undefined {
  return file === undefined ? undefined : series.find((one) => one.file === file)?.id;
}

/** Line of the log that the verdict points to. */
export function lineOf(verdict: Verdict): number | undefined {
  return verdict.since.line ?? verdict.raisedAt.line;
}

/** Codicon of a verdict: a shape of its own for each kind, so that colour never speaks alone. */
export const VERDICT_ICONS: Readonly<Record<VerdictCode, string>> = {
  'too-early': 'clock',
  learning: 'arrow-down',
  converged: 'pass',
  'not-learning': 'circle-slash',
  plateau: 'dash',
  'generalisation-stalled': 'info',
  'too-slow': 'watch',
  spike: 'triangle-up',
  oscillating: 'pulse',
  'val-below-train': 'info',
  'val-never-improved': 'warning',
  'suspect-data': 'question',
  overfitting: 'warning',
  'stalled-log': 'debug-pause',
  diverging: 'error',
  nan: 'error',
};

/** Theme colour of a severity; hints and infos stay in the text colour. */
export const SEVERITY_COLORS: Readonly<Record<Severity, string | undefined>> = {
  info: undefined,
  hint: 'editorInfo.foreground',
  warning: 'losscope.warningMark',
  error: 'editorError.foreground',
};
