/**
 * How many characters a backtracking engine looks at before a pattern has matched or given up. A
 * count and not a clock: the same on every machine. Knows what the patterns of this project use:
 * groups, alternatives, classes, quantifiers, `^ $ \b`, lookahead.
 */
export function countSteps(pattern: RegExp, text: string): number {
  const counter = { steps: 0 };
  const match = compile(pattern, text, counter);
  const isAnchored = pattern.source.startsWith('^') && !pattern.source.includes('|^');
  const last = isAnchored ? 0 : text.length;
  for (let at = 0; at <= last; at++) if (match(at, () => true)) break;
  return counter.steps;
}

type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

function compile({ source, flags }: RegExp, text: string, counter: { steps: number }): Match {
  let at = 0;

  const alternatives = (): Match => {
    const all = [sequence()];
    while (source[at] === '|') {
      at++;
      all.push(sequence());
    }
    return all.length === 1 ? (all[0] as Match) : (i, next) => all.some((one) => one(i, next));
  };

  const sequence = (): Match => {
    const parts: Match[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(term());
    return (i, next) => {
      const run = (k: number, j: number): boolean => {
        const part = parts[k];
        return part ? part(j, (end) => run(k + 1, end)) : next(j);
      };
      return run(0, i);
    };
  };

  const term = (): Match => {
    const sign = source[at];
    if (sign === '^') return edge((i) => i === 0);
    if (sign === '$') return edge((i) => i === text.length);
    if (source.startsWith('\\b', at)) {
      at++;
      return edge((i) => isWord(i - 1) !== isWord(i));
    }
    if (sign === '(') return quantified(group(), undefined);
    const atom = singleAtom();
    return quantified(undefined, isOne(atom));
  };

  const edge = (holds: (i: number) => boolean): Match => {
    at++;
    return (i, next) => holds(i) && next(i);
  };

  const isWord = (i: number) => /\w/.test(text.charAt(i));

  const group = (): Match => {
    const head = /^\((?:\?(?:<\w+>|[:=!]))?/.exec(source.slice(at))?.[0] ?? '(';
    at += head.length;
    const body = alternatives();
    at++;
    if (head === '(?=') return (i, next) => body(i, () => true) && next(i);
    if (head === '(?!') return (i, next) => !body(i, () => true) && next(i);
    return body;
  };

  /** Source of one character: a class, an escape, a dot, a letter. */
  const singleAtom = (): string => {
    const rest = source.slice(at);
    const atom =
      /^\[(?:\\.|[^\]\\])*\]|^\\p\{\w+\}|^\\u[\da-f]{4}|^\\x[\da-f]{2}|^\\.|^[\s\S]/i.exec(
        rest,
      )?.[0] ?? '';
    at += atom.length;
    return atom;
  };

  const isOne = (atom: string): ((i: number) => boolean) => {
    const one = new RegExp(`^${atom}$`, flags.replace(/[gy]/g, ''));
    const known = new Map<string, boolean>();
    return (i) => {
      counter.steps++;
      if (i >= text.length) return false;
      const sign = text.charAt(i);
      let fits = known.get(sign);
      if (fits === undefined) {
        fits = one.test(sign);
        known.set(sign, fits);
      }
      return fits;
    };
  };

  const quantified = (body: Match | undefined, one?: (i: number) => boolean): Match => {
    const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at))?.[0] ?? '';
    at += found.length;
    const [least, most] = boundsOf(found);
    const isLazy = found.length > 1 && found.endsWith('?');
    if (one) return repeatOne(one, least, most, isLazy);
    return body ? repeatGroup(body, least, most, isLazy) : () => false;
  };

  return alternatives();
}

function boundsOf(quantifier: string): readonly [number, number] {
  if (quantifier.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (quantifier.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (quantifier.startsWith('?')) return [0, 1];
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  if (least === undefined) return [1, 1];
  if (comma === '') return [Number(least), Number(least)];
  return [Number(least), most === '' ? Number.POSITIVE_INFINITY : Number(most)];
}

function repeatOne(
  one: (i: number) => boolean,
  least: number,
  most: number,
  isLazy: boolean,
): Match {
  return (i, next) => {
    let end = i;
    while (end - i < least) if (!one(end++)) return false;
    if (isLazy) {
      while (!next(end)) if (end - i >= most || !one(end++)) return false;
      return true;
    }
    while (end - i < most && one(end)) end++;
    for (; end >= i + least; end--) if (next(end)) return true;
    return false;
  };
}

function repeatGroup(body: Match, least: number, most: number, isLazy: boolean): Match {
  const times = (count: number, i: number, next: Next): boolean => {
    const more = () =>
      count < most && body(i, (end) => (end > i || count < least) && times(count + 1, end, next));
    if (count < least) return more();
    return isLazy ? next(i) || more() : more() || next(i);
  };
  return (i, next) => times(0, i, next);
}
