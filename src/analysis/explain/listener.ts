import type { LogLine } from '../model.js';
import type { Draft } from '../reader/draft.js';
import type { Understood } from '../reader/understood.js';

/** Hears how a reader decides. Nobody listens while a log is followed: only an explanation does. */
export interface ReadingListener {
  /** What a line says by itself. */
  saw(line: LogLine, said: Understood): void;
  /** What was held of a line has its place now: its values are readings. */
  took(draft: Draft, shape: string): void;
  /** Its values were printed before at the same position. */
  repeated(draft: Draft): void;
}
