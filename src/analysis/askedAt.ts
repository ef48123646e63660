import type { Watched } from './evidence/evidence.js';
import type { Rule } from './rules/rule.js';

/**
 * Which rules a point concerns, sorted out once: most rules have nothing to say to most points. Rules that
 * look at the time are in every list, since any point takes back what they said.
 */
export class AskedAt<T extends { readonly rule: Rule }> {
  readonly #train: readonly T[];
  readonly #judgedTrain: readonly T[];
  readonly #val: readonly T[];
  readonly #judgedVal: readonly T[];
  readonly #other: readonly T[];

  constructor(all: readonly T[]) {
    const concerned = (...kinds: readonly Rule['at'][]) =>
      all.filter(({ rule }) => [...kinds, 'any', 'clock'].includes(rule.at));
    this.#train = concerned('train');
    this.#judgedTrain = concerned('train', 'judged');
    this.#val = concerned('val');
    this.#judgedVal = concerned('val', 'judged');
    this.#other = concerned();
  }

  /** In the order of all; `isJudged`: the point is one of the curve by which progress is told. */
  of(watched: Watched, isJudged: boolean): readonly T[] {
    if (watched === 'train') return isJudged ? this.#judgedTrain : this.#train;
    if (watched === 'val') return isJudged ? this.#judgedVal : this.#val;
    return this.#other;
  }
}
