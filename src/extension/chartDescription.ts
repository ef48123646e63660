import { type Ending, type Verdict, writeLoss, writePosition } from '../analysis/index.js';
import type { Mark, RunSummary, SeriesSummary } from '../protocol.js';
import type { Say } from './diagnosisText.js';
import { pairLine } from './pairLine.js';

/** Sentences of the description, translated by the caller. */
export interface DescriptionWords {
  state(run: RunSummary): string;
  series(name: string, count: number, last: string, at: string): string;
  best(value: string, at: string): string;
  line(line: number): string;
  causes(list: string): string;
  advice(list: string): string;
}

/** A run in sentences, for who cannot or will not look at a canvas: how it ended, verdicts, series, marks. */
export function describeRun(
  run: RunSummary,
  marks: readonly Mark[],
  say: Say,
  words: DescriptionWords,
): string {
  const { ending, pair } = run;
  const said = [
    ...(ending ? [describeEnding(ending, say, words)] : []),
    ...run.verdicts.map((verdict) => describeVerdict(verdict, say, words)),
  ];
  const blocks = [
    [run.name, words.state(run)],
    pair ? [...said, `${pairLine(pair, say)} ${say(pair.note)}`] : said,
    run.series.map((one) => describeSeries(one, words)),
    // The verdicts are said already, the best points with their series.
    marks
      .filter(({ kind }) => kind !== 'onset' && kind !== 'best')
      .map((mark) => describeMark(mark, say, words)),
  ];
  const filled = blocks.filter((block) => block.length > 0);
  return `${filled.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function describeEnding(ending: Ending, say: Say, words: DescriptionWords): string {
  const { title, because, advice } = ending;
  const acts = advice.map(say).join(' ');
  const parts = [say(title), say(because), acts && words.advice(acts)];
  return parts.filter(Boolean).join(' ');
}

/** Sentence, what it is not, causes, advice: heard in this order, without the table of evidence. */
function describeVerdict(verdict: Verdict, say: Say, words: DescriptionWords): string {
  const { title, because, isNot, causes, advice } = verdict;
  const list = causes.map(say).join('; ');
  const acts = advice.map(({ act }) => say(act)).join(' ');
  const parts = [
    say(title),
    say(because),
    ...isNot.map((one) => say(one.because)),
    list && words.causes(list),
    acts && words.advice(acts),
  ];
  return parts.filter(Boolean).join(' ');
}

function describeMark({ label, says, line }: Mark, say: Say, words: DescriptionWords): string {
  const parts = [say(label), says && say(says), line === undefined ? '' : words.line(line)];
  return parts.filter(Boolean).join(' ');
}

function describeSeries(series: SeriesSummary, words: DescriptionWords): string {
  const { name, count, last, best } = series;
  const sentence = words.series(name, count, writeLoss(last.y), positionOf(last));
  return best ? `${sentence} ${words.best(writeLoss(best.y), positionOf(best))}` : sentence;
}

function positionOf({ x, epoch }: { readonly x: number; readonly epoch?: number | undefined }) {
  return writePosition(epoch ?? x);
}
