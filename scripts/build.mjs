// Builds the four bundles into dist/: host, engine worker, webview page, command line.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { bundles } from './bundles.mjs';

const watch = process.argv.includes('--watch');
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
