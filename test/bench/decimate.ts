// A window of 2000 px on 10 million points, against LTTB; a point more; what a point weighs.
import { Column, decimate, Pyramid } from '../../src/analysis/index.js';
import { cpuMs, median, printRow } from './parts/row.js';

const POINTS = 10_000_000;
const PIXELS = 2000;
const ROUNDS = 15;

const y = new Column();
const x = new Column();
const pyramid = new Pyramid();
/** A noisy decay with a rare spike, from a generator with a seed. */
let seed = 7;
const noise = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const shares = [0, 0.9 * POINTS].map((from, part) =>
  cpuMs(() => {
    const to = part === 0 ? 0.9 * POINTS : POINTS;
    for (let index = from; index < to; index++) {
      x.push(index);
      y.push(3 * Math.exp(-index / 3e6) + 0.2 * noise() + (index % 1_700_003 === 0 ? 5 : 0));
      pyramid.push(y.room);
    }
  }),
);

const curve = { x: x.view(), y: y.view(), pyramid, attempts: [{ from: 0, isAscending: true }] };
const extent = { from: 0, to: POINTS - 1, pixels: PIXELS };
const ours: number[] = [];
const theirs: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  ours.push(cpuMs(() => void decimate(curve, extent)));
  theirs.push(cpuMs(() => void lttb(curve.x, curve.y, PIXELS)));
}
printRow('window of 2000 px on 1e7 points / LTTB', median(ours) / median(theirs), 0.1, 'x');
printRow(
  'a point more: columns and pyramid',
  (1e6 * (shares[1] ?? 0)) / (0.1 * POINTS),
  2000,
  'ns',
);
printRow('columns whose extremes differ', wrongColumns(decimate(curve, extent)), 0.5, '');

/** Columns of which the picked points do not have the least and the greatest value. */
function wrongColumns(picked: readonly number[]): number {
  const extremes = (indices: Iterable<number>) => {
    const least = new Float64Array(PIXELS).fill(Infinity);
    const greatest = new Float64Array(PIXELS).fill(-Infinity);
    for (const index of indices) {
      const column = Math.min(PIXELS - 1, Math.floor((index / (POINTS - 1)) * PIXELS));
      const value = curve.y[index] ?? 0;
      if (value < (least[column] ?? 0)) least[column] = value;
      if (value > (greatest[column] ?? 0)) greatest[column] = value;
    }
    return { least, greatest };
  };
  const all = extremes(curve.y.keys());
  const some = extremes(picked);
  return Array.from({ length: PIXELS }, (_, at) => at).filter(
    (at) => all.least[at] !== some.least[at] || all.greatest[at] !== some.greatest[at],
  ).length;
}

/** Largest triangle, three buckets: the plain loop. @source S. Steinarsson (2013) */
function lttb(xs: Float64Array, ys: Float64Array, count: number): Uint32Array {
  const picked = new Uint32Array(count);
  const every = (xs.length - 2) / (count - 2);
  let last = 0;
  for (let bucket = 0; bucket < count - 2; bucket++) {
    const start = Math.floor(bucket * every) + 1;
    const next = Math.floor((bucket + 1) * every) + 1;
    const end = Math.min(Math.floor((bucket + 2) * every) + 1, xs.length);
    let meanX = 0;
    let meanY = 0;
    for (let at = next; at < end; at++) {
      meanX += xs[at] ?? 0;
      meanY += ys[at] ?? 0;
    }
    meanX /= end - next;
    meanY /= end - next;
    const fromX = xs[last] ?? 0;
    const fromY = ys[last] ?? 0;
    let best = -1;
    let chosen = start;
    for (let at = start; at < next; at++) {
      const area = Math.abs(
        (fromX - meanX) * ((ys[at] ?? 0) - fromY) - (fromX - (xs[at] ?? 0)) * (meanY - fromY),
      );
      if (area > best) {
        best = area;
        chosen = at;
      }
    }
    last = chosen;
    picked[bucket + 1] = chosen;
  }
  picked[count - 1] = xs.length - 1;
  return picked;
}
