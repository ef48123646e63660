import type { PythonFile } from '../python/pythonFile.js';

export interface Finding {
  /** From 1. */
  readonly line: number;
  /** UTF-16 offsets of what is wrong. */
  readonly start: number;
  readonly end: number;
  /** Where it differs from the lint's own. */
  readonly severity?: LintSeverity;
  readonly message: string;
}

export type LintSeverity = 'warning' | 'information' | 'hint';

/** One kind of mistake with losses. Silent wherever the tokens of this file do not prove it. */
export interface Lint {
  readonly id: string;
  readonly title: string;
  readonly severity: LintSeverity;
  find(file: PythonFile): readonly Finding[];
  /** Python that it must find, one finding each. */
  readonly wrong: readonly string[];
  /** Python on which it must be silent. */
  readonly right: readonly string[];
}
