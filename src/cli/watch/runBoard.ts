import { printable, sayPhrase } from '../../analysis/index.js';
import type { ColumnsOfSeries, RunSummary, SeriesSummary } from '../../protocol.js';

const BARS = '▁▂▃▄▅▆▇█';
/** Characters a sparkline is wide. */
const WIDTH = 24;

/** One line of a run: name, progress, sparkline of its main series, last values, verdict. */
export function runLine(run: RunSummary, columns: readonly ColumnsOfSeries[]): string {
  const main = mainSeries(run);
  const y = columns.find(({ id }) => id === main?.id)?.y ?? new Float64Array();
  const values = run.series
    .filter(({ role, kind }) => kind === 'loss' && role !== 'other')
    .map(({ name, last }) => `${name} ${short(last.y)}`);
  const verdict = run.verdicts[0];
  return [
    printable(run.name),
    progressOf(run),
    sparkline(y),
    printable(values.join('  ')),
    verdict ? `${MARKS[verdict.severity]} ${printable(sayPhrase(verdict.title))}` : '',
    run.state === 'live' || run.state === 'reading' ? '' : `(${run.state})`,
    run.ending?.how === 'crashed' ? printable(sayPhrase(run.ending.because)) : '',
  ]
    .filter((part) => part !== '')
    .join('  ');
}

/** The validation loss where there is one: it is what the verdict is about. */
function mainSeries({ series }: RunSummary): SeriesSummary | undefined {
  const losses = series.filter(({ kind }) => kind === 'loss');
  return losses.find(({ role }) => role === 'val') ?? losses[0] ?? series[0];
}

/** Means of equal shares of the points, as bars from the least to the greatest. */
export function sparkline(y: Float64Array): string {
  const finite = y.filter(Number.isFinite);
  const width = Math.min(WIDTH, finite.length);
  const means = Array.from({ length: width }, (_, at) => {
    const part = finite.subarray(
      Math.floor((at * finite.length) / width),
      Math.floor(((at + 1) * finite.length) / width),
    );
    return part.reduce((sum, value) => sum + value / part.length, 0);
  });
  const least = Math.min(...means);
  const span = Math.max(...means) - least || 1;
  return means.map((mean) => BARS[Math.round(((mean - least) / span) * 7)] ?? '').join('');
}

function progressOf({ progress }: RunSummary): string {
  const { epoch, epochs, step, steps } = progress;
  if (epoch !== undefined) return `epoch ${short(epoch)}${epochs ? `/${epochs}` : ''}`;
  if (step !== undefined) return `step ${step}${steps ? `/${steps}` : ''}`;
  return '';
}

const MARKS = { error: '✖', warning: '▲', hint: '●', info: '·' } as const;

const short = (value: number): string => String(Number(value.toPrecision(4)));
