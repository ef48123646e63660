import type { Phrase, Severity } from '../model.js';

/** Why a training broke off, as far as its last lines say. */
export type Cause =
  | 'exception'
  | 'memory'
  | 'disk'
  | 'worker'
  | 'killed'
  | 'native'
  | 'device'
  | 'communication'
  | 'time-limit'
  | 'cancelled'
  | 'interrupted'
  | 'exit';

/**
 * How a training ended. No verdict: it says nothing of the curves, and the codes of verdicts are fixed.
 * Plain data that travels to the host, the webview and JSON.
 */
export interface Ending {
  readonly how: 'crashed' | 'finished';
  /** Undefined: it finished. */
  readonly cause?: Cause | undefined;
  readonly severity: Severity;
  /** "The training ran out of memory." */
  readonly title: Phrase;
  /** "Line 812 says: torch.OutOfMemoryError: CUDA out of memory. …" */
  readonly because: Phrase;
  readonly advice: readonly Phrase[];
  /** Line of the log that says so, from 1; undefined where no line does. */
  readonly line?: number | undefined;
  /** The file of that line, where that is not the file of the run. */
  readonly file?: string | undefined;
}
