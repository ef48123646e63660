/** One call of the command line: what it is told, and the exit code it answers with. */
export interface Command {
  readonly name: string;
  /** One line for `losscope help`: the arguments. */
  readonly usage: string;
  readonly does: string;
  run(args: readonly string[], io: Io): Promise<number>;
}

export interface Io {
  out(text: string): void;
  err(text: string): void;
}

/** What the user can mend: one line on stderr, exit 2. */
export class UsageError extends Error {}
