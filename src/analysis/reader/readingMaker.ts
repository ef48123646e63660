import type { ReadingListener } from '../explain/listener.js';
import { readMetricName } from '../metricNames.js';
import type { Reading, Split } from '../model.js';
import { USER_PATTERN } from '../pattern/pattern.js';
import type { ReadingPlace, ReadingSink, SeriesName } from '../readingColumns.js';
import type { Draft } from './draft.js';
import { grainOf, hasChanged, hasPlace, isSame } from './draftFacts.js';
import { isPrinted } from './formatDraft.js';
import { RunSplitter } from './runSplitter.js';
import { splitsOf } from './splitsOf.js';
import type { Resolved } from './stepClock.js';

/** Learning rates held back at most while nothing proves a training. */
const MOST_WAITING = 256;
const ABOVE = 'above';
const NONE: readonly Reading[] = [];

/** What was read last under one name of one split. */
interface Latest {
  value: number;
  shape: string;
  order: number | undefined;
}

/** One value of a line as a series: the same for all lines of its kin. */
interface Member extends SeriesName {
  readonly latest: Latest;
  /** The line has said this name before: only the first counts. */
  readonly isRepeat: boolean;
}

/** What the names of a line come to, where it stands in its section. */
interface Cast {
  readonly section: Split | undefined;
  readonly split: Split | undefined;
  readonly shape: string;
  readonly grain: string;
  readonly isPlaced: boolean;
  /** The writer of such lines, by what their position counts. */
  readonly writer: { readonly step: string; readonly epoch: string };
  readonly members: readonly Member[];
}

/**
 * Makes readings of lines that have their place: gives each value its name, split and run, and
 * leaves out what was printed before. What the names of a line come to is worked out once for lines
 * of one kin.
 */
export class ReadingMaker {
  /** Format of the first reading; '' until there is one. */
  format = '';
  readonly #runs = new RunSplitter();
  /** Learning rates alone prove no training. */
  #rates: Parameters<ReadingSink>[] = [];
  #isProven = false;
  readonly #grain = new Map<string, string>();
  readonly #latest = new Map<string, Latest>();
  readonly #casts = new WeakMap<object, Cast[]>();
  #before: { readonly draft: Draft; readonly shape: string } | undefined;
  #out: Reading[] = [];

  readonly #sink: ReadingSink;

  /** With a sink the readings go there, and `take` has none. */
  constructor(
    private readonly listener?: ReadingListener,
    sink?: ReadingSink,
  ) {
    this.#sink =
      sink ?? ((series, value, place) => this.#out.push(readingOf(series, value, place)));
  }

  /** The readings made so far. */
  take(): readonly Reading[] {
    if (this.#out.length === 0) return NONE;
    const out = this.#out;
    this.#out = [];
    return out;
  }

  make(draft: Draft, shape: string, at: Resolved, section: Split | undefined): void {
    const isPlaced = hasPlace(draft);
    const before = this.#before;
    this.#before = { draft, shape };
    if (isPlaced && before && isSaidBefore(before, draft, shape)) {
      this.listener?.repeated(draft);
      return;
    }
    this.listener?.took(draft, shape);
    const cast = this.#castOf(draft, shape, isPlaced, isPlaced ? undefined : section);
    const { run, attempt } = this.#runs.place(cast.writer[at.orderUnit], at.order);
    const isTable = draft.isCounted !== undefined || draft.format === USER_PATTERN;
    const place: ReadingPlace = {
      step: at.step,
      epoch: at.epoch,
      time: draft.time,
      steps: at.steps,
      epochs: at.epochs,
      line: draft.at.line,
      offset: draft.at.offset,
      run,
      attempt,
    };
    for (let i = 0; i < cast.members.length; i++) {
      const member = cast.members[i] as Member;
      const { latest, isRepeat } = member;
      if (isRepeat) continue;
      const value = draft.pairs[i]?.value ?? Number.NaN;
      if (isEcho(latest, value, shape, at.order)) {
        this.listener?.repeated(draft);
        continue;
      }
      latest.value = value;
      latest.shape = shape;
      latest.order = at.order;
      this.#give(member, value, place, draft.format, isTable);
    }
  }

  #give(
    series: SeriesName,
    value: number,
    place: ReadingPlace,
    format: string,
    isTable: boolean,
  ): void {
    if (!this.#isProven && series.kind === 'lr' && !isTable) {
      if (this.#rates.length < MOST_WAITING) this.#rates.push([series, value, place]);
      return;
    }
    if (!this.#isProven) {
      this.#isProven = true;
      for (const rate of this.#rates) this.#sink(...rate);
      this.#rates = [];
    }
    if (this.format === '') this.format = format;
    this.#sink(series, value, place);
  }

  #castOf(draft: Draft, shape: string, isPlaced: boolean, section: Split | undefined): Cast {
    if (draft.kin === undefined) return this.#cast(draft, shape, isPlaced, section);
    const known = this.#casts.get(draft.kin);
    const grain = grainOf(draft);
    const fits = known?.find(
      (cast) =>
        cast.section === section &&
        cast.grain === grain &&
        cast.shape === shape &&
        cast.split === draft.split &&
        cast.isPlaced === isPlaced,
    );
    if (fits) return fits;
    const cast = this.#cast(draft, shape, isPlaced, section);
    if (known) known.push(cast);
    else this.#casts.set(draft.kin, [cast]);
    return cast;
  }

  #cast(draft: Draft, shape: string, isPlaced: boolean, section: Split | undefined): Cast {
    const grain = grainOf(draft);
    const splits = splitsOf(draft, section);
    const keys = draft.pairs.map(({ name }, i) => `${splits[i] ?? 'train'} ${name}`);
    const meanings = meaningsOf(draft);
    const members = draft.pairs.map(({ name }, i) => {
      const split = splits[i] ?? 'train';
      const key = keys[i] ?? name;
      const latest = this.#latest.get(key) ?? { value: Number.NaN, shape, order: undefined };
      this.#latest.set(key, latest);
      const grained = this.#grained(name, key, draft, isPlaced);
      const isRepeat = keys.indexOf(key) < i;
      const { metric, kind } = meanings[i] ?? readMetricName(name);
      return { name: grained, metric, split, kind, latest, isRepeat };
    });
    const writer = { step: `step ${shape} ${grain}`, epoch: `epoch ${shape} ${grain}` };
    return { section, split: draft.split, shape, grain, isPlaced, writer, members };
  }

  /**
   * One name at two densities ("every 20 batches" and "per epoch") is two series; so is one that
   * some lines print with their step and others below it, as a mean of the epoch.
   */
  #grained(name: string, key: string, draft: Draft, isPlaced: boolean): string {
    if (!isPrinted(draft.format)) return name;
    const grain = isPlaced || draft.isCounted ? grainOf(draft) : ABOVE;
    const first = this.#grain.get(key);
    if (first === undefined) this.#grain.set(key, grain);
    if (first === undefined || first === grain) return name;
    return `${name} (${grain === ABOVE ? 'epoch' : grain})`;
  }
}

/** The line above said all of this, in this shape or, at the same step, in another one. */
function isSaidBefore(
  before: { readonly draft: Draft; readonly shape: string },
  draft: Draft,
  shape: string,
): boolean {
  if (before.shape === shape) return isDouble(before.draft, draft);
  const { step, split, pairs } = draft;
  if (step === undefined || before.draft.step !== step || split !== undefined) return false;
  return pairs.every(({ name, value }) =>
    before.draft.pairs.some((said) => said.name === name && isSame(said.value, value)),
  );
}

/** "Loss: 1.2, Train: 0.5, Val: 0.6": beside a loss, bare splits are a measure of unknown direction. */
const MEASURE = { metric: 'score', kind: 'other' } as const;

function meaningsOf({ pairs }: Draft): readonly Pick<SeriesName, 'metric' | 'kind'>[] {
  const names = pairs.map(({ name }) => readMetricName(name));
  const hasLoss = names.some(({ kind, isBare }) => kind === 'loss' && !isBare);
  return hasLoss ? names.map((name) => (name.isBare ? MEASURE : name)) : names;
}

/** A logger and a print, or two processes, that say the same line one after the other. */
function isDouble(before: Draft, draft: Draft): boolean {
  return draft.at.line === before.at.line + 1 && !hasChanged(before, draft);
}

/** The same value once more on another line of the same step, perhaps with other digits. */
function isEcho(last: Latest, value: number, shape: string, order: number | undefined): boolean {
  return (
    last.shape !== shape && last.order === order && order !== undefined && isSame(last.value, value)
  );
}

function readingOf(series: SeriesName, value: number, place: ReadingPlace): Reading {
  return {
    name: series.name,
    metric: series.metric,
    split: series.split,
    kind: series.kind,
    value,
    step: place.step,
    epoch: place.epoch,
    time: place.time,
    steps: place.steps,
    epochs: place.epochs,
    line: place.line,
    offset: place.offset,
    run: place.run,
    attempt: place.attempt,
  };
}
