import { closeSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { isFault, takenBy } from '../../analysis/index.js';
import type { Explained, FromEngine, ToEngine, ToPatternDesk, Trial } from '../../protocol.js';
import { FileExplainer } from '../fileExplainer.js';
import { expectedOf } from '../sources/folderEncodings.js';
import { NotAFile, openRegularFile } from '../sources/openRegularFile.js';
import { nameIn } from '../sources/roots.js';
import type { SourceBytes } from '../sources/sourceBytes.js';
import { type HowToRead, sourceReader } from '../sources/sourceReader.js';
import { loadLinearEngine } from './linearEngine.js';
import { compileFormats, NO_PATTERNS, type UserPatterns } from './userPatterns.js';

/** Bytes of a turn: whoever follows live logs waits no longer than for these. */
const SLICE = 256 * 1024;
/** The forms of the lines of a larger log show in its beginning. */
const MOST_BYTES = 64 * 1024 * 1024;

type Start = Extract<ToEngine, { readonly type: 'start' }>;

/** Reads files with the patterns of the user, explains what is read of a file, and tries patterns. */
export class PatternDesk {
  #patterns: UserPatterns = NO_PATTERNS;
  #roots: readonly string[] = [];
  #encodings: Start['encodings'] = [];

  constructor(private readonly emit: (message: FromEngine) => void) {}

  readonly newReader = (file: string, how: HowToRead): SourceBytes =>
    sourceReader(file, { ...how, ...this.#howTo(file) });

  /** Takes other patterns; the readers that exist keep theirs. */
  async use({ formats = [], roots, encodings = [] }: Start): Promise<void> {
    this.#roots = roots;
    this.#encodings = encodings;
    this.#patterns = await compileFormats(formats);
    for (const { format, fault } of this.#patterns.wrong)
      this.emit({ type: 'wrongFormat', pattern: format.pattern, message: fault.message });
  }

  async receive(message: ToPatternDesk): Promise<void> {
    const { request } = message;
    if (message.type === 'explain')
      this.emit({ type: 'explained', request, ...(await this.#explain(message.file)) });
    else
      this.emit({ type: 'tried', request, ...(await tryPattern(message.pattern, message.lines)) });
  }

  #howTo(file: string): HowToRead {
    return { patterns: this.#patterns.forFile(file, (path) => nameIn(this.#roots, path)) };
  }

  async #explain(file: string): Promise<Explained> {
    const expected = expectedOf(this.#encodings ?? [], file);
    const explainer = new FileExplainer(file, { expected, ...this.#howTo(file) });
    try {
      const isCut = await inTurns(file, (slice) => explainer.take(explainer.source.push(slice)));
      explainer.take(explainer.source.lastLine() ?? []);
      explainer.take(explainer.source.flush());
      return { explanation: explainer.explanation, isCut };
    } catch (error) {
      // The file system says no: the one who asked hears why.
      const isSaid = error instanceof NotAFile || (error instanceof Error && 'code' in error);
      if (isSaid) return { trouble: error.message };
      throw error;
    }
  }
}

/** The bytes of a file, slice by slice, between turns of the event loop; true where it is larger. */
async function inTurns(file: string, give: (slice: Uint8Array) => void): Promise<boolean> {
  const handle = openRegularFile(file);
  try {
    const buffer = Buffer.allocUnsafe(SLICE);
    for (let at = 0; at < MOST_BYTES; ) {
      const count = readSync(handle, buffer, 0, buffer.length, at);
      if (count === 0) return false;
      give(buffer.subarray(0, count));
      at += count;
      await setImmediate();
    }
    return true;
  } finally {
    closeSync(handle);
  }
}

async function tryPattern(text: string, lines: readonly string[]): Promise<Trial> {
  const compile = await loadLinearEngine();
  const pattern = compile(text);
  if (isFault(pattern)) return { fault: pattern.message };
  return { taken: lines.map((line) => takenBy(pattern, line)) };
}
