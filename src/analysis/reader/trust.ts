import { readMetricName } from '../metricNames.js';
import type { Split } from '../model.js';
import type { Draft, Position } from './draft.js';
import { hasChanged, hasPlace, isSamePlace } from './draftFacts.js';
import { isEvalOnly } from './splitsOf.js';

/** A line that waits to be placed. */
export interface Held {
  readonly draft: Draft;
  readonly shape: string;
  /** What stood above when it was put aside. */
  readonly above?: Position;
  readonly section?: Split | undefined;
}

/** Shapes held back at most while nothing vouches for them. */
const MOST_WAITING = 256;
/** Rows of a report follow each other this closely, in lines. */
const NEXT = 2;

/**
 * Which lines are measurements. A form that vouches for itself is believed at once, any other when a
 * second line of its shape comes with other numbers. Measures of quality that say no place of their
 * own have to come back at another place: what an evaluation prints once, or class by class, is a
 * report and no curve. One that is said to be of the validation is a curve from its first point.
 */
export class Trust {
  readonly #trusted = new Set<string>();
  /** Doubtful shapes by their first line, until a second one comes. */
  readonly #doubtful = new Map<string, Held>();
  /** Settings that came a second time. */
  readonly #again = new Map<string, Held>();
  readonly #reports = new Set<string>();

  /** Lines of this shape were believed before. */
  readonly isTrusted = (shape: string): boolean => this.#trusted.has(shape);

  trust(shape: string): void {
    this.#trusted.add(shape);
  }

  /** The lines that may be placed now that this one has come, in file order. */
  judge(held: Held, above: Position, section: Split | undefined): readonly Held[] {
    const { draft, shape } = held;
    if (this.#reports.has(shape)) return NONE;
    const first = this.#doubtful.get(shape);
    if (first && isSetting(first.draft, first.above ?? NOWHERE))
      return this.#judgeSetting(first, { ...held, above, section });
    if (this.#trusted.has(shape) || isCertain(draft, above)) return this.#believe(first, held);
    if (!first) {
      if (this.#doubtful.size < MOST_WAITING)
        this.#doubtful.set(shape, { ...held, above, section });
      return NONE;
    }
    const isElsewhere = !isSamePlace(first.above ?? NOWHERE, above);
    if (!hasChanged(first.draft, draft) && !isElsewhere) return NONE;
    if (
      isReport(draft) &&
      hasPlace(above) &&
      !isElsewhere &&
      draft.at.line - first.draft.at.line <= NEXT
    ) {
      this.#doubtful.delete(shape);
      this.#reports.add(shape);
      return NONE;
    }
    return this.#believe(first, held);
  }

  /** A schedule moves on between its lines; an options dump comes again when all begins anew. */
  #judgeSetting(first: Held, held: Held): readonly Held[] {
    const { shape } = held;
    const second = this.#again.get(shape);
    this.#again.set(shape, held);
    if (!second || !isFurther(held.above ?? NOWHERE, second.above ?? NOWHERE)) return NONE;
    this.#again.delete(shape);
    this.#doubtful.delete(shape);
    const { above } = second;
    return [above ? { ...first, above } : first, second, ...this.#believe(undefined, held)];
  }

  #believe(first: Held | undefined, held: Held): readonly Held[] {
    this.#trusted.add(held.shape);
    if (!first) return [held];
    this.#doubtful.delete(held.shape);
    return [first, held];
  }
}

const NONE: readonly Held[] = [];

function isFurther(now: Position, before: Position): boolean {
  const isLater = (a?: number, b?: number) => a !== undefined && (b === undefined || a > b);
  return isLater(now.epoch, before.epoch) || isLater(now.step, before.step);
}

const NOWHERE: Position = {};

function isCertain(draft: Draft, above: Position): boolean {
  return draft.isCertain && !isSetting(draft, above) && !(isReport(draft) && hasPlace(above));
}

/** A learning rate before any position is a setting, until it is printed again. */
function isSetting(draft: Draft, above: Position): boolean {
  const isPlaced = hasPlace(draft) || draft.isCounted || hasPlace(above);
  return !isPlaced && draft.pairs.every(({ name }) => readMetricName(name).kind === 'lr');
}

function isReport(draft: Draft): boolean {
  const { pairs, format, isCounted } = draft;
  if (format !== 'general' || isCounted || hasPlace(draft)) return false;
  return isEvalOnly(pairs) && !pairs.some(({ name }) => VALIDATION.test(name));
}

const VALIDATION = /val|dev|验证/i;
