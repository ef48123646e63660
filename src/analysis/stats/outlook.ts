import { medianOfLast } from './runningMedian.js';

/** Exponents of the power laws that are tried, and decay times of the exponentials as parts of the history. */
const POWERS = [0.25, 0.5, 0.75, 1, 1.5, 2];
const DECAYS = [0.1, 0.2, 0.35, 0.6, 1, 2];
/**
 * The first half is left out: it follows other laws (warm-up, the fast fall from a random start). Measured on
 * 419 simulated and 213 own runs: with it, the fall to come was foretold two to three times too large.
 */
const LEFT_OUT = 0.5;
/** Below this many blocks three numbers cannot be told from them. */
const FEWEST = 16;
/** A block farther from the law than this many scatters (a spike) is left out. */
const OUTLYING = 3.5;
/** Median of |residual| of normal values -> their standard deviation. */
const TO_SIGMA = 1.4826;

/** A level to come: the best guess, and what the laws that fit about as well say. */
export interface Outlook {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface Law {
  /** y = floor + height * shape(t) */
  readonly shape: (t: number) => number;
  readonly floor: number;
  readonly height: number;
  /** Sum of squared residuals, and over how many blocks. */
  readonly error: number;
  readonly blocks: number;
}

/**
 * The level `ahead` blocks after the last one of a history of block means, if it goes on by the law
 * level = c + a * t^-b or c + a * e^(-t/d) that fits it best. Undefined below 16 blocks, or where no law falls.
 * `least`: the level cannot be lower (0 for losses that are positive). O(blocks) for each of 12 laws.
 */
export function outlookOf(
  means: readonly number[],
  ahead: number,
  least = Number.NEGATIVE_INFINITY,
): Outlook | undefined {
  if (means.length < FEWEST) return undefined;
  const laws = lawsOf(means.length)
    .map((shape) => lawOf(means, shape, least))
    .filter((law) => law.height >= 0);
  const best = laws.reduce<Law | undefined>((a, b) => (a && a.error <= b.error ? a : b), undefined);
  if (!best) return undefined;
  // Laws that noise alone could have made the best one: by the F ratio of two fits, about 4 in n - 3.
  const enough = best.error * (1 + 4 / Math.max(1, best.blocks - 3)) + Number.MIN_VALUE;
  const end = means.length - 0.5 + ahead;
  const values = laws.filter(({ error }) => error <= enough).map((law) => valueAt(law, end));
  return {
    value: medianOfLast(values, values.length),
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

function lawsOf(length: number): ((t: number) => number)[] {
  return [
    ...POWERS.map((power) => (t: number) => t ** -power),
    ...DECAYS.map((part) => (t: number) => Math.exp(-t / (part * length))),
  ];
}

function valueAt({ shape, floor, height }: Law, t: number): number {
  return floor + height * shape(t);
}

/** Least squares without the blocks that lie far from the law of the medians of three. */
function lawOf(means: readonly number[], shape: (t: number) => number, least: number): Law {
  const from = Math.floor(LEFT_OUT * means.length);
  const points = means.slice(from).map((y, i) => ({ x: shape(from + i + 0.5), y }));
  const calm = points.map(({ x }, i) => ({ x, y: middleOf(points, i) }));
  const first = line(calm, least);
  const distances = points.map(({ x, y }) => Math.abs(y - first.floor - first.height * x));
  const far = OUTLYING * TO_SIGMA * medianOfLast(distances, distances.length);
  const near = points.filter((_, i) => (distances[i] ?? 0) <= far);
  const { floor, height } = near.length >= FEWEST / 2 ? line(near, least) : first;
  const error = points.reduce((sum, { x, y }) => {
    const off = Math.min(far, Math.abs(y - floor - height * x));
    return sum + off * off;
  }, 0);
  return { shape, floor, height, error, blocks: points.length };
}

/** The median of a value and its two neighbours: a spike in one block is not seen. */
function middleOf(points: readonly Sample[], at: number): number {
  const near = points.slice(Math.max(0, at - 1), at + 2).map(({ y }) => y);
  return medianOfLast(near, near.length);
}

interface Sample {
  readonly x: number;
  readonly y: number;
}

/** The straight line y = floor + height * x of least squares; through `least` where it would lie below. */
function line(points: readonly Sample[], least: number): { floor: number; height: number } {
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const spread = sum(points.map(({ x }) => (x - meanX) ** 2));
  const height = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
  const floor = meanY - height * meanX;
  if (floor >= least) return { floor, height };
  const squares = sum(points.map(({ x }) => x * x));
  return { floor: least, height: sum(points.map(({ x, y }) => x * (y - least))) / squares };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
