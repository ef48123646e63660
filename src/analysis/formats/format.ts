import type { Split } from '../model.js';

/** What one reading of a sample says; what is left out is not asked. */
export interface SampleReading {
  readonly name: string;
  readonly value: number;
  readonly split?: Split;
  readonly step?: number;
  readonly epoch?: number;
}

/** Lines as they stand in a source, and exactly the readings they give. None: a near miss. */
export interface Sample {
  readonly lines: readonly string[];
  readonly yields: readonly SampleReading[];
}

/**
 * A line of a text log. Named groups: `epoch`, `epochs`, `step`, `steps` place it, `done` and
 * `total` make it a bar that repaints, `pairs` is the part in which names and numbers stand; `loss`,
 * `avg`, `rate` are values by themselves, where the writer puts no name before its numbers.
 * No nested quantifiers: the pattern meets hostile lines.
 */
export interface LineRule {
  readonly says: 'position' | 'metrics';
  readonly pattern: RegExp;
  readonly split?: Split;
}

/** A shape of log. A definition holds no state and no loop over bytes. */
export interface LogFormat {
  readonly id: string;
  readonly title: string;
  /** Who writes it. */
  readonly source: string;
  /** Lines of a text log. */
  readonly lines?: readonly LineRule[];
  /** A table: columns of which all must be there. */
  readonly columns?: readonly RegExp[];
  /** A record on one line: keys of which one must be there. `python`: a printed dict. */
  readonly record?: { readonly quote: '"' | "'"; readonly keys?: RegExp };
  /** A whole JSON file: what its first bytes look like. */
  readonly document?: { readonly name?: RegExp; readonly head: RegExp };
  readonly samples: readonly Sample[];
}
