import { classOf, partsOf, tokensOf } from './globTokens.js';
import { walkGlob } from './globWalk.js';

/** Wildcards of a glob that a regular expression tries in time: it goes back over each of them. */
const TAME = 3;

/**
 * Glob patterns as VS Code writes them in `files.exclude`: `**` any folders, `*` any characters of
 * one name, `?` one, `{a,b}` either, `[a-z]` a class. A path matches when it or a folder above it
 * does. Paths are relative, with `/`.
 *
 * A workspace may set them before anybody trusts it: one with many wildcards, over which an expression
 * goes back and forth for minutes, is walked instead, in the time of its length times that of the path.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const tame = globs.filter(isTame);
  const wild = globs.filter((glob) => !isTame(glob)).map(tokensOf);
  const matches = tame.length === 0 ? () => false : expressionOf(tame);
  return (path) => matches(path) || wild.some((tokens) => walkGlob(tokens, path));
}

function expressionOf(globs: readonly string[]): (path: string) => boolean {
  const any = new RegExp(`^(?:${globs.map(sourceOf).join('|')})(?:/|$)`);
  return (path) => any.test(path);
}

function isTame(glob: string): boolean {
  return (glob.match(/\*+/g) ?? []).length <= TAME;
}

function sourceOf(glob: string): string {
  return tokensOf(glob).map(tokenSource).join('');
}

function tokenSource(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*';
  if (token === '/**') return '(?:/.*)?';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  const parts = partsOf(token);
  if (parts) return `(?:${parts.map(sourceOf).join('|')})`;
  return classOf(token) ?? token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
