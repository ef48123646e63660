import { writeLoss } from '../analysis/index.js';
import type { RunSummary } from '../protocol.js';
import { headline, mainSeries, reaches } from './runWords.js';
import { sparkline } from './sparkline.js';

const SPARK_WIDTH = 8;

/** What the status bar says of a run: the main value, its course, and the verdict in a word. */
export function statusText(run: RunSummary, values: ArrayLike<number>, verdict: string): string {
  const main = mainSeries(run);
  if (!main) return '$(graph-line) Losscope';
  const parts = [`$(graph-line) ${plain(main.name)} ${writeLoss(main.last.y)}`];
  const course = sparkline(values, SPARK_WIDTH);
  if (course) parts.push(course);
  if (verdict) parts.push(verdict);
  return parts.join(' ');
}

/** The one case that may colour the status bar: the run is lost (NaN, diverged, crashed). */
export function isLost(run: RunSummary): boolean {
  const worst = headline(run);
  return [worst, run.ending].some((news) => news && reaches(news.severity, 'error'));
}

/** A name out of a log, which must not draw icons: `$(` is the status bar's own language. */
function plain(name: string): string {
  return name.replaceAll('$(', '$ (').slice(0, 40);
}
