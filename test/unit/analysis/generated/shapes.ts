import type { Random } from './random.js';
import type { Line } from './run.js';

/** A clean curve: the value after this part (0 to 1) of a run. */
export type Shape = (part: number) => number;

export const range = <T>(length: number, of: (i: number) => T): T[] =>
  Array.from({ length }, (_, i) => of(i));

/** A fall from `from` to near `to`: an exponential, a power law or both, as trainings do. */
export function descent(random: Random, from = 2.3, to = from * random.between(0.1, 0.5)): Shape {
  const speed = random.between(3, 8);
  const power = random.between(0.4, 1);
  const mix = random.between(0.3, 1);
  const way = from - to;
  return (part) => {
    const quick = Math.exp(-speed * part);
    const slow = (1 + 60 * part) ** -power;
    return to + way * (mix * quick + (1 - mix) * slow);
  };
}

/** One curve of a log: `count` points of a shape over the x from `first` on, each `every` apart. */
export function curve(
  name: string,
  shape: Shape,
  { count, first = 1, every = 1, length = count * every }: Grid,
  noise: () => number = () => 0,
): Line {
  const x = range(count, (i) => first + every * i);
  return { name, x, y: x.map((at) => shape((at - first) / length) + noise()) };
}

export interface Grid {
  readonly count: number;
  readonly first?: number;
  readonly every?: number;
  /** The x by which the shape is through; its last point if not given. */
  readonly length?: number;
}

/** Every y of a line changed; its name and its x stay. */
export const withY = (line: Line, of: (y: number, i: number) => number): Line => ({
  ...line,
  y: line.y.map(of),
});
