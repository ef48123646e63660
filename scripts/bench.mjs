// Each budget of the design with its bar: runs every file of test/bench and prints one table.
// A bench prints lines "name | value | bar | ratio | ok". `npm run bench -- ingest` runs one.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bundleTest } from './bundleTest.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'test/bench');
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => /\.(ts|mjs)$/.test(name))
  .filter((name) => wanted.length === 0 || wanted.some((want) => name.startsWith(want)));

// Inside the repository, so that a bench finds its packages.
const scratch = join(root, 'out-test/bench');
const rows = [];
let broken = 0;
spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
for (const name of files) {
  console.log(`\n── ${name}`);
  const out = join(scratch, basename(name).replace(/\.\w+$/, '.mjs'));
  await bundleTest(join(folder, name), out);
  // From the repository's root, so that a bench finds dist/ and ../shared.
  const result = spawnSync(process.execPath, ['--expose-gc', out], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  process.stdout.write(result.stdout);
  if (result.status !== 0) broken++;
  rows.push(...result.stdout.split('\n').filter((line) => line.split(' | ').length === 5));
}
rmSync(scratch, { recursive: true, force: true });

console.log('\nname | value | bar | ratio | ok');
for (const row of rows) console.log(row);
if (broken > 0) console.log(`${broken} of ${files.length} benches did not run to their end`);
process.exitCode = broken === 0 ? 0 : 1;
