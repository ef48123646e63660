// Runs a program of test/fuzz: `npm run fuzz -- --minutes 10 --seed 1`, `npm run fuzz -- cuts`.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleTest } from './bundleTest.mjs';

const root = resolve(import.meta.dirname, '..');
const [first = '', ...rest] = process.argv.slice(2);
const isNamed = first !== '' && !first.startsWith('-');
const name = isNamed ? first : 'readers';
const args = isNamed ? rest : process.argv.slice(2);
const out = join(root, `out-test/fuzz/${name}-${process.pid}.mjs`);
await bundleTest(join(root, `test/fuzz/${name}.ts`), out);
const { status } = spawnSync(process.execPath, ['--expose-gc', out, ...args], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(out, { force: true });
process.exitCode = status ?? 1;
