import { spawn } from 'node:child_process';
import { type Ending, type Phrase, sayPhrase, type VerdictChange } from '../../analysis/index.js';
import type { RunSummary } from '../../protocol.js';
import type { Io } from '../command.js';
import type { WatchOptions } from './watchOptions.js';

/** What a command is run for. */
interface Occasion {
  readonly severity: string;
  readonly title: Phrase;
  readonly because: Phrase;
}

/**
 * Runs the command of `--exec` for a verdict, or for a run that broke off. What the log says goes in as
 * variables of the environment, never into the command: a log is the text of strangers.
 */
export class Hook {
  readonly #options: Pick<WatchOptions, 'exec' | 'on'>;
  readonly #io: Io;
  /** How each run ended when it was last told of. */
  readonly #endings = new Map<string, string>();

  constructor(options: Pick<WatchOptions, 'exec' | 'on'>, io: Io) {
    this.#options = options;
    this.#io = io;
  }

  verdict({ change, verdict }: VerdictChange, run: RunSummary): void {
    if (change === 'raised') this.#run(verdict, run, { LOSSCOPE_CODE: verdict.code });
  }

  /** Once for each end: a run that goes on may break off again. */
  run(run: RunSummary): void {
    // While a file is read again, what was said of its end stays said.
    if (run.state === 'reading') return;
    const { ending } = run;
    const key = ending && keyOf(ending);
    if (this.#endings.get(run.id) === key) return;
    if (!ending || !key) {
      this.#endings.delete(run.id);
      return;
    }
    this.#endings.set(run.id, key);
    this.#run(ending, run, { LOSSCOPE_ENDING: ending.how, LOSSCOPE_CAUSE: ending.cause ?? '' });
  }

  gone(run: string): void {
    this.#endings.delete(run);
  }

  #run(
    { severity, title, because }: Occasion,
    { file, name }: RunSummary,
    what: Readonly<Record<string, string>>,
  ): void {
    const { exec, on } = this.#options;
    const isCalledFor = severity === 'error' || (severity === 'warning' && on === 'warning');
    if (!exec || !isCalledFor) return;
    const child = spawn(exec, {
      shell: true,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        // Always set, so that none is inherited from a watch around this one.
        LOSSCOPE_CODE: '',
        LOSSCOPE_ENDING: '',
        LOSSCOPE_CAUSE: '',
        ...what,
        LOSSCOPE_FILE: file,
        LOSSCOPE_RUN: name,
        LOSSCOPE_SEVERITY: severity,
        LOSSCOPE_TITLE: sayPhrase(title),
        LOSSCOPE_BECAUSE: sayPhrase(because),
      },
    });
    child.on('error', ({ message }) => this.#io.err(`losscope watch: --exec: ${message}\n`));
    // The command may outlive the watch.
    child.unref();
  }
}

function keyOf({ how, line, because }: Ending): string {
  return `${how} ${line ?? ''} ${sayPhrase(because)}`;
}
