import type { ReadingListener } from '../explain/listener.js';
import { readMetricName } from '../metricNames.js';
import type { Reading, Split } from '../model.js';
import { USER_PATTERN } from '../pattern/pattern.js';
import type { ReadingSink } from '../readingColumns.js';
import { Bars, type Painted } from './bars.js';
import type { Draft, Position } from './draft.js';
import { finite, hasLoss, hasPlace, over } from './draftFacts.js';
import { isPrinted } from './formatDraft.js';
import { ReadingMaker } from './readingMaker.js';
import { isEvalOnly } from './splitsOf.js';
import { type Resolved, StepClock } from './stepClock.js';
import { type Held, Trust } from './trust.js';

/** Lines held back at most while nothing vouches for them. */
const MOST_WAITING = 256;
/** Placeless lines of one shape that make a curve over their own number. */
const ENOUGH_FOR_INDEX = 3;

/**
 * From what single lines say to readings on the axes of a run. Knows what stands above (the epoch,
 * the section), holds back what is not settled (bars, first lines of doubtful shape, values printed
 * before their step) and tells the runs of one file apart.
 */
export class Assembler {
  readonly #readings: ReadingMaker;
  readonly #clock = new StepClock();
  readonly #bars = new Bars();
  readonly #trust = new Trust();
  /** Values without any position so far. */
  #placeless: Held[] = [];
  /** Shapes whose values stand before the step they belong to. */
  readonly #beforeStep = new Set<string>();
  #above: Position = {};
  #section: Split | undefined;

  constructor(listener?: ReadingListener, sink?: ReadingSink) {
    this.#readings = new ReadingMaker(listener, sink);
  }

  /** Format of the first reading; '' until there is one. */
  get format(): string {
    return this.#readings.format;
  }

  /** A line that only says where the log is. */
  position(given: Position, split: Split | undefined): void {
    const position = finite(given);
    if (position.epoch !== undefined && position.epoch !== this.#above.epoch) {
      this.#judgeAll(this.#bars.endEpoch(position.epoch));
      this.#section = undefined;
    }
    this.#moveTo(position);
    if (split !== undefined) this.#section = split;
  }

  section(split: Split): void {
    this.#section = split;
  }

  /** Lines of this shape were believed before. */
  readonly isTrusted = this.#trust.isTrusted;

  add(given: Draft, shape: string): void {
    const draft = finite(given);
    if (draft.bar) this.#paint(draft);
    else {
      const isSummary = this.#bars.isEvalSummary(draft);
      this.#judgeAll(this.#bars.endEval(isSummary));
      this.#bars.replace(draft, draft.epoch ?? this.#above.epoch);
      const said =
        isSummary && draft.split === undefined ? { ...draft, split: 'val' as const } : draft;
      this.#judge({ draft: said, shape: hasPlace(draft) ? shape : aboveShape(shape) });
    }
  }

  /** The readings that are settled by now. */
  take(): readonly Reading[] {
    return this.#readings.take();
  }

  /** The source is quiet: whole bars and long-standing placeless values come out. */
  flush(): void {
    this.#judgeAll(this.#bars.whole());
    const count = new Map<string, number>();
    for (const { shape } of this.#placeless) count.set(shape, (count.get(shape) ?? 0) + 1);
    const [ripe, rest] = [this.#placeless, [] as Held[]];
    this.#placeless = rest;
    if (this.#above.epoch !== undefined || this.#above.step !== undefined) {
      // What stands before its step waits for it, however long the writer takes.
      for (const held of ripe)
        if (this.#beforeStep.has(held.shape)) rest.push(held);
        else this.#emit(held, this.#placeAbove(held.draft));
      return;
    }
    // What takes turns with a loss over its own number is a curve as well.
    const isKnown = ({ shape }: Held) => this.#trust.isTrusted(`index ${shape}`);
    const isMany = ({ shape }: Held) => (count.get(shape) ?? 0) >= ENOUGH_FOR_INDEX;
    const hasCurve = ripe.some((held) => hasLoss(held.draft) && (isKnown(held) || isMany(held)));
    for (const held of ripe) {
      if (!isKnown(held) && !(isMany(held) && (hasCurve || isWanted(held.draft)))) rest.push(held);
      else {
        this.#trust.trust(`index ${held.shape}`);
        this.#emit(held, NOWHERE);
      }
    }
  }

  #paint(draft: Draft): void {
    const epoch = draft.epoch ?? this.#above.epoch;
    const section = this.#section;
    this.#judgeAll(this.#bars.superseded(draft, epoch));
    // A heading holds for the bars below it; what has just been settled stood above it.
    this.#section = section;
    if (draft.epoch !== undefined && draft.epoch !== this.#above.epoch)
      this.position({ epoch: draft.epoch, epochs: draft.epochs }, undefined);
    const split = draft.split ?? this.#section;
    this.#bars.paint(split === draft.split ? draft : { ...draft, split }, epoch);
  }

  /* ---- trust */

  #judgeAll(settled: readonly Painted[]): void {
    for (const held of settled) this.#judge(held);
  }

  #judge(held: Held): void {
    for (const one of this.#trust.judge(held, this.#above, this.#section)) this.#placeThere(one);
  }

  /** The first line of a shape counts once a later one vouches for it, where it stood. */
  #placeThere(held: Held): void {
    const { draft, above } = held;
    if (above === undefined || hasPlace(draft) || !hasPlace(above)) this.#place(held);
    else this.#emit(held, this.#placeAbove(draft, above));
  }

  /* ---- place */

  #place(held: Held): void {
    const { draft, shape } = held;
    if (draft.isCounted) this.#emit(held, NOWHERE);
    else if (hasPlace(draft)) {
      const before = this.#above;
      const isFirst = before.epoch === undefined && before.step === undefined;
      if (this.#countsEpochs(draft)) {
        this.#emit(held, this.#placeAbove({ ...draft, split: 'val' }));
        return;
      }
      const resolved = this.#clock.resolve(
        draft,
        draft.step === undefined ? undefined : this.#epochAbove(),
      );
      this.#moveTo(draft);
      if (draft.split === undefined) this.#section = undefined;
      this.#givePlaceless(resolved, isFirst);
      this.#emit(held, resolved);
    } else if (
      !this.#beforeStep.has(shape) &&
      (this.#above.epoch !== undefined || this.#above.step !== undefined)
    ) {
      this.#emit(held, this.#placeAbove(draft));
    } else if (this.#placeless.length < MOST_WAITING) this.#placeless.push(held);
  }

  /** A record of an evaluation whose step falls back to the number of the epoch counts epochs. */
  #countsEpochs({ format, epoch, step, pairs }: Draft): boolean {
    const { epoch: epochAbove, step: stepAbove } = this.#above;
    const isBack = step !== undefined && step === epochAbove && step < (stepAbove ?? 0);
    return isBack && epoch === undefined && !isPrinted(format) && isEvalOnly(pairs);
  }

  #epochAbove(): number | undefined {
    const { epoch } = this.#above;
    return epoch !== undefined && Number.isInteger(epoch) ? epoch : undefined;
  }

  /** Values that waited belong to the step that now comes; their shape will always do so. */
  #givePlaceless(resolved: Resolved, isFirst: boolean): void {
    if (this.#placeless.length === 0) return;
    const waiting = this.#placeless;
    this.#placeless = [];
    for (const held of waiting) {
      if (isFirst) this.#beforeStep.add(held.shape);
      this.#emit(held, resolved);
    }
  }

  #placeAbove(draft: Draft, above = this.#above): Resolved {
    const { epoch, step, steps, isStepInEpoch } = above;
    const isEval =
      draft.split === 'val' ||
      this.#section === 'val' ||
      draft.pairs.some(({ name }) => readMetricName(name).split === 'val') ||
      isEvalOnly(draft.pairs);
    if (epoch !== undefined && (isEval || step === undefined))
      return { ...NOWHERE, epoch, epochs: above.epochs, order: epoch, orderUnit: 'epoch' };
    return this.#clock.resolve({ epoch, step, steps, isStepInEpoch }, undefined);
  }

  #moveTo(position: Position): void {
    if (position.epoch !== undefined)
      this.#above =
        position.step === undefined && position.epoch !== this.#above.epoch
          ? { epoch: position.epoch, epochs: position.epochs ?? this.#above.epochs }
          : over(this.#above, position);
    else if (position.step !== undefined) this.#above = over(this.#above, position);
  }

  #emit({ draft, shape, section = this.#section }: Held, at: Resolved): void {
    this.#readings.make(draft, shape, at, section);
  }
}

/** Names of shapes without a place: one string each, however often such lines come. */
const aboves = new Map<string, string>();
const MOST_NAMES = 2000;

function aboveShape(shape: string): string {
  const known = aboves.get(shape);
  if (known !== undefined) return known;
  if (aboves.size >= MOST_NAMES) aboves.clear();
  const name = `above ${shape}`;
  aboves.set(shape, name);
  return name;
}

/** A curve over its own number: a loss, or what the user named. */
function isWanted(draft: Draft): boolean {
  return draft.format === USER_PATTERN || hasLoss(draft);
}

const NOWHERE: Resolved = {
  epoch: undefined,
  epochs: undefined,
  step: undefined,
  steps: undefined,
  order: undefined,
  orderUnit: 'step',
};
