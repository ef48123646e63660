import type { Pyramid } from './pyramid.js';

/** In the place of an index: the line is broken here (another attempt begins). */
export const GAP = -1;

/** One series over one axis. */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly pyramid: Pyramid;
  /** Where attempts begin, ascending, the first at 0. Lines do not join them. */
  readonly attempts: readonly Attempt[];
}

export interface Attempt {
  readonly from: number;
  /** x never goes back inside: the points of a column lie side by side. */
  readonly isAscending: boolean;
}

/** The visible part of the axis, and how many columns of pixels it fills. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly pixels: number;
}

/**
 * Indices of the points worth drawing (M4): for each column of pixels the first, the least, the
 * greatest and the last, in their order, so that the drawn line is that of all points to the pixel.
 * One point more on each side lets the line run out of the picture. Where all points fit (4 a
 * column), all are taken. Points that are not finite are left out, attempts are parted by `GAP`.
 * Costs O(pixels log n). @source "M4: A Visualization-Oriented Time Series Data Aggregation" (2014)
 */
export function decimate(curve: Curve, extent: Extent): number[] {
  const picked: number[] = [];
  curve.attempts.forEach(({ from, isAscending }, number) => {
    const to = curve.attempts[number + 1]?.from ?? curve.x.length;
    if (to <= from) return;
    const before = picked.length;
    if (before > 0) picked.push(GAP);
    if (isAscending) pickAscending(curve, from, to, extent, picked);
    else pickSorted(curve, from, to, extent, picked);
    if (picked.length === before + 1 && picked[before] === GAP) picked.pop();
  });
  return picked;
}

function pickAscending(
  { x, y, pyramid }: Curve,
  start: number,
  end: number,
  { from, to, pixels }: Extent,
  picked: number[],
): void {
  const first = Math.max(start, firstAtLeast(x, start, end, from) - 1);
  const last = Math.min(end, firstAbove(x, start, end, to) + 1);
  if (last - first <= 4 * pixels) {
    for (let index = first; index < last; index++)
      if (Number.isFinite(y[index])) picked.push(index);
    return;
  }
  const width = (to - from) / pixels;
  for (let column = 0, index = first, size = 0; index < last; column++) {
    const edge = column >= pixels ? Infinity : from + (column + 1) * width;
    const next = nextColumn(x, index, last, edge, size);
    pickColumn(y, pyramid, index, next, picked);
    size = next - index;
    index = next;
  }
}

/** Where the next column begins. Steps are mostly even: about as many points on as last time. */
function nextColumn(x: Float64Array, from: number, to: number, edge: number, size: number): number {
  for (let guess = from + size - 1; guess <= from + size + 1; guess++) {
    if (guess <= from || guess >= to) continue;
    if ((x[guess - 1] ?? 0) < edge && (x[guess] ?? 0) >= edge) return guess;
  }
  return firstAtLeast(x, from, to, edge);
}

/** The four of one column, each once, in order. */
function pickColumn(
  y: Float64Array,
  pyramid: Pyramid,
  from: number,
  to: number,
  picked: number[],
): void {
  const extremes = pyramid.extremes(y, from, to);
  if (!extremes) return;
  const early = Math.min(extremes.min, extremes.max);
  const late = Math.max(extremes.min, extremes.max);
  const first = pyramid.first(y, from, early + 1);
  const last = pyramid.last(y, late, to);
  picked.push(first);
  if (early > first) picked.push(early);
  if (late > early) picked.push(late);
  if (last > late) picked.push(last);
}

/** x goes back and forth (two writers in one file): the points are sorted first, O(n log n). */
function pickSorted(
  { x, y }: Curve,
  start: number,
  end: number,
  { from, to, pixels }: Extent,
  picked: number[],
): void {
  const order: number[] = [];
  for (let index = start; index < end; index++) {
    const at = x[index] ?? Number.NaN;
    if (at >= from && at <= to && Number.isFinite(y[index])) order.push(index);
  }
  order.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b);
  const scale = pixels / (to - from || 1);
  const columnOf = (index: number) => Math.floor(((x[index] ?? 0) - from) * scale);
  for (let at = 0; at < order.length; ) {
    let next = at + 1;
    while (next < order.length && columnOf(order[next] ?? 0) === columnOf(order[at] ?? 0)) next++;
    pickOrdered(y, order.slice(at, next), picked);
    at = next;
  }
}

function pickOrdered(y: Float64Array, column: readonly number[], picked: number[]): void {
  if (column.length <= 4) {
    picked.push(...column);
    return;
  }
  const valueAt = (place: number) => y[column[place] ?? 0] ?? Number.NaN;
  let least = 0;
  let greatest = 0;
  for (let place = 1; place < column.length; place++) {
    if (valueAt(place) < valueAt(least)) least = place;
    if (valueAt(place) > valueAt(greatest)) greatest = place;
  }
  const places = new Set([
    0,
    Math.min(least, greatest),
    Math.max(least, greatest),
    column.length - 1,
  ]);
  for (const place of places) picked.push(column[place] ?? 0);
}

/** First index of an ascending range whose x is at least this; the end where none is. */
function firstAtLeast(x: Float64Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  // Columns are short beside the series: gallop before halving.
  for (let step = 1; low + step < to; step *= 2) {
    if ((x[low + step] ?? 0) >= value) {
      high = low + step;
      break;
    }
    low += step;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(x: Float64Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
