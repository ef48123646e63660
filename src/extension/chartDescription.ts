import { writeLoss, writePosition } from '../analysis/index.js';
import type { RunSummary, SeriesSummary } from '../protocol.js';
import type { Say } from './diagnosisText.js';

/** Sentences of the description, translated by the caller. */
export interface DescriptionWords {
  state(run: RunSummary): string;
  series(name: string, count: number, last: string, at: string): string;
  best(value: string, at: string): string;
}

/** A run in sentences, for who cannot or will not look at a canvas: verdicts, then each series. */
export function describeRun(run: RunSummary, say: Say, words: DescriptionWords): string {
  const verdicts = run.verdicts.map(({ title, because }) => `${say(title)} ${say(because)}`);
  const series = run.series.map((one) => describeSeries(one, words));
  return [run.name, words.state(run), '', ...verdicts, '', ...series, ''].join('\n');
}

function describeSeries(series: SeriesSummary, words: DescriptionWords): string {
  const { name, count, last, best } = series;
  const sentence = words.series(name, count, writeLoss(last.y), positionOf(last));
  return best ? `${sentence} ${words.best(writeLoss(best.y), positionOf(best))}` : sentence;
}

function positionOf({ x, epoch }: { readonly x: number; readonly epoch?: number | undefined }) {
  return writePosition(epoch ?? x);
}
