import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
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
  return generated(folder, 'log', mib, noise);
}

/** A generated input of a kind. */
export function generated(
  folder: string,
  kind: 'log' | 'csv' | 'jsonl',
  mib: number,
  noise: number,
): string | undefined {
  if (!existsSync(GENERATOR)) {
    console.log(`skipped: ${GENERATOR} is not there`);
    return undefined;
  }
  const file = join(folder, `noise-${noise}.${kind}`);
  spawnSync(process.execPath, [GENERATOR, kind, String(mib), file, '1', String(noise)]);
  return file;
}

/** A program that reads a file by one method of those that were compared for the design. */
export function peer(method: string): readonly string[] {
  // By its real path: through a link it would not know that it is the program.
  return [process.execPath, realpathSync('../shared/perf/ingest.mjs'), method];
}

/** What a command prints. */
export function outputOf([command = '', ...args]: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout;
}

/** CPU seconds (user and system) of a command. */
export function cpuOf(command: readonly string[]): number {
  const script = 'TIMEFORMAT="%U %S"; time "$@" | cat > /dev/null';
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8' });
  const seconds = /([\d.]+) ([\d.]+)\s*$/.exec(stderr);
  return Number(seconds?.[1]) + Number(seconds?.[2]);
}
