import { type Call, callsIn } from '../python/calls.js';
import type { PythonFile, Statement } from '../python/pythonFile.js';
import type { Finding } from './lint.js';

export interface FoundCall extends Call {
  readonly statement: Statement;
}

/** Every call of the file, by statement. */
export function allCalls(file: PythonFile): FoundCall[] {
  return file.statements.flatMap((statement) =>
    callsIn(file, statement.tokens).map((call) => ({ ...call, statement })),
  );
}

export function isTorchLoss({ path }: Call): boolean {
  return /^torch\.nn(\.modules\.loss)?\.\w+Loss$/.test(path);
}

/**
 * Calls that compute one of the given losses: by its function, by an instance called at once, or by
 * a name that this file assigns such an instance to, and nothing else.
 */
export function lossCalls(
  file: PythonFile,
  functions: readonly string[],
  classes: readonly string[],
): FoundCall[] {
  const calls = allCalls(file);
  const built = new Map<string, boolean>();
  for (const { tokens } of file.statements) {
    const sign = tokens.findIndex(({ text }) => text === '=');
    if (sign < 1) continue;
    const target = tokens
      .slice(0, sign)
      .map(({ text }) => text)
      .join('');
    const call = callsIn(file, tokens).find(({ first }) => first === sign + 1);
    const isOurs = call !== undefined && classes.includes(call.path);
    built.set(target, isOurs && built.get(target) !== false);
  }
  return calls.filter(({ path, callee }) => functions.includes(path) || built.get(callee) === true);
}

export function finding(call: FoundCall, file: PythonFile, message: string): Finding {
  const [first, last] = [call.statement.tokens[call.first], call.statement.tokens[call.last]];
  const start = first?.start ?? 0;
  const line = file.text.slice(0, start).split(/\r\n|\n|\r/).length;
  return { line, start, end: last?.end ?? start, message };
}

/** The first argument is, as a whole, a call whose path or method is one of these. */
export function directArgument(file: PythonFile, call: FoundCall, names: RegExp): boolean {
  const tokens =
    call.args.find(({ keyword }) => keyword === undefined || keyword === 'input')?.tokens ?? [];
  const whole = callsIn(file, tokens).find(({ last }) => last === tokens.length - 1);
  return whole !== undefined && whole.first === 0 && names.test(whole.path);
}
