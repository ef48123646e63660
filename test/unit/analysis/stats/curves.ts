export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const random = seeded(3);
const noise = Array.from({ length: 900 }, () => random() - 0.5);
/** Curves on which a running statistic has to agree with its definition. */
export const CURVES: readonly [string, readonly number[]][] = [
  ['nothing', []],
  ['one value', [1]],
  ['a constant', noise.map(() => 0.7)],
  ['noise around zero', noise],
  ['a fall', noise.map((y, i) => 3 * 0.98 ** i + 0.1 * y)],
  ['ever smaller steps', noise.map((_, i) => 0.98 ** i)],
  ['ever larger steps', noise.map((_, i) => 1.02 ** i)],
  ['steps small and large in turn', noise.map((y, i) => y * 10 ** Math.floor((i / 60) % 3))],
  ['few different values', noise.map((y) => Math.round(3 * y))],
  ['gaps', noise.map((y, i) => (i % 7 === 3 ? Number.NaN : y))],
  ['infinities', noise.map((y, i) => (i % 50 === 9 ? Number.POSITIVE_INFINITY : y))],
  ['NaN alone', [Number.NaN, Number.NaN, Number.NaN]],
  ['a million', noise.map((y) => 1e6 * (2 + y))],
  ['a millionth', noise.map((y) => 1e-6 * (2 + y))],
];

/** Equal but for rounding; NaN equals NaN. */
export function areClose(some: readonly number[], others: readonly number[]): boolean {
  return (
    some.length === others.length &&
    some.every((value, i) => {
      const other = others[i] ?? Number.NaN;
      return Object.is(value, other) || Math.abs(value - other) <= 1e-9 * Math.abs(other) + 1e-15;
    })
  );
}
