import type { Import, PythonFile, Statement } from './pythonFile.js';
import type { Token } from './tokens.js';

/** The imports that hold at module level: also those inside `try` or `if`, but none of a function. */
export function importsOf(statements: readonly Statement[]): Import[] {
  return statements.flatMap((statement, index) =>
    isAtModuleLevel(statements, statement)
      ? simpleStatements(statement.tokens).flatMap((tokens) => bindings(tokens, index))
      : [],
  );
}

function isAtModuleLevel(statements: readonly Statement[], { parent }: Statement): boolean {
  const block = parent === undefined ? undefined : statements[parent];
  if (!block) return true;
  if (['class', 'def', 'for', 'while'].includes(block.kind) || isForTypesOnly(block)) return false;
  return isAtModuleLevel(statements, block);
}

function isForTypesOnly({ tokens }: Statement): boolean {
  return tokens.some(({ text }) => text === 'TYPE_CHECKING');
}

function simpleStatements(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === ';') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function bindings(tokens: readonly Token[], statement: number): Import[] {
  const words = tokens.map(({ text }) => text);
  if (words[0] === 'import') {
    return items(words.slice(1)).map(({ path, alias }) => {
      const root = path.split('.')[0] ?? path;
      return {
        binds: alias ?? root,
        path: alias ? path : root,
        module: path,
        isFrom: false,
        statement,
      };
    });
  }
  const split = words.indexOf('import');
  if (words[0] !== 'from' || split < 0) return [];
  const module = words.slice(1, split).join('');
  const names = items(words.slice(split + 1).filter((word) => word !== '(' && word !== ')'));
  return names.map(({ path: name, alias }) => ({
    binds: alias ?? name,
    path: name === '*' ? module : `${module}.${name}`,
    module,
    isFrom: true,
    statement,
  }));
}

/** `a.b as c, d` as `[{ path: 'a.b', alias: 'c' }, { path: 'd' }]`. */
function items(words: readonly string[]): { path: string; alias?: string }[] {
  return words
    .join(' ')
    .split(',')
    .map((item) => item.split(' as '))
    .map(([path = '', alias]) => ({
      path: path.replaceAll(' ', ''),
      ...(alias !== undefined && { alias: alias.trim() }),
    }))
    .filter(({ path }) => path !== '');
}

/**
 * How this file spells what stands under a full path: `torch.nn.MSELoss` is `tnn.MSELoss` after
 * `from torch import nn as tnn`. Undefined where no import before the line leads there. The
 * closest import wins; of a star import only the direct members are known.
 */
export function spelling(file: PythonFile, path: string, beforeLine: number): string | undefined {
  const routes = file.imports
    .filter(({ statement, binds }) => {
      const { lastLine } = file.statements[statement] ?? { lastLine: Infinity };
      return lastLine < beforeLine && !isRebound(file, binds);
    })
    .flatMap(({ binds, path: known }) => {
      if (binds === '*') {
        const member = path.slice(known.length + 1);
        const isMember = path.startsWith(`${known}.`) && !member.includes('.');
        return isMember ? [{ length: known.length, text: member }] : [];
      }
      const leads = path === known || path.startsWith(`${known}.`);
      return leads ? [{ length: known.length, text: binds + path.slice(known.length) }] : [];
    });
  return routes.sort((a, b) => b.length - a.length)[0]?.text;
}

/** The full path of a dotted name as written in this file: `nn.MSELoss` is `torch.nn.MSELoss`. */
export function fullPath(file: PythonFile, dotted: string): string {
  const [root = '', ...rest] = dotted.split('.');
  const found = file.imports.filter(({ binds }) => binds === root).at(-1);
  if (found) return [found.path, ...rest].join('.');
  const star = file.imports.find(({ binds, path }) => binds === '*' && path === 'torch.nn');
  return star && rest.length === 0 ? `${star.path}.${root}` : dotted;
}

/** The module itself gives the name another meaning: `nn = 3`, `class FocalLoss`. */
export function isRebound(file: PythonFile, name: string): boolean {
  return file.statements.some(({ parent, tokens, kind }) => {
    if (parent !== undefined) return false;
    if (kind === 'class' || kind === 'def')
      return tokens.some((t, i) => i < 3 && t.text === name && i > 0);
    return kind === name && tokens[1]?.text === '=';
  });
}
