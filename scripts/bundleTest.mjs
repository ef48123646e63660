// Bundles a TypeScript program of test/ for Node, so that it runs without a loader.
import * as esbuild from 'esbuild';

/** `outfile` lies inside the repository: the program finds its packages from there. */
export function bundleTest(entry, outfile) {
  return esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
}
