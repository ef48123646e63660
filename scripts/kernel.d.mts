/** The text of `src/analysis/bytes/kernel.ts`, compiled from its source. */
export function kernelModule(): Promise<string>;
