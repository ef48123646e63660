import type { LogLine, RawLine } from '../model.js';
import { fits, followPlan, type LinePlan, learnPlan } from './linePlan.js';
import { LineShape } from './lineShape.js';
import type { Understood } from './understood.js';

/** What is known of one shape of line. */
interface Known {
  /** Lines that were read in full. */
  seen: number;
  readonly plans: LinePlan[];
  /** No plan holds: its lines are read in full. */
  isFree: boolean;
}

/** So many lines of a shape are read in full before it is worth a plan. */
const WORTH_A_PLAN = 8;
/** Lines that hang on one of their numbers (a rank, an index) need a plan for each. */
const MOST_PLANS = 8;
/** Shapes kept; a source that never repeats itself must not fill the memory. */
const MOST_SHAPES = 8192;
const LONGEST = 4096;

/**
 * Reads lines of a shape that came before by position: which number is what was found out once. A
 * line read so says exactly what it would say read in full.
 */
export class ShapeCache {
  readonly #shape = new LineShape();
  readonly #known = new Map<number, Known>();
  readonly #understand: (text: string) => Understood;

  /** `understand` reads a line in full, and changes nothing by it. */
  constructor(understand: (text: string) => Understood) {
    this.#understand = understand;
  }

  /** What the line says; undefined: read it in full. */
  read(line: LogLine, { bytes, from, to }: RawLine): Understood | undefined {
    if (to - from > LONGEST || !this.#shape.scan(bytes, from, to)) return undefined;
    const known = this.#known.get(this.#shape.key);
    if (known === undefined) {
      if (this.#known.size >= MOST_SHAPES) this.#known.clear();
      this.#known.set(this.#shape.key, { seen: 1, plans: [], isFree: false });
      return undefined;
    }
    const { plans } = known;
    for (let i = 0; i < plans.length; i++) {
      const plan = plans[i] as LinePlan;
      if (plan.guards.length === 0 || fits(plan, bytes, this.#shape))
        return followPlan(plan, bytes, this.#shape, line);
    }
    if (!known.isFree && ++known.seen >= WORTH_A_PLAN) this.#learn(known, line.text);
    return undefined;
  }

  /** Another table began: rows mean something else now. */
  forget(): void {
    this.#known.clear();
  }

  #learn(known: Known, text: string): void {
    const plan = learnPlan(text, this.#shape, this.#understand);
    if (plan) known.plans.push(plan);
    known.seen = 0;
    known.isFree = !plan || known.plans.length >= MOST_PLANS;
  }
}
