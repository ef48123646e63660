import type { Watched } from './evidence/evidence.js';
import type { Rule } from './rules/rule.js';

/**
 * Which rules a point concerns, sorted out once: most rules have nothing to say to most points. Rules that
 * look at the time are in every list, since any point takes back what they said.
 */
export class AskedAt {
  readonly #train: readonly number[];
  readonly #judgedTrain: readonly number[];
  readonly #val: readonly number[];
  readonly #judgedVal: readonly number[];
  readonly #other: readonly number[];

  constructor(all: readonly Rule[]) {
    const concerned = (...kinds: readonly Rule['at'][]) =>
      all.flatMap(({ at }, number) => ([...kinds, 'any', 'clock'].includes(at) ? [number] : []));
    this.#train = concerned('train');
    this.#judgedTrain = concerned('train', 'judged');
    this.#val = concerned('val');
    this.#judgedVal = concerned('val', 'judged');
    this.#other = concerned();
  }

  /** Their numbers, in the order of all; `isJudged`: the point is one of the curve by which progress is told. */
  of(watched: Watched, isJudged: boolean): readonly number[] {
    if (watched === 'train') return isJudged ? this.#judgedTrain : this.#train;
    if (watched === 'val') return isJudged ? this.#judgedVal : this.#val;
    return this.#other;
  }
}
