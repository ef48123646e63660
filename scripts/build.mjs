// Builds the four bundles into dist/: host, engine worker, webview page, command line.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
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

const bundles = [
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

rmSync('dist', { recursive: true, force: true });
if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(bundle)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const built = await Promise.all(
    bundles.map((bundle) => esbuild.build({ ...bundle, metafile: true })),
  );
  writeFileSync('dist/LICENSES.txt', licencesOf(built.map(({ metafile }) => metafile)));
}

/** The licences of the packages whose code is in the bundles, as they ask to be kept with it. */
function licencesOf(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = inputs.flatMap((input) => {
    const hit = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    return hit ? [hit[0]] : [];
  });
  return [...new Set(folders)].sort().map(licenceOf).join('\n');
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : 'No text in the package.';
  return `${'─'.repeat(60)}\n${name} ${version} (${license})\n\n${text}\n`;
}
