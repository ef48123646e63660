import type { ReadingListener } from '../explain/listener.js';
import { readMetricName } from '../metricNames.js';
import type { Reading, Split } from '../model.js';
import { USER_PATTERN } from '../pattern/pattern.js';
import { Bars, type Painted } from './bars.js';
import type { Draft, Position } from './draft.js';
import { grainOf, hasLoss, hasPlace, isSame, over } from './draftFacts.js';
import { isPrinted } from './formatDraft.js';
import { RunSplitter } from './runSplitter.js';
import { isEvalOnly, splitsOf } from './splitsOf.js';
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
  /** Format of the first reading; '' until there is one. */
  format = '';
  readonly #runs = new RunSplitter();
  readonly #clock = new StepClock();
  readonly #bars = new Bars();
  readonly #trust = new Trust();
  /** Values without any position so far. */
  #placeless: Held[] = [];
  /** Learning rates alone prove no training. */
  #rates: Reading[] = [];
  #isProven = false;
  /** Shapes whose values stand before the step they belong to. */
  readonly #beforeStep = new Set<string>();
  readonly #grain = new Map<string, string>();
  readonly #latest = new Map<string, { value: number; shape: string; order: number | undefined }>();
  #above: Position = {};
  #section: Split | undefined;
  #out: Reading[] = [];

  constructor(private readonly listener?: ReadingListener) {}

  /** A line that only says where the log is. */
  position(position: Position, split: Split | undefined): void {
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

  add(draft: Draft, shape: string): void {
    if (draft.bar) this.#paint(draft);
    else {
      const isSummary = this.#bars.isEvalSummary(draft);
      this.#judgeAll(this.#bars.endEval(isSummary));
      this.#bars.replace(draft, draft.epoch ?? this.#above.epoch);
      const said =
        isSummary && draft.split === undefined ? { ...draft, split: 'val' as const } : draft;
      this.#judge({ draft: said, shape: hasPlace(draft) ? shape : `above ${shape}` });
    }
  }

  /** The readings that are settled by now. */
  take(): readonly Reading[] {
    if (this.#out.length === 0) return NONE;
    const out = this.#out;
    this.#out = [];
    return out;
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
    for (const held of ripe) {
      const isCurve =
        (count.get(held.shape) ?? 0) >= ENOUGH_FOR_INDEX ||
        this.#trust.isTrusted(`index ${held.shape}`);
      if (!isCurve || !isWanted(held.draft)) rest.push(held);
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
    if (draft.epoch !== undefined)
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

  /* ---- out */

  #emit({ draft, shape, section = this.#section }: Held, at: Resolved): void {
    this.listener?.took(draft, shape);
    const { run, attempt } = this.#runs.place(`${shape} ${grainOf(draft)}`, at.orderUnit, at.order);
    const splits = splitsOf(draft, hasPlace(draft) ? undefined : section);
    draft.pairs.forEach(({ name, value }, i) => {
      const read = readMetricName(name);
      const split = splits[i] ?? 'train';
      const key = `${split} ${name}`;
      if (this.#isEcho(key, value, shape, at.order)) {
        this.listener?.repeated(draft);
        return;
      }
      this.#give(
        {
          name: this.#grained(name, key, draft),
          metric: read.metric,
          split,
          kind: read.kind,
          value,
          step: at.step,
          epoch: at.epoch,
          time: draft.time,
          steps: at.steps,
          epochs: at.epochs,
          line: draft.at.line,
          offset: draft.at.offset,
          run,
          attempt,
        },
        draft.format,
        draft.isCounted !== undefined || draft.format === USER_PATTERN,
      );
    });
  }

  #give(reading: Reading, format: string, isTable: boolean): void {
    if (!this.#isProven && reading.kind === 'lr' && !isTable) {
      if (this.#rates.length < MOST_WAITING) this.#rates.push(reading);
      return;
    }
    if (!this.#isProven) {
      this.#isProven = true;
      this.#out.push(...this.#rates);
      this.#rates = [];
    }
    if (this.format === '') this.format = format;
    this.#out.push(reading);
  }

  /** The same value once more on another line of the same step, perhaps with other digits. */
  #isEcho(key: string, value: number, shape: string, order: number | undefined): boolean {
    const last = this.#latest.get(key);
    if (
      last &&
      last.shape !== shape &&
      last.order === order &&
      order !== undefined &&
      isSame(last.value, value)
    )
      return true;
    if (last) Object.assign(last, { value, shape, order });
    else this.#latest.set(key, { value, shape, order });
    return false;
  }

  /**
   * One name at two densities ("every 20 batches" and "per epoch") is two series; so is one that
   * some lines print with their step and others below it, as a mean of the epoch.
   */
  #grained(name: string, key: string, draft: Draft): string {
    if (!isPrinted(draft.format)) return name;
    const grain = hasPlace(draft) || draft.isCounted ? grainOf(draft) : ABOVE;
    const first = this.#grain.get(key);
    if (first === undefined) this.#grain.set(key, grain);
    if (first === undefined || first === grain) return name;
    return `${name} (${grain === ABOVE ? 'epoch' : grain})`;
  }
}

/** A curve over its own number: a loss, or what the user named. */
function isWanted(draft: Draft): boolean {
  return draft.format === USER_PATTERN || hasLoss(draft);
}

const ABOVE = 'above';
const NONE: readonly Reading[] = [];
const NOWHERE: Resolved = {
  epoch: undefined,
  epochs: undefined,
  step: undefined,
  steps: undefined,
  order: undefined,
  orderUnit: 'step',
};
