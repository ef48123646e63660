import type { Draft } from './draft.js';
import { importPlace, isStdlib } from './importBlock.js';
import { isRebound, spelling } from './python/imports.js';
import type { PythonFile } from './python/pythonFile.js';

/** A name that new code refers to, and the import that would bind it. */
export interface Needed {
  readonly binds: string;
  readonly path: string;
  readonly module: string;
  readonly isFrom: boolean;
  /** The full path that the code wants to spell, where it is not `path` itself. */
  readonly member?: string;
}

export interface Spelled {
  /** From the name in the body (or the full path of a builtin) to what this file calls it. */
  readonly spellings: ReadonlyMap<string, string>;
  readonly missing: readonly Needed[];
}

/** Uses the imports that the file has above a line; what none leads to is missing. */
export function spellNeeds(
  file: PythonFile,
  needs: readonly Needed[],
  beforeLine: number,
): Spelled {
  const spellings = new Map<string, string>();
  const missing: Needed[] = [];
  for (const need of needs) {
    const wanted = need.member ?? need.path;
    const known = spelling(file, wanted, beforeLine);
    spellings.set(need.member ?? need.binds, known ?? newSpelling(file, need, missing));
  }
  return { spellings, missing };
}

/** Adds an import to the list; a name that the file uses for something else gives way to the full path. */
function newSpelling(file: PythonFile, need: Needed, missing: Needed[]): string {
  const isTaken =
    isRebound(file, need.binds) || file.imports.some(({ binds }) => binds === need.binds);
  const root = need.path.split('.')[0] ?? need.path;
  const rest = need.member?.slice(need.path.length) ?? '';
  if (!isTaken) {
    missing.push(need);
    return need.binds + rest;
  }
  if (!missing.some(({ binds }) => binds === root)) {
    missing.push({ binds: root, path: root, module: root, isFrom: false });
  }
  return need.path + rest;
}

/** Puts imports where their kin stands, or into a `from` line of the same module. */
export function addImports(
  draft: Draft,
  file: PythonFile,
  missing: readonly Needed[],
  blockEnd: number,
): void {
  const left = missing.filter((need) => !extendFrom(draft, file, need, blockEnd));
  const byPlace = new Map<number, Needed[]>();
  for (const need of left) {
    const { below } = importPlace(file, need.module, blockEnd);
    byPlace.set(below, [...(byPlace.get(below) ?? []), need]);
  }
  for (const [below, needs] of byPlace) putImports(draft, file, needs, below, blockEnd);
}

function putImports(
  draft: Draft,
  file: PythonFile,
  needs: readonly Needed[],
  below: number,
  blockEnd: number,
): void {
  const [stdlib, others] = [true, false].map((wanted) =>
    importLines(needs.filter(({ module }) => isStdlib(module) === wanted)),
  );
  const lines = [stdlib ?? [], others ?? []].filter((group) => group.length > 0);
  const texts = lines.flatMap((group, at) => (at > 0 ? ['', ...group] : group));
  const places = needs.map(({ module }) => importPlace(file, module, blockEnd));
  const start = draft.insertBelow(below, texts);
  const joinsKin = places.some(({ blankAbove }) => !blankAbove);
  const index = start + (joinsKin ? 0 : draft.spaceAbove(start, 1));
  const last = index + texts.length - 1;
  const next = draft.textAt(last + 1) ?? '';
  const after = draft.nextText(last);
  const isImport = /^(import|from) /.test(next);
  if (isImport && !places.some(({ blankBelow }) => blankBelow)) return;
  draft.spaceBelow(last, /^(def|class|async|@)/.test(after) ? 2 : 1);
}

/** One line a module: `import torch` before `from torch import nn`. */
function importLines(needs: readonly Needed[]): string[] {
  const plain = needs.filter(({ isFrom }) => !isFrom).map(({ path }) => `import ${path}`);
  const modules = [...new Set(needs.filter(({ isFrom }) => isFrom).map(({ module }) => module))];
  const froms = modules.map((module) => {
    const names = needs
      .filter((need) => need.isFrom && need.module === module)
      .map(({ binds }) => binds);
    return `from ${module} import ${names.sort().join(', ')}`;
  });
  return [...plain, ...froms];
}

/** `from typing import List` becomes `from typing import List, Optional`, sorted if it was. */
function extendFrom(draft: Draft, file: PythonFile, need: Needed, blockEnd: number): boolean {
  if (!need.isFrom) return false;
  const index = file.imports
    .filter(({ isFrom, module }) => isFrom && module === need.module)
    .map(({ statement }) => file.statements[statement])
    .filter((s) => s?.parent === undefined && s?.firstLine === s?.lastLine)
    .map((s) => (s && s.lastLine <= blockEnd ? draft.indexNow(s.firstLine) : -1))
    .find((at) => at >= 0);
  const match = /^from [\w.]+ import ([\w, ]+)$/.exec(draft.textAt(index ?? -1) ?? '');
  if (index === undefined || !match?.[1] || match[1].includes(' as ')) return false;
  const names = match[1].split(',').map((part) => part.trim());
  const wasSorted = names.join() === [...names].sort().join();
  const all = [...names, need.binds];
  const text = `from ${need.module} import ${(wasSorted ? all.sort() : all).join(', ')}`;
  if (text.length > 88) return false;
  draft.rewrite(index, text);
  return true;
}
