import type { BuildOptions } from 'esbuild';

/** What is built, each with the file it goes to in `dist`. */
export const bundles: readonly (BuildOptions & { readonly outfile: string })[];
