import type { Token } from './tokens.js';

/**
 * What an insertion and the lints need to know of a Python file. The line scanner of `readPython`
 * makes one; a parser may take its place without anybody else noticing.
 */
export interface PythonFile {
  readonly text: string;
  readonly newline: '\n' | '\r\n';
  /** One level of indentation as this file writes it. */
  readonly indent: string;
  /** Lines from 0, without their ends. */
  readonly lines: readonly string[];
  readonly statements: readonly Statement[];
  readonly imports: readonly Import[];
}

/** One logical line: a statement, or the header of a block. */
export interface Statement {
  /** The first word or sign: `import`, `class`, `@`, a name, a string. `async def` counts as `def`. */
  readonly kind: string;
  /** Lines from 0, both inside. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly indent: string;
  /** Index of the block header it stands under; undefined at module level. */
  readonly parent?: number;
  readonly opensBlock: boolean;
  /** Without comments and newlines. */
  readonly tokens: readonly Token[];
}

/** One name that an import binds: `from torch import nn as tnn` binds `tnn`, path `torch.nn`. */
export interface Import {
  /** `*` for a star import: then every name of the path is bound. */
  readonly binds: string;
  readonly path: string;
  readonly module: string;
  readonly isFrom: boolean;
  /** Index of its statement. */
  readonly statement: number;
}
