import { classOf, partsOf, tokensOf } from './globTokens.js';

/** Places in a path, from 0 to its length: where the tokens so far may have ended. */
type Places = readonly boolean[];

/** Does the glob match the path or a folder above it? In the time of its tokens times the path's length. */
export function walkGlob(tokens: readonly string[], path: string): boolean {
  const start = Array.from({ length: path.length + 1 }, (_, at) => at === 0);
  const ends = walk(tokens, path, start);
  return ends.some((isEnd, at) => isEnd && (at === path.length || path[at] === '/'));
}

function walk(tokens: readonly string[], path: string, from: Places): Places {
  return tokens.reduce((places, token) => step(token, path, places), from);
}

function step(token: string, path: string, from: Places): Places {
  if (token === '**') return spread(from, (at) => path[at - 1] !== '\n');
  if (token === '*') return spread(from, (at) => path[at - 1] !== '/');
  if (token === '**/') return folders(path, from);
  if (token === '/**') return below(path, from);
  const parts = partsOf(token);
  if (parts) return either(parts.map((part) => walk(tokensOf(part), path, from)));
  const isOne = oneOf(token);
  return from.map((_, at) => at > 0 && from[at - 1] === true && isOne(path[at - 1] ?? ''));
}

/** From each place on, as long as the characters may be passed over. */
function spread(from: Places, mayPass: (at: number) => boolean): Places {
  let isReached = false;
  return from.map((isPlace, at) => {
    isReached = isPlace || (isReached && mayPass(at));
    return isReached;
  });
}

/** Behind any number of whole folders, each of one character at least. */
function folders(path: string, from: Places): Places {
  const reached = [...from];
  for (let at = 0; at < path.length; at++) {
    if (!reached[at] || path[at] === '/') continue;
    const slash = path.indexOf('/', at);
    if (slash >= 0) reached[slash + 1] = true;
  }
  return reached;
}

/** Nothing, or a slash and whatever follows it. */
function below(path: string, from: Places): Places {
  let isBelow = false;
  return from.map((isPlace, at) => {
    isBelow =
      at > 0 &&
      path[at - 1] !== '\n' &&
      (isBelow || (from[at - 1] === true && path[at - 1] === '/'));
    return isPlace || isBelow;
  });
}

function either(all: readonly Places[]): Places {
  const [first = [], ...others] = all;
  return first.map((isPlace, at) => isPlace || others.some((places) => places[at] === true));
}

function oneOf(token: string): (character: string) => boolean {
  if (token === '?') return (character) => character !== '/';
  const characters = classOf(token);
  if (characters === undefined) return (character) => character === token;
  const expression = new RegExp(`^${characters}$`);
  return (character) => expression.test(character);
}
