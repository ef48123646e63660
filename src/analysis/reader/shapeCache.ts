import * as kernel from '../bytes/lineKernel.js';
import type { LineBlock, LogLine, RawLine } from '../model.js';
import { learnPlan } from './learnPlan.js';
import type { Numbers } from './lineNumbers.js';
import { fits, followPlan, type LinePlan } from './linePlan.js';
import { NOTHING, type Understood } from './understood.js';

/** What is known of one shape of line. */
interface Known {
  readonly low: number;
  readonly high: number;
  /** Its number in the table of the scanner; 0 while it has no plan. */
  id: number;
  /** Lines that were read in full. */
  seen: number;
  readonly plans: LinePlan[];
  /** No plan holds: its lines are read in full. */
  isFree: boolean;
}

/** Who takes what comes of a block. */
export interface BlockTaker {
  /** What a line of known shape says. */
  readonly said: (said: Understood) => void;
  /** A line that has to be read in full. */
  readonly inFull: (line: LogLine) => void;
}

/** So many lines of a shape are read in full before it is worth a plan. */
const WORTH_A_PLAN = 8;
/** Lines that hang on one of their numbers (a rank, an index) need a plan for each. */
const MOST_PLANS = 8;
const LINE_FEED = 10;
const { memoryWords: words } = kernel;

/**
 * Reads lines of a shape that came before by position: which number is what was found out once. A
 * line read so says exactly what it would say read in full; the bytes of lines that say nothing are
 * passed over by the scanner.
 */
export class ShapeCache {
  /** By both halves of the hash; bounded, since a source may never repeat itself. */
  readonly #known = new Map<number, Known>();
  /** By id; the first two stand for lines without plan and silent ones. */
  readonly #byId: (Known | undefined)[] = [undefined, undefined];
  readonly #understand: (text: string) => Understood;
  /** Counts how often all was forgotten. */
  #generation = 0;

  /** `understand` reads a line in full, and changes nothing by it. */
  constructor(understand: (text: string) => Understood) {
    this.#understand = understand;
  }

  /** What one line says; undefined: read it in full. */
  read(line: LogLine, { bytes, from, to }: RawLine): Understood | undefined {
    this.#enter();
    const record = kernel.scanLine(bytes, from, to);
    if (record === 'silent') return NOTHING;
    return record === 'odd'
      ? undefined
      : this.#read(record, line.offset, line.line, () => line.text);
  }

  /** Reads all lines of a block; how many there were. */
  readBlock(block: LineBlock, taker: BlockTaker): number {
    let lines = 0;
    for (let from = block.from; from < block.to; ) {
      const end = windowEnd(block, from);
      if (end - from > kernel.WINDOW) {
        taker.inFull(block.lineAt(from, end - 1, block.line + lines++));
      } else lines += this.#window(block, from, end, lines, taker);
      from = end;
    }
    return lines;
  }

  /** Another table began: rows mean something else now. */
  forget(): void {
    this.#generation++;
    this.#known.clear();
    this.#byId.length = 2;
    kernel.disownTable(this);
    this.#enter();
  }

  #window(block: LineBlock, from: number, to: number, before: number, taker: BlockTaker): number {
    kernel.fillWindow(block.bytes, from, to);
    const end = kernel.WINDOW_AT + to - from;
    let lines = 0;
    for (let at: number = kernel.WINDOW_AT; at < end; ) {
      this.#enter();
      const scanned = kernel.scanWindow(at, end);
      const first = block.line + before + lines;
      const generation = this.#generation;
      lines += scanned.lines;
      at = scanned.at;
      for (let record = scanned.records; record < scanned.recordsEnd; ) {
        const next = record + kernel.HEAD + 2 * (words[record + kernel.COUNT] as number);
        this.#record(block, from - kernel.WINDOW_AT, record, first, taker);
        if (generation !== this.#generation) {
          // Lines that said nothing before this one may be rows of the new table.
          at = (words[record + kernel.TO] as number) + 1;
          lines += (words[record + kernel.LINE] as number) + 1 - scanned.lines;
          break;
        }
        record = next;
      }
    }
    return lines;
  }

  #record(block: LineBlock, shift: number, record: number, first: number, taker: BlockTaker): void {
    const from = (words[record + kernel.FROM] as number) + shift;
    const to = (words[record + kernel.TO] as number) + shift;
    const number = first + (words[record + kernel.LINE] as number);
    const line = () => block.lineAt(from, to, number);
    const said =
      words[record + kernel.ID] === kernel.ODD
        ? undefined
        : this.#read(record, block.offset + from - block.from, number, () => line().text);
    if (said) taker.said(said);
    else taker.inFull(line());
  }

  #read(record: number, offset: number, line: number, text: () => string): Understood | undefined {
    const known = this.#byId[words[record + kernel.ID] as number] ?? this.#byHash(record);
    // Ids of a scan from before `forget` may stand for other shapes by now.
    if (!known || !isShapeOf(known, record)) return undefined;
    const numbers: Numbers = {
      start: words[record + kernel.FROM] as number,
      bounds: record + kernel.HEAD,
      count: words[record + kernel.COUNT] as number,
    };
    const { plans } = known;
    for (let i = 0; i < plans.length; i++) {
      const plan = plans[i] as LinePlan;
      if (plan.guards.length === 0 || fits(plan, numbers))
        return followPlan(plan, numbers, line, offset);
    }
    if (!known.isFree && ++known.seen >= WORTH_A_PLAN) this.#learn(known, text(), numbers.count);
    return undefined;
  }

  #byHash(record: number): Known | undefined {
    const low = words[record + kernel.LOW] as number;
    const high = words[record + kernel.HIGH] as number;
    const hash = (high >>> 0) * 0x200000 + (low & 0x1fffff);
    const known = this.#known.get(hash);
    if (known) return known;
    if (this.#known.size >= kernel.MOST_SHAPES) this.forget();
    this.#known.set(hash, { low, high, id: 0, seen: 1, plans: [], isFree: false });
    return undefined;
  }

  #learn(known: Known, text: string, count: number): void {
    const scan = (codes: Uint8Array) => {
      const record = kernel.scanLine(codes, 0, codes.length);
      if (typeof record !== 'number' || words[record + kernel.COUNT] !== count) return undefined;
      const start = words[record + kernel.FROM] as number;
      const shape = `${words[record + kernel.LOW]} ${words[record + kernel.HIGH]}`;
      return { start, bounds: record + kernel.HEAD, count, shape };
    };
    const plan = learnPlan(text, scan, this.#understand);
    known.seen = 0;
    known.isFree = !plan || known.plans.length + 1 >= MOST_PLANS;
    if (!plan) return;
    known.plans.push(plan);
    if (known.id > 0) return;
    const isSilent = plan.said.says === 'nothing' && plan.guards.length === 0;
    known.id = isSilent ? kernel.SILENT : this.#byId.push(known) - 1;
    kernel.putShape(known.low, known.high, known.id);
  }

  /** The scanner's table becomes that of this reader. */
  #enter(): void {
    if (!kernel.ownTable(this)) return;
    for (const { low, high, id } of this.#known.values())
      if (id > 0) kernel.putShape(low, high, id);
  }
}

function isShapeOf({ low, high }: Known, record: number): boolean {
  return low === words[record + kernel.LOW] && high === words[record + kernel.HIGH];
}

/** The end of the last whole line of a window that begins here; a longer line stands alone. */
function windowEnd({ bytes, to }: LineBlock, from: number): number {
  if (to - from <= kernel.WINDOW) return to;
  const end = bytes.lastIndexOf(LINE_FEED, from + kernel.WINDOW - 1) + 1;
  return end > from ? end : bytes.indexOf(LINE_FEED, from) + 1;
}
