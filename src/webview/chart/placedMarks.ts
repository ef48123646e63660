import type { Mark } from '../../protocol.js';
import type { Card } from '../cards.js';

/** The plot in pixels: where its edges are, and which pixel a value has. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Foot of what stands under the plot on the same axis (the strip of the learning rate). */
  readonly foot: number;
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
}

/** A mark on the screen, with those of its kind that are so near that they share its shape. */
export interface PlacedMark {
  /** Tells it from the others; the same in the next frame. */
  readonly key: string;
  readonly mark: Mark;
  /** Those that it stands for besides itself. */
  readonly others: readonly Mark[];
  readonly px: number;
  /** Middle of its shape. */
  readonly py: number;
  /** Right end of a span; `px` otherwise. */
  readonly end: number;
}

/** Nearer than this, marks of one kind share a shape, in pixels. */
const SHARED = { spike: 12, other: 6 } as const;
/** How far a pointer may be from a shape, and from a line. */
const NEAR_SHAPE = 9;
const NEAR_LINE = 4;
/** Height of the lane above the plot in which the names of spans stand. */
const LANE = 22;

/** The marks that belong on a card: those of the run on the main one, spikes on that of their series. */
export function marksOn({ curves, isMain }: Card, marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ kind, series }) => {
    const curve = curves.find(({ id }) => id === series);
    if (kind === 'spike') return curve !== undefined;
    return isMain && (kind !== 'best' || curve?.best !== undefined);
  });
}

/** The marks of a window, from left to right. */
export function placeMarks(
  marks: readonly Mark[],
  { from, to }: { readonly from: number; readonly to: number },
  plot: Plot,
): readonly PlacedMark[] {
  const seen = marks.filter(({ x, to: end = x }) => x <= to && end >= from);
  const placed = seen.flatMap((mark) => place(mark, plot) ?? []).sort((a, b) => a.px - b.px);
  return shared(placed);
}

function place(mark: Mark, plot: Plot): PlacedMark | undefined {
  const { kind, x, to = x, y = Number.NaN, series } = mark;
  const px = Math.max(plot.left, plot.toX(x));
  const py = middleOf(kind, y, plot);
  if (!Number.isFinite(px) || !(py <= plot.bottom)) return undefined;
  const end = Math.min(plot.right, Math.max(px, plot.toX(to)));
  return { key: `${kind} ${series ?? ''} ${x}`, mark, others: [], px, py, end };
}

function middleOf(kind: Mark['kind'], y: number, { top, bottom, toY }: Plot): number {
  if (kind === 'onset') return top - 2;
  if (kind === 'spike' || kind === 'restart') return top + 4;
  if (kind !== 'best') return bottom - 6;
  const py = toY(y);
  return py >= top ? py : Number.NaN;
}

/** Measured from the first of those that share a shape: a row of rising spikes is not one mark. */
function shared(placed: readonly PlacedMark[]): PlacedMark[] {
  const kept: PlacedMark[] = [];
  const last = new Map<Mark['kind'], { readonly at: number; readonly start: number }>();
  for (const one of placed) {
    const { kind } = one.mark;
    const { at, start } = last.get(kind) ?? { at: -1, start: Number.NEGATIVE_INFINITY };
    const before = kept[at];
    const room = kind === 'spike' ? SHARED.spike : SHARED.other;
    const isNear = before && one.px - start < room && kind !== 'onset' && kind !== 'best';
    if (isNear) kept[at] = together(before, one);
    else last.set(kind, { at: kept.push(one) - 1, start: one.px });
  }
  return kept;
}

/** Of two spikes the higher stays where it is, of other marks the first. */
function together(a: PlacedMark, b: PlacedMark): PlacedMark {
  const isHigher = a.mark.kind === 'spike' && (b.mark.y ?? 0) > (a.mark.y ?? 0);
  const [stays, joins] = isHigher ? [b, a] : [a, b];
  return { ...stays, others: [...a.others, ...b.others, joins.mark] };
}

/** The marks under a pointer, the nearest first. A span is meant on its bar, its name or its edge. */
export function marksAt(
  placed: readonly PlacedMark[],
  px: number,
  py: number,
  plot: Plot,
): readonly PlacedMark[] {
  const away = (one: PlacedMark) => Math.hypot(one.px - px, one.py - py);
  return placed.filter((one) => isAt(one, px, py, plot)).sort((a, b) => away(a) - away(b));
}

function isAt({ mark, px, py, end }: PlacedMark, x: number, y: number, plot: Plot): boolean {
  const isOnLine = Math.abs(x - px) <= NEAR_LINE && y >= plot.top - 4 && y <= plot.foot;
  switch (mark.kind) {
    case 'onset': {
      const isOnBar = x >= px - NEAR_LINE && x <= end + NEAR_LINE;
      return isOnLine || (isOnBar && y >= plot.top - LANE && y <= plot.top + 4);
    }
    case 'best':
      return Math.hypot(x - px, y - py) <= NEAR_SHAPE || (isOnLine && y >= py);
    case 'spike':
      return Math.abs(x - px) <= NEAR_SHAPE && Math.abs(y - py) <= NEAR_SHAPE + 3;
    default:
      return isOnLine || Math.hypot(x - px, y - py) <= NEAR_SHAPE;
  }
}

/** The mark behind (or before) the one of this key, or behind this place; round at the ends. */
export function nextMark(
  placed: readonly PlacedMark[],
  from: { readonly key: string | undefined; readonly px: number },
  by: 1 | -1,
): PlacedMark | undefined {
  const at = placed.findIndex(({ key }) => key === from.key);
  if (at >= 0) return placed[(at + by + placed.length) % placed.length];
  return by > 0
    ? (placed.find(({ px }) => px > from.px) ?? placed[0])
    : ([...placed].reverse().find(({ px }) => px < from.px) ?? placed.at(-1));
}
