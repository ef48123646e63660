import type { ReadingListener } from '../explain/listener.js';
import type { LineBlock, LogLine, Reading } from '../model.js';
import type { LinePattern } from '../pattern/pattern.js';
import { patternDraft } from '../pattern/patternDraft.js';
import type { ReadingSink } from '../readingColumns.js';
import { namedByPath } from '../records/namedByPath.js';
import { Assembler } from './assembler.js';
import { BoxReader } from './boxReader.js';
import { cleanLine } from './cleanLine.js';
import { eachLine } from './eachLine.js';
import type { LogReader } from './logReader.js';
import { type BlockTaker, ShapeCache } from './shapeCache.js';
import type { Understood } from './understood.js';
import { NEAR_TOP, WholeLine } from './wholeLine.js';
import { WriterName } from './writerName.js';

/** Prose, settings and sources, by their names: what stands in them was not printed by a training. */
const NOT_A_LOG =
  /\.(?:md|rst|ya?ml|toml|ini|cfg|py|ipynb|sh|html?|xml|tex|bib|[jt]sx?|css|c(?:pp|u|c)?|h(?:pp)?)$/i;
const NONE: readonly Reading[] = [];

/** What a reader is told of its source. */
export interface ReaderOptions {
  /** Name of the file, or its path with '/': nothing else is asked of it. */
  readonly name: string;
  /** False: the general reader alone, the FORMATS table is not consulted. */
  readonly usesFormats?: boolean | undefined;
  /** False: each line is read in full, also where its shape is known. Slower, and the same. */
  readonly usesShapes?: boolean | undefined;
  /** Patterns of the user for this file: they are asked before everything else. */
  readonly patterns?: readonly LinePattern[] | undefined;
  /** Who wants to know why; every line is then read in full. */
  readonly listener?: ReadingListener | undefined;
  /** Takes the readings of lines as they are settled; `push` and `flush` then give none. */
  readonly sink?: ReadingSink | undefined;
}

/** A reader for one source, from its first line on. */
export function createReader(options: ReaderOptions): LogReader {
  if (NOT_A_LOG.test(options.name)) return SILENT;
  // What is renamed by its path on the way cannot go to the sink at once.
  return namedByPath(
    options.name,
    (isRenamed) => new LineReader(isRenamed ? { ...options, sink: undefined } : options),
  );
}

const SILENT: LogReader = { format: '', push: () => NONE, flush: () => NONE };

class LineReader implements LogReader {
  readonly #assembler: Assembler;
  readonly #whole: WholeLine;
  readonly #shapes: ShapeCache | undefined;
  readonly #boxes = new BoxReader();
  readonly #writer: WriterName;
  readonly #patterns: readonly LinePattern[];
  readonly #listener: ReadingListener | undefined;
  #header = '';
  #isRepeat = false;

  constructor({
    usesFormats = true,
    usesShapes = true,
    patterns = [],
    listener,
    sink,
  }: ReaderOptions) {
    this.#assembler = new Assembler(listener, sink);
    this.#patterns = patterns;
    this.#listener = listener;
    const whole = new WholeLine(usesFormats);
    this.#whole = whole;
    this.#writer = new WriterName(usesFormats);
    this.#shapes =
      usesShapes && !listener
        ? new ShapeCache((text) => this.#read({ text, line: NEAR_TOP + 1, offset: 0 }))
        : undefined;
  }

  get format(): string {
    return this.#writer.of(this.#assembler.format);
  }

  push(line: LogLine): readonly Reading[] {
    const known = line.raw && line.line > NEAR_TOP ? this.#shapes?.read(line, line.raw) : undefined;
    if (known) this.#take(known);
    else this.#inFull(line);
    return this.#assembler.take();
  }

  pushBlock(block: LineBlock): { readonly readings: readonly Reading[]; readonly lines: number } {
    const lines = this.#shapes?.readBlock(block, this.#taker) ?? eachLine(block, this.#inFull);
    return { readings: this.#assembler.take(), lines };
  }

  flush(): readonly Reading[] {
    this.#assembler.flush();
    return this.#assembler.take();
  }

  readonly #inFull = (line: LogLine): void => {
    const at = placeOf(line);
    const said = this.#read(at, this.#assembler.isTrusted);
    this.#listener?.saw(at, said);
    if (said.says === 'metrics') this.#writer.see(said.draft.format, at);
    if (said.says === 'box') this.#box(at);
    else if (said.says === 'header') this.#newTable(at.text);
    else this.#take(said);
  };

  /** The patterns of the user are asked first. */
  #read(at: LogLine, isTrusted?: (shape: string) => boolean): Understood {
    const said = this.#patterns.length > 0 ? patternDraft(this.#patterns, at) : undefined;
    return said ?? this.#whole.read(at, isTrusted);
  }

  readonly #take = (said: Understood): void => {
    if (said.says === 'nothing') return;
    if (said.says === 'metrics') {
      if (!this.#isRepeat) this.#assembler.add(said.draft, said.shape);
      this.#isRepeat = false;
    } else if (said.says === 'position') this.#assembler.position(said.position, said.split);
    else if (said.says === 'section') this.#assembler.section(said.split);
    else if (said.says === 'repeats') this.#isRepeat = true;
  };

  readonly #taker: BlockTaker = { said: this.#take, inFull: this.#inFull };

  #box(line: LogLine): void {
    const clean = cleanLine(line.text);
    const box = this.#boxes.end(clean);
    if (box) this.#assembler.add(box, 'box');
    else this.#boxes.row(clean, line);
  }

  /** Other columns: rows of a known shape mean something else now. */
  #newTable(header: string): void {
    if (header !== this.#header) this.#shapes?.forget();
    this.#header = header;
  }
}

/** A line that may be kept: its bytes are gone after the call. */
function placeOf({ text, line, offset }: LogLine): LogLine {
  return { text, line, offset };
}
