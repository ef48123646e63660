import type { Phrase, Reading } from '../model.js';

/**
 * The bytes of a record file in, readings out; the same bytes give the same readings however they
 * were cut. A record that is not whole yet is waited for; one that is damaged is passed over.
 */
export interface RecordReader {
  readonly format: string;
  /** The next bytes of the file, valid during the call only. Never throws on data. */
  push(bytes: Uint8Array): readonly Reading[];
  /** What could not be read, for a person; undefined while nothing is wrong. */
  readonly trouble: Phrase | undefined;
}

/** One whole record and the byte offset at which its frame begins. */
export type GiveRecord = (record: Uint8Array, offset: number) => void;
