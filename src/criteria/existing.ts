import { CRITERIA } from './catalogue.js';
import { type Call, callsIn } from './python/calls.js';
import type { PythonFile, Statement } from './python/pythonFile.js';

/** A criterion that the file builds already: `self.loss = nn.MSELoss().to(device)`. */
export interface ExistingCriterion {
  readonly statement: Statement;
  readonly call: Call;
  /** Offsets of the call alone: target, `.to(device)` and comments stay outside. */
  readonly start: number;
  readonly end: number;
}

const USUAL_TARGET = /^(self\.)?(\w*criterion\w*|loss_fn|loss_func|loss_function|loss)$/;
const KNOWN = new Set(CRITERIA.map(({ name }) => name));

/** The criterion built by the statement on a line (from 0). */
export function criterionAt(file: PythonFile, line: number): ExistingCriterion | undefined {
  const statement = file.statements.find((s) => s.firstLine <= line && line <= s.lastLine);
  if (!statement || statement.opensBlock) return undefined;
  const { tokens } = statement;
  const sign = assignmentSign(tokens);
  if (sign < 1) return undefined;
  const call = callsIn(file, tokens).find(({ first }) => first === sign + 1);
  const target = tokens.slice(
    0,
    tokens.findIndex(({ text }) => text === ':' || text === '='),
  );
  const [start, end] = [tokens[call?.first ?? -1]?.start, tokens[call?.last ?? -1]?.end];
  if (!call || start === undefined || end === undefined) return undefined;
  const isUsual = USUAL_TARGET.test(target.map(({ text }) => text).join(''));
  return buildsLoss(call) && (isUsual || KNOWN.has(call.path) || call.callee.endsWith('Loss'))
    ? { statement, call, start, end }
    : undefined;
}

/** A class, by its capital: `F.cross_entropy(x, y)` on the right of `loss =` is a value, not a criterion. */
function buildsLoss({ callee, path }: Call): boolean {
  return (
    KNOWN.has(path) || /^[A-Z]\w*(Loss|Criterion)\w*$|Loss$/.test(callee.split('.').at(-1) ?? '')
  );
}

function assignmentSign(tokens: Statement['tokens']): number {
  let depth = 0;
  return tokens.findIndex(({ text }) => {
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text)) depth--;
    return depth === 0 && text === '=';
  });
}
