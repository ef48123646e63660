import { spawn } from 'node:child_process';
import { sayPhrase, type VerdictChange } from '../../analysis/index.js';
import type { RunSummary } from '../../protocol.js';
import type { Io } from '../command.js';
import type { WatchOptions } from './watchOptions.js';

/**
 * Runs the command of `--exec` for a verdict. What the log says goes in as variables of the
 * environment, never into the command: a log is the text of strangers.
 */
export function runHook(
  { exec, on }: Pick<WatchOptions, 'exec' | 'on'>,
  { change, verdict }: VerdictChange,
  { file, name }: RunSummary,
  io: Io,
): void {
  const { severity } = verdict;
  const isCalledFor = severity === 'error' || (severity === 'warning' && on === 'warning');
  if (!exec || change !== 'raised' || !isCalledFor) return;
  const child = spawn(exec, {
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      LOSSCOPE_FILE: file,
      LOSSCOPE_RUN: name,
      LOSSCOPE_CODE: verdict.code,
      LOSSCOPE_SEVERITY: severity,
      LOSSCOPE_TITLE: sayPhrase(verdict.title),
      LOSSCOPE_BECAUSE: sayPhrase(verdict.because),
    },
  });
  child.on('error', ({ message }) => io.err(`losscope watch: --exec: ${message}\n`));
  // The command may outlive the watch.
  child.unref();
}
