import type { Draft, Pair, Position } from './draft.js';
import { hasPlace } from './draftFacts.js';
import { isEvalOnly } from './splitsOf.js';

/** The last paint of a bar, as a line of its own shape. */
export interface Painted {
  readonly draft: Draft;
  readonly shape: string;
}

interface Held {
  /** The last paint. */
  draft: Draft;
  /** The epoch it stands in, where that is known. */
  readonly epoch: number | undefined;
  readonly shape: string;
  /** Names of this bar that came out before it ended. */
  readonly emitted: Set<string>;
}

/** A running evaluation under this title ends with a summary, or does not count. */
const EVAL = 'eval';
/** A format may say that a line sums up its epoch. */
const PER_EPOCH = / \(epoch\)$/;

/**
 * Bars that repaint themselves: only the last paint is a point. Each is held back until something
 * else says that it was the last; what is settled is given back, once for each name.
 */
export class Bars {
  readonly #held = new Map<string, Held>();
  /** Names of a bar for which a line of their own comes in every epoch. */
  readonly #replaced = new Map<string, Set<string>>();
  /** Kins of lines of which only some names are left, by the kin of the whole line and those names. */
  readonly #kins = new WeakMap<object, Map<string, object>>();

  /** Key of the bar painted last. */
  #last = '';
  /** Bars that come round without any epoch: their own number is their place. */
  readonly #rounds = new Set<string>();

  /** The bar that this paint takes the place of, when it is another one under the same title. */
  superseded(draft: Draft, epoch: number | undefined): readonly Painted[] {
    const key = keyOf(draft);
    const held = this.#held.get(key);
    if (!held || this.#isSame(held, draft, key, epoch)) return NONE;
    const isRound = isWhole(held.draft) && held.draft.bar?.total === draft.bar?.total;
    if (epoch === undefined && isRound) this.#rounds.add(key);
    return this.#settle(key);
  }

  paint(draft: Draft, epoch: number | undefined): void {
    const { bar } = draft;
    if (!bar) return;
    const key = keyOf(draft);
    const held = this.#held.get(key);
    const isSame = held !== undefined && this.#isSame(held, draft, key, epoch);
    this.#last = key;
    if (held && isSame) held.draft = key === EVAL ? besideSameBatch(held.draft, draft) : draft;
    else this.#held.set(key, { draft, epoch, shape: `bar ${key}`, emitted: new Set() });
  }

  /** Another epoch has begun: the bars of the one before are done. */
  endEpoch(newEpoch: number): readonly Painted[] {
    const ended = [...this.#held].filter(([, { epoch }]) => epoch !== newEpoch);
    return ended.flatMap(([key]) => {
      const settled = this.#settle(key);
      this.#held.delete(key);
      return settled;
    });
  }

  /** Whether a line sums up the running evaluation above it: its values count, the bar's do not. */
  isEvalSummary(next: Draft): boolean {
    const held = this.#held.get(EVAL);
    if (!held || hasPlace(next)) return false;
    const names = new Set(held.draft.pairs.map(({ name }) => name));
    return isEvalOnly(next.pairs) || next.pairs.some(({ name }) => names.has(name));
  }

  /** The running evaluation, if there is one, has ended. */
  endEval(isSummedUp: boolean): readonly Painted[] {
    if (!this.#held.has(EVAL)) return NONE;
    if (!isSummedUp) return this.#settle(EVAL);
    this.#held.delete(EVAL);
    return NONE;
  }

  /** A line that prints what a bar of its epoch shows has the last word on it, now and later. */
  replace(next: Draft, epoch: number | undefined): void {
    if (epoch === undefined) return;
    for (const [key, { draft, epoch: own, emitted }] of this.#held) {
      if (own !== epoch || isVal(draft) !== isVal(next)) continue;
      if (next.step !== undefined && (next.epoch === undefined || !isWhole(draft))) continue;
      for (const { name: printed } of next.pairs) {
        const name = printed.replace(PER_EPOCH, '');
        if (draft.pairs.some((pair) => pair.name === name)) {
          emitted.add(name);
          this.#replacedOf(key).add(name);
        }
      }
    }
  }

  #replacedOf(key: string): Set<string> {
    const names = this.#replaced.get(key) ?? new Set();
    this.#replaced.set(key, names);
    return names;
  }

  /** The source is quiet: bars that reached their total. */
  whole(): readonly Painted[] {
    return [...this.#held].flatMap(([key, { draft }]) => {
      return isWhole(draft) || key.startsWith(EVAL) ? this.#settle(key) : NONE;
    });
  }

  /** A bar that was whole and is painted again after another one is a new one. */
  #isSame(held: Held, draft: Draft, key: string, epoch: number | undefined): boolean {
    return isSameBar(held, draft, epoch) && !(isWhole(held.draft) && this.#last !== key);
  }

  #settle(key: string): readonly Painted[] {
    const held = this.#held.get(key);
    if (!held) return NONE;
    const { draft, shape, emitted } = held;
    if (key === EVAL) {
      this.#held.delete(key);
      if ((draft.bar?.done ?? 0) < (draft.bar?.total ?? 0) - 1) return NONE;
    }
    const replaced = this.#replaced.get(key);
    const pairs = draft.pairs.filter(({ name }) => !emitted.has(name) && !replaced?.has(name));
    for (const { name } of pairs) emitted.add(name);
    if (pairs.length === 0) return NONE;
    const kin = pairs.length === draft.pairs.length ? draft.kin : this.#kinOf(draft.kin, pairs);
    const settled = { ...draft, ...placeOf(held), pairs, bar: undefined, kin };
    return [{ draft: this.#rounds.has(key) ? counted(settled) : settled, shape }];
  }

  /** What a line of this kin shares with others of which the same names are left. */
  #kinOf(kin: object | undefined, pairs: readonly Pair[]): object | undefined {
    if (kin === undefined) return undefined;
    const names = pairs.map(({ name }) => name).join('\n');
    const kins = this.#kins.get(kin) ?? new Map<string, object>();
    this.#kins.set(kin, kins);
    const known = kins.get(names) ?? {};
    kins.set(names, known);
    return known;
  }
}

const NONE: readonly Painted[] = [];

/** An evaluation that prints several lines for each batch: the second stands beside the first. */
function besideSameBatch(held: Draft, draft: Draft): Draft {
  const isSameBatch = held.bar?.done === draft.bar?.done;
  const names = new Set(draft.pairs.map(({ name }) => name));
  if (!isSameBatch || held.pairs.some(({ name }) => names.has(name))) return draft;
  return { ...draft, pairs: [...held.pairs, ...draft.pairs], kin: undefined };
}

function counted(draft: Draft): Draft {
  return { ...draft, step: undefined, steps: undefined, isCounted: true, kin: undefined };
}

function keyOf({ bar }: Draft): string {
  return bar?.title ?? '';
}

/** A bar of an epoch stands at its end; any other, where it was painted last. */
function placeOf({ draft, epoch }: Held): Position {
  if (epoch !== undefined) return { epoch, step: undefined, steps: undefined, counter: undefined };
  const { bar, step = bar?.done } = draft;
  return { epoch, step, steps: bar?.total, counter: undefined };
}

function isWhole({ bar }: Draft): boolean {
  return bar !== undefined && bar.done >= bar.total;
}

function isVal({ split }: Draft): boolean {
  return split === 'val';
}

function isSameBar({ draft, epoch: own }: Held, next: Draft, epoch: number | undefined): boolean {
  const { bar } = next;
  if (!bar || own !== epoch) return false;
  return (draft.bar?.total ?? 0) === bar.total && (draft.bar?.done ?? 0) <= bar.done;
}
