import { Explainer, type Explanation, explainWhole, type Reading } from '../analysis/index.js';
import type { SourceBytes } from './sources/sourceBytes.js';
import { type HowToRead, sourceReader } from './sources/sourceReader.js';

/**
 * Reads a file as it is always read, and keeps account: a log line by line; of a document and of
 * records only what they gave, for no line of them is left to chance.
 */
export class FileExplainer {
  readonly source: SourceBytes;
  #lines: Explainer | undefined;
  readonly #whole: Reading[] = [];

  constructor(file: string, how: HowToRead) {
    this.source = sourceReader(file, {
      ...how,
      newLines: (options) => {
        this.#lines = new Explainer(options);
        return this.#lines;
      },
    });
  }

  /** What the source gave. */
  take(readings: readonly Reading[]): void {
    if (!this.#lines) for (const reading of readings) this.#whole.push(reading);
  }

  get explanation(): Explanation {
    return this.#lines?.explanation ?? explainWhole(this.source.format, this.#whole);
  }
}
