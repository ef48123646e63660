/** The same numbers for the same seed, on every machine. */
export interface Random {
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Normal, with standard deviation 1. */
  gauss(): number;
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number;
}

export function seeded(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + (to - from) * next(),
    gauss: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    whole: (from, to) => Math.floor(from + (to - from + 1) * next()),
  };
}
