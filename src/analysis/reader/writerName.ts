import type { LogLine } from '../model.js';
import { cleanLine } from './cleanLine.js';
import { writerOf } from './formatDraft.js';

/** Readers by structure: what they read may still bear its writer's signature. */
const BY_STRUCTURE = new Set(['general', 'dict', 'text-table']);
/** Lines asked for a signature: a writer signs every one of them or none. */
const MOST_ASKED = 100;

/** Who wrote a source that is read by its structure: shown to the user, nothing hangs on it. */
export class WriterName {
  #name: string | undefined;
  #left: number;

  constructor(usesFormats: boolean) {
    this.#left = usesFormats ? MOST_ASKED : 0;
  }

  /** A line that `format` took numbers from: its writer's rule, or a signature. */
  see(format: string, line: LogLine): void {
    if (this.#left === 0) return;
    this.#name = BY_STRUCTURE.has(format) ? writerOf(cleanLine(line.text)) : format;
    this.#left = this.#name === undefined ? this.#left - 1 : 0;
  }

  /** The name to show for a source that the format `read` read. */
  of(read: string): string {
    return BY_STRUCTURE.has(read) ? (this.#name ?? read) : read;
  }
}
