// What is built: host, engine worker, the engine for patterns, command line, webview page.
const common = {
  bundle: true,
  minify: !process.argv.includes('--debug'),
  sourcemap: process.argv.includes('--debug') ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
};
/** Loaded only by who has a pattern of his own: one file beside the bundles that may ask for it. */
const linearEngine = {
  name: 'linear-engine',
  setup: (build) =>
    build.onResolve({ filter: /^re2js$/ }, () => ({ path: './re2.js', external: true })),
};
/** What is loaded late is required: that is the same in the editor's host, in its worker and in Node. */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: { 'dynamic-import': false },
};

export const bundles = [
  {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['src/engine/worker.ts'],
    outfile: 'dist/engine.js',
    plugins: [linearEngine],
  },
  { ...node, entryPoints: ['re2js'], outfile: 'dist/re2.js' },
  {
    ...node,
    entryPoints: ['src/cli/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [linearEngine],
  },
  {
    ...common,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/webview.js',
  },
];
