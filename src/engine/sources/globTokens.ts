const TOKENS = /\*\*\/|\/\*\*|\*\*|\*|\?|\{[^{}]*\}|\[[^\]]+\]|[\s\S]/g;

/** The tokens of a glob: wildcards, alternatives, classes, and single characters. */
export function tokensOf(glob: string): string[] {
  return [...glob.matchAll(TOKENS)].map(([token]) => token);
}

/** The parts of "{a,b}"; undefined for another token. */
export function partsOf(token: string): readonly string[] | undefined {
  return token.length > 2 && token.startsWith('{') ? token.slice(1, -1).split(',') : undefined;
}

/** The class of "[!a-z]" as an expression writes it; undefined for another token. */
export function classOf(token: string): string | undefined {
  if (token.length <= 2 || !token.startsWith('[')) return undefined;
  return `[${token.slice(1, -1).replace(/^!/, '^').replace(/\\/g, '\\\\')}]`;
}
