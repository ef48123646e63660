import { decimate, GAP } from '../../analysis/index.js';
import type { Axis, Frame, FrameSeries, RunSummary, View } from '../../protocol.js';
import { marksOf } from './marks.js';
import type { Series } from './series.js';
import type { ShownRun } from './shownRun.js';
import type { Smoothing } from './smoothing.js';

/** Fewer points have nothing to smooth. */
const SMOOTH_FROM = 3;

/** A window on a run: decimated to its pixels, in arrays of its own that may be given away. */
export function frameOf(
  run: ShownRun,
  summary: RunSummary,
  wish: View,
  smoothing?: Smoothing,
): Frame {
  const axis = summary.axes.includes(wish.axis) ? wish.axis : (summary.axes[0] ?? 'step');
  const origin = axis === 'time' ? run.firstTime : 0;
  const drawn = [...run.series.entries()].filter(([, { rows }]) => rows.has(axis));
  const { min, max } = extentOf(
    drawn.map(([, series]) => series),
    axis,
  );
  const window = { from: wish.from ?? min - origin, to: wish.to ?? max - origin };
  const pixels = Math.min(16_384, Math.max(1, Math.floor(wish.pixels) || 1));
  const extent = { from: window.from + origin, to: window.to + origin, pixels };
  return {
    run: summary,
    axis,
    min: min - origin,
    max: max - origin,
    series: drawn.map(([id, series]) => ({
      id,
      ...drawSeries(series, axis, origin, extent, smoothing),
    })),
    marks: marksOf(run, { axis, origin, end: max, ...extent }),
  };
}

/** The buffers of a frame: what a message may take along instead of copying. */
export function buffersOf({ series }: Frame): ArrayBuffer[] {
  return series.flatMap(({ x, y, smooth, line, epoch, oddX, oddY, oddLine }) =>
    [x, y, smooth, line, epoch, oddX, oddY, oddLine].flatMap((column) =>
      column && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
    ),
  );
}

function drawSeries(
  series: Series,
  axis: Axis,
  origin: number,
  extent: { readonly from: number; readonly to: number; readonly pixels: number },
  smoothing: Smoothing | undefined,
): Omit<FrameSeries, 'id'> {
  const { rows, count, pyramid, best } = series;
  const y = series.y.view();
  const x = rows.on(axis).subarray(0, count);
  const picked = decimate({ x, y, pyramid, attempts: attemptsOf(series, axis) }, extent);
  const smooth = smoothing && count >= SMOOTH_FROM ? smoothing.of(series) : undefined;
  const odd = oddOnes(series, x, extent);
  // A gap stands at the x of the point behind it, so that x still ascends where it can.
  const places = picked.map((index, at) => (index === GAP ? (picked[at + 1] ?? 0) : index));
  return {
    x: Float64Array.from(places, (index) => (x[index] ?? Number.NaN) - origin),
    y: at(y, picked),
    smooth: smooth && at(smooth, picked),
    line: at(rows.line, places),
    epoch: Float64Array.from(places, (index) => rows.at('epoch', index)),
    oddX: Float64Array.from(odd, (index) => (x[index] ?? Number.NaN) - origin),
    oddY: at(y, odd),
    oddLine: at(rows.line, odd),
    best,
  };
}

/** The rows of a series may be ahead of it: a sibling wrote the next one already. */
function attemptsOf({ rows, count }: Series, axis: Axis) {
  return rows.attempts(axis).filter(({ from }) => from < count);
}

function at(column: Float64Array, picked: readonly number[]): Float64Array {
  return Float64Array.from(picked, (index) => column[index] ?? Number.NaN);
}

/** Points that are not finite: of each kind at most one a pixel. */
function oddOnes(
  { odd, y }: Series,
  x: Float64Array,
  { from, to, pixels }: { readonly from: number; readonly to: number; readonly pixels: number },
): number[] {
  const scale = pixels / (to - from || 1);
  const lastPixel = new Map<string, number>();
  const kept: number[] = [];
  for (const index of odd.view()) {
    const place = x[index] ?? Number.NaN;
    if (!(place >= from && place <= to)) continue;
    const kind = String(y.at(index));
    const pixel = Math.floor((place - from) * scale);
    if (lastPixel.get(kind) === pixel) continue;
    lastPixel.set(kind, pixel);
    kept.push(index);
  }
  return kept;
}

function extentOf(series: readonly Series[], axis: Axis): { min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (const { rows, count } of series) {
    const x = rows.on(axis);
    const starts = rows.attempts(axis);
    starts.forEach(({ from, isAscending }, number) => {
      const to = Math.min(count, starts[number + 1]?.from ?? count);
      // Where x ascends, its ends are its extremes.
      const ends = isAscending ? [from, to - 1] : range(from, to);
      for (const index of ends) {
        const place = x[index] ?? Number.NaN;
        if (place < min) min = place;
        if (place > max) max = place;
      }
    });
  }
  return min <= max ? { min, max } : { min: 0, max: 0 };
}

function* range(from: number, to: number): Generator<number> {
  for (let index = from; index < to; index++) yield index;
}
