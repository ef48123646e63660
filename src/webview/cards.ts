import type { Frame, FrameSeries, PointAt, SeriesSummary } from '../protocol.js';
import { type Writing, writingOf } from './numbers.js';

/** One line on a chart: columns of the frame and how it is told apart. */
export interface Curve {
  readonly id: number;
  readonly label: string;
  readonly hue: 'train' | 'val' | 'lr' | number;
  readonly hasDots: boolean;
  readonly data: FrameSeries;
  /** The column that is drawn as the line; the other is drawn faintly behind it. */
  readonly line: Float64Array;
  readonly isSmooth: boolean;
  readonly best: PointAt | undefined;
}

/** One chart: a metric with all its splits. */
export interface Card {
  readonly metric: string;
  readonly curves: readonly Curve[];
  readonly isMain: boolean;
  readonly writing: Writing;
  /** Learning rate under the main chart, on the same axis. */
  readonly rate: Curve | undefined;
}

/** From here on val is drawn smoothed as well: its dots would lie on each other. */
const MANY = 400;

/** The charts of a frame: the loss first and large, then what else was measured, in order of appearance. */
export function cardsOf(frame: Frame): readonly Card[] {
  const infos = new Map(frame.run.series.map((info) => [info.id, info]));
  const groups = new Map<string, [SeriesSummary, FrameSeries][]>();
  for (const data of frame.series) {
    const info = infos.get(data.id);
    if (!info) continue;
    const key = info.kind === 'lr' ? `lr ${info.metric}` : info.metric;
    groups.set(key, [...(groups.get(key) ?? []), [info, data]]);
  }
  const ordered = [...groups.values()].sort((a, b) => rankOf(a) - rankOf(b));
  const rates = ordered.find(([first]) => first?.[0].kind === 'lr');
  return ordered.map((group, index) => cardOf(group, index === 0, index === 0 ? rates : undefined));
}

/** Loss named plainly, other losses, errors, accuracies, the rest, learning rates. */
function rankOf(group: readonly [SeriesSummary, FrameSeries][]): number {
  const info = group[0]?.[0];
  if (!info) return 9;
  if (info.kind === 'loss') {
    const isPlain = info.metric.toLowerCase() === 'loss';
    return (isPlain ? 0 : 1) - (group.length > 1 ? 0.5 : 0);
  }
  return { error: 2, accuracy: 3, reward: 4, other: 5, lr: 6 }[info.kind];
}

function cardOf(
  group: readonly [SeriesSummary, FrameSeries][],
  isMain: boolean,
  rates: readonly [SeriesSummary, FrameSeries][] | undefined,
): Card {
  const curves = group.map(([info, data], index) => curveOf(info, data, group, index));
  const first = group[0]?.[0];
  const firstRate = rates?.[0];
  const hasRate = firstRate !== undefined && first?.kind !== 'lr';
  return {
    metric: first?.metric ?? '',
    curves,
    isMain,
    writing: writingOf(first?.kind ?? 'other', largestOf(curves)),
    rate: hasRate ? curveOf(firstRate[0], firstRate[1], [firstRate], 0) : undefined,
  };
}

function curveOf(
  info: SeriesSummary,
  data: FrameSeries,
  group: readonly [SeriesSummary, FrameSeries][],
  index: number,
): Curve {
  const isVal = info.split === 'val';
  const isAlone = group.filter(([other]) => other.split === info.split).length === 1;
  const mayBeSmooth = info.kind !== 'lr' && (!isVal || data.y.length > MANY);
  const smooth = mayBeSmooth ? data.smooth : undefined;
  return {
    id: info.id,
    label: labelOf(info, isAlone),
    hue: info.kind === 'lr' ? 'lr' : hueOf(info, isAlone, index),
    hasDots: isVal && !smooth,
    data,
    line: smooth ?? data.y,
    isSmooth: smooth !== undefined,
    best: info.better && (isVal || group.length === 1) ? data.best : undefined,
  };
}

/** Train and val by their split, a rate as `lr`, everything else by the name that was printed. */
function labelOf({ kind, name, split }: SeriesSummary, isAlone: boolean): string {
  if (kind === 'lr') return isAlone ? 'lr' : name;
  return isAlone && split !== 'other' ? split : name;
}

function hueOf(info: SeriesSummary, isAlone: boolean, index: number): Curve['hue'] {
  if (isAlone && info.split === 'train') return 'train';
  if (isAlone && info.split === 'val') return 'val';
  return index === 0 ? 0 : index + 1;
}

function largestOf(curves: readonly Curve[]): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const { data } of curves) for (const y of data.y) if (y > largest) largest = y;
  return largest;
}
