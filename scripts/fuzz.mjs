// Runs a program of test/fuzz: `npm run fuzz -- --minutes 10 --seed 1`, `npm run fuzz -- cuts`.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const [first = '', ...rest] = process.argv.slice(2);
const isNamed = first !== '' && !first.startsWith('-');
const name = isNamed ? first : 'readers';
const args = isNamed ? rest : process.argv.slice(2);
const out = join(root, `out-test/fuzz/${name}-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: [join(root, `test/fuzz/${name}.ts`)],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', out, ...args], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(out, { force: true });
process.exitCode = status ?? 1;
