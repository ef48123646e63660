import { LINTS } from './lints/index.js';
import type { Finding, LintSeverity } from './lints/lint.js';
import { readPython } from './python/readPython.js';

export interface LintFinding extends Finding {
  readonly rule: string;
  readonly severity: LintSeverity;
}

/** What the lints say of a Python text, by line. `# losscope: ignore[LS001]` on the line silences. */
export function lint(text: string): LintFinding[] {
  const file = readPython(text);
  return LINTS.flatMap(({ id, severity, find }) =>
    find(file)
      .filter(({ line }) => !isIgnored(file.lines[line - 1] ?? '', id))
      .map((found) => ({ severity, ...found, rule: id })),
  ).sort((a, b) => a.line - b.line || a.start - b.start);
}

function isIgnored(line: string, id: string): boolean {
  const ids = /#\s*losscope:\s*ignore\[([^\]]*)\]/.exec(line)?.[1];
  return ids?.split(',').some((one) => one.trim() === id) ?? false;
}
