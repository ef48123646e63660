// The fault battery: `npm run test:faults`, `npm run test:faults -- --only fifo,burst --seed 7`.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const out = join(root, `out-test/faults/battery-${process.pid}.mjs`);
spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
await esbuild.build({
  entryPoints: [join(root, 'test/faults/battery.ts')],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [out, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(out, { force: true });
process.exitCode = status ?? 1;
