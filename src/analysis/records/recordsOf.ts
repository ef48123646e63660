import { EventFile } from './eventFile.js';
import { beginsLogBlocks, mayBeginLogBlocks } from './logBlocks.js';
import type { RecordReader } from './recordReader.js';
import { beginsTfRecords, mayBeginTfRecords } from './tfRecords.js';
import { WandbFile } from './wandbFile.js';

/** Names that only such files have: what stands in them is no text, however damaged. */
const EVENT_FILE = /(?:^|[\\/])events\.out\.tfevents\.[^\\/]*$/;
const WANDB_FILE = /\.wandb$/;

/**
 * The reader for a file of records, known by its first bytes, or by its name where those are
 * damaged. `text`: it is none. `unknown`: too few bytes so far (12 are enough).
 */
export function recordsOf(path: string, head: Uint8Array): RecordReader | 'text' | 'unknown' {
  if (head.length === 0) return 'unknown';
  if (beginsTfRecords(head) || EVENT_FILE.test(path)) return new EventFile(path);
  if (beginsLogBlocks(head) || WANDB_FILE.test(path)) return new WandbFile();
  return mayBeginTfRecords(head) || mayBeginLogBlocks(head) ? 'unknown' : 'text';
}
