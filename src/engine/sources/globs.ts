/**
 * Glob patterns as VS Code writes them in `files.exclude`: `**` any folders, `*` any characters of
 * one name, `?` one, `{a,b}` either, `[a-z]` a class. A path matches when it or a folder above it
 * does. Paths are relative, with `/`.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const any = new RegExp(`^(?:${globs.map(sourceOf).join('|')})(?:/|$)`);
  return (path) => any.test(path);
}

const TOKENS = /\*\*\/|\/\*\*|\*\*|\*|\?|\{[^{}]*\}|\[[^\]]+\]|[\s\S]/g;

function sourceOf(glob: string): string {
  return [...glob.matchAll(TOKENS)].map(([token]) => tokenSource(token)).join('');
}

function tokenSource(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*';
  if (token === '/**') return '(?:/.*)?';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.length > 2 && token.startsWith('{')) {
    return `(?:${token.slice(1, -1).split(',').map(sourceOf).join('|')})`;
  }
  if (token.length > 2 && token.startsWith('[')) {
    return `[${token.slice(1, -1).replace(/^!/, '^').replace(/\\/g, '\\\\')}]`;
  }
  return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
