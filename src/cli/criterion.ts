import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printableLines } from '../analysis/index.js';
import { CRITERIA, criterionOf } from '../criteria/catalogue.js';
import type { Criterion } from '../criteria/criterion.js';
import { applyEdits } from '../criteria/draft.js';
import { type LintFinding, lint } from '../criteria/lint.js';
import { english } from '../criteria/note.js';
import { readNotebook, withCell } from '../criteria/notebook.js';
import { isRefusal, planInsertion } from '../criteria/plan.js';
import { type Command, type Io, UsageError } from './command.js';
import { type InsertOptions, readInsertOptions } from './criterionOptions.js';
import { jsonLine } from './jsonLine.js';

/** The bodies ship beside the bundle, and lie beside the sources. */
const MEDIA = ['../media', '../../media'].map((path) => join(__dirname, path, 'criteria'));

export const criterion: Command = {
  name: 'criterion',
  usage:
    'criterion list [--framework F] [--json] | insert ID --file FILE --line N [--cell N] [--replace] [--framework F] [--set name=value] [--write] | check FILE... [--json]',
  does: 'The catalogue of losses; puts one into a training file; finds mistakes with losses.',
  async run([call, ...args], io) {
    if (call === 'list') return list(args, io);
    if (call === 'insert') return insert(readInsertOptions(args), io);
    if (call === 'check') return check(args, io);
    throw new UsageError(`usage: losscope ${criterion.usage}`);
  },
};

function list(args: readonly string[], io: Io): number {
  const at = args.indexOf('--framework');
  const framework = at < 0 ? undefined : args[at + 1];
  const known = args.filter(
    (arg, i) => arg !== '--json' && arg !== '--framework' && !(at >= 0 && i === at + 1),
  );
  if (known.length > 0 || (at >= 0 && framework === undefined)) {
    throw new UsageError('usage: losscope criterion list [--framework F] [--json]');
  }
  const rows = CRITERIA.filter((row) => framework === undefined || row.framework === framework);
  if (rows.length === 0)
    throw new UsageError(`no criteria for "${framework}"; there is ${frameworks()}`);
  if (args.includes('--json')) io.out(`${JSON.stringify(rows.map(asJson))}\n`);
  else
    for (const { id, title, task, name } of rows)
      io.out(`${id.padEnd(14)} ${title.padEnd(34)} ${task.padEnd(16)} ${name}\n`);
  return 0;
}

function asJson({ parameters, ...row }: Criterion): unknown {
  const plain = parameters.map(({ name, fallback, means, range }) => ({
    name,
    default: fallback ?? 'required',
    means,
    ...(range && { range }),
  }));
  return { ...row, parameters: plain };
}

function insert(options: InsertOptions, io: Io): number {
  const { id, file, framework = 'pytorch', cell, write } = options;
  const row = criterionOf(id, framework);
  if (!row)
    throw new UsageError(
      `there is no criterion "${id}" for ${framework}. See: losscope criterion list`,
    );
  const whole = readText(file);
  const source = cell === undefined ? plainSource(file, whole) : cellSource(file, whole, cell);
  const lines = source.split(/\r\n|\n|\r/).length;
  if (options.line > lines)
    throw new UsageError(`there is no line ${options.line}; the last one is ${lines}`);

  const body = bodyOf(row);
  const { line, replace, values } = options;
  const plan = planInsertion(source, {
    criterion: row,
    line,
    replace,
    values,
    ...(body !== undefined && { body }),
  });
  if (isRefusal(plan)) throw new UsageError(`${file}: ${english(plan.refused)}`);
  const changed = applyEdits(source, plan.edits);
  const result = cell === undefined ? changed : withCell(whole, cell, changed);
  if (write) writeFileSync(file, result);
  else io.out(result);
  for (const said of plan.notes) io.err(`losscope criterion: ${english(said)}\n`);
  return 0;
}

function plainSource(file: string, text: string): string {
  if (file.endsWith('.ipynb'))
    throw new UsageError(`${file} is a notebook: say which cell with --cell N, from 0`);
  return text;
}

function cellSource(file: string, text: string, cell: number): string {
  const notebook = readNotebook(text);
  if (!notebook) throw new UsageError(`${file} is no notebook: leave out --cell`);
  const source = notebook.cells[cell];
  if (source === undefined)
    throw new UsageError(
      `${file}: cell ${cell} is no code cell; there are ${notebook.cells.length} cells, from 0`,
    );
  return source;
}

interface FileFinding extends LintFinding {
  readonly cell?: number;
}

function check(args: readonly string[], io: Io): number {
  const files = args.filter((arg) => arg !== '--json');
  if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
    throw new UsageError('usage: losscope criterion check FILE... [--json]');
  }
  let unreadable = 0;
  for (const file of files) {
    try {
      say(file, findingsOf(file, readText(file)), args.includes('--json'), io);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.err(`losscope criterion: ${error.message}\n`);
      unreadable++;
    }
  }
  return unreadable > 0 ? 2 : 0;
}

function findingsOf(file: string, text: string): FileFinding[] {
  if (!file.endsWith('.ipynb')) return lint(text);
  const notebook = readNotebook(text);
  if (!notebook) throw new UsageError(`${file} is no notebook that can be read`);
  return notebook.cells.flatMap((source, cell) =>
    lint(source ?? '').map((found) => ({ ...found, cell })),
  );
}

function say(file: string, findings: readonly FileFinding[], json: boolean, io: Io): void {
  if (json) {
    const rows = findings.map(({ rule, line, cell, severity, message }) => ({
      rule,
      line,
      ...(cell !== undefined && { cell }),
      severity,
      message,
    }));
    io.out(jsonLine({ file, findings: rows }));
    return;
  }
  for (const { rule, line, cell, severity, message } of findings) {
    io.out(
      printableLines(
        `${file}:${cell === undefined ? '' : `cell ${cell}:`}${line}: ${severity} ${rule}: ${message}\n`,
      ),
    );
  }
}

function bodyOf({ kind, framework, id }: Criterion): string | undefined {
  if (kind === 'builtin') return undefined;
  const paths = MEDIA.map((folder) => join(folder, framework, `${id}.py`));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error(`the body of "${id}" is missing from this installation`);
  return readFileSync(found, 'utf8');
}

function frameworks(): string {
  return [...new Set(CRITERIA.map(({ framework }) => framework))].join(', ');
}

/** Refuses what is not UTF-8 rather than writing back another text. */
function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    const reason =
      error instanceof TypeError
        ? 'not UTF-8'
        : error instanceof Error
          ? error.message
          : String(error);
    throw new UsageError(`cannot read ${file}: ${reason}`);
  }
}
