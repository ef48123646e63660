import { printableLines } from '../analysis/index.js';
import { type Command, type Io, UsageError } from './command.js';
import { criterion } from './criterion.js';
import { diagnose } from './diagnose.js';
import { extract } from './extract.js';
import { replay } from './replay.js';
import { watch } from './watch.js';

/** The calls, in the order of the help. */
const COMMANDS: readonly Command[] = [extract, diagnose, replay, watch, criterion];

const io: Io = {
  out: (text) => void process.stdout.write(text),
  // For people: what a file name or a log would do to their terminal, it does not.
  err: (text) => void process.stderr.write(printableLines(text)),
};

function help(): string {
  const rows = COMMANDS.map(({ usage, does }) => `  losscope ${usage}\n      ${does}\n`);
  return `Losscope reads training logs: curves, verdicts, criteria.\n\n${rows.join('')}`;
}

/** Runs one call. Errors are one line on stderr: what is wrong and what to do. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(help());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    io.err(`losscope: there is no call "${name}". See: losscope help\n`);
    return 2;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    const known = error instanceof UsageError;
    io.err(`losscope ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return known ? 2 : 1;
  }
}

// A closed pipe (`| head`) is the reader's good right, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
