// Runs a program of test/faults on what is built: `battery` (`npm run test:faults`), `soak`, `flood`.
//   npm run test:faults -- --only fifo,burst --seed 7
//   npm run test:soak -- --minutes 3
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleTest } from './bundleTest.mjs';

const root = resolve(import.meta.dirname, '..');
const [program, ...args] = process.argv.slice(2);
const out = join(root, `out-test/faults/${program}-${process.pid}.mjs`);
spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
await bundleTest(join(root, `test/faults/${program}.ts`), out);
const { status } = spawnSync(process.execPath, ['--expose-gc', out, ...args], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(out, { force: true });
process.exitCode = status ?? 1;
