import type { Card, Curve } from '../cards.js';

/** Where the reader points, on the shared axis; `curve` is set when the keys chose one line. */
export interface Cursor {
  readonly x: number;
  readonly metric: string;
  readonly curve?: number | undefined;
  /** Keys of the marks that are meant, the nearest first: under the pointer, or the one the keys chose. */
  readonly marks?: readonly string[] | undefined;
  /** Chosen by the keys: where it is, is shown. */
  readonly isByKey?: boolean | undefined;
}

/** A point of a curve that the cursor is near to. */
export interface Hit {
  readonly curve: Curve;
  readonly index: number;
}

/** Index of the nearest drawn point; -1 where there is none. Attempts overlap, so all are looked at. */
export function nearest({ data }: Curve, x: number): number {
  let found = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let index = 0; index < data.x.length; index++) {
    const away = Math.abs((data.x[index] ?? Number.NaN) - x);
    if (away <= distance && Number.isFinite(data.y[index])) {
      found = index;
      distance = away;
    }
  }
  return found;
}

/** The points of a card under the cursor, the learning rate last. */
export function hitsOf(card: Card, x: number): readonly Hit[] {
  const curves = card.rate ? [...card.curves, card.rate] : card.curves;
  return curves
    .map((curve) => ({ curve, index: nearest(curve, x) }))
    .filter(({ index }) => index >= 0);
}

/** The hit that lies nearest to x: a val point is not meant where a train point is nearer. */
export function closest(hits: readonly Hit[], x: number): Hit | undefined {
  const away = ({ curve, index }: Hit) => Math.abs((curve.data.x[index] ?? Number.NaN) - x);
  return [...hits].sort((a, b) => away(a) - away(b))[0];
}

/** The neighbour of a point, over gaps; the same index at either end. */
export function neighbour({ data }: Curve, index: number, by: 1 | -1): number {
  for (let next = index + by; next >= 0 && next < data.y.length; next += by) {
    if (Number.isFinite(data.y[next])) return next;
  }
  return index;
}
