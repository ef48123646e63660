import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const GENERATOR = resolve('../shared/perf/gen.mjs');

/** A folder for what a bench writes, gone when it ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'losscope-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A log of this size and share of noise; undefined (and said so) where its generator is not there. */
export function generatedLog(folder: string, mib: number, noise: number): string | undefined {
  if (!existsSync(GENERATOR)) {
    console.log(`skipped: ${GENERATOR} is not there`);
    return undefined;
  }
  const file = join(folder, `noise-${noise}.log`);
  spawnSync(process.execPath, [GENERATOR, 'log', String(mib), file, '1', String(noise)]);
  return file;
}

/** CPU seconds (user and system) of a command. */
export function cpuOf(command: readonly string[]): number {
  const script = 'TIMEFORMAT="%U %S"; time "$@" | cat > /dev/null';
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8' });
  const seconds = /([\d.]+) ([\d.]+)\s*$/.exec(stderr);
  return Number(seconds?.[1]) + Number(seconds?.[2]);
}
