import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedReading } from '../../protocol.js';
import { AT_THE_START, type Standing } from './beginning.js';

/** What was said of a file before, and how the content stood that was there last. */
export interface Remembered {
  readonly readings: readonly PlacedReading[];
  readonly stands: Standing;
}

type Entry =
  | { readonly added: readonly PlacedReading[] }
  | { readonly withdrawn: readonly PlacedReading[] }
  | { readonly stands: Standing };

const VERSION = 2;

/**
 * What was told of each file, kept between calls: one line of JSON for each thing said, appended as
 * it is said, so that a kill costs the last line at most. At the next start the file is read again
 * and compared with this; only what differs is told. A file of another version, or one that cannot
 * be read, counts as nothing said.
 */
export class Journal {
  readonly #folder: string;
  /** Writing failed (a full disk, a read-only folder): nothing more is kept. */
  #isBroken = false;
  readonly #failed: (error: Error) => void;

  constructor(folder: string, failed: (error: Error) => void) {
    this.#folder = folder;
    this.#failed = failed;
    this.#try(() => mkdirSync(folder, { recursive: true }));
  }

  /** Reads what was said of a file, and writes it anew without what was taken back. */
  open(file: string): Remembered {
    const remembered = replay(this.#linesOf(file));
    const entries: Entry[] = [{ added: remembered.readings }, { stands: remembered.stands }];
    const head = JSON.stringify({ version: VERSION, file });
    const text = [head, ...entries.map(pack)].map((line) => `${line}\n`).join('');
    this.#try(() => {
      writeFileSync(`${this.#pathOf(file)}.new`, text);
      renameSync(`${this.#pathOf(file)}.new`, this.#pathOf(file));
    });
    return remembered;
  }

  note(file: string, entry: Entry): void {
    this.noteOf(file, entry)();
  }

  /** All but the writing is done at once: what is told in between is noted as soon as it was told. */
  noteOf(file: string, entry: Entry): () => void {
    const path = this.#pathOf(file);
    const line = `${pack(entry)}\n`;
    return () => this.#try(() => appendFileSync(path, line));
  }

  #linesOf(file: string): string[] {
    try {
      const [head, ...lines] = readFileSync(this.#pathOf(file), 'utf8').split('\n');
      const isOurs = head === JSON.stringify({ version: VERSION, file });
      // The last piece has no end: it was cut, or it is empty.
      return isOurs ? lines.slice(0, -1) : [];
    } catch (error) {
      if (error instanceof Error && 'code' in error) return [];
      throw error;
    }
  }

  #pathOf(file: string): string {
    const name = createHash('sha256').update(file).digest('hex').slice(0, 24);
    return join(this.#folder, `${name}.jsonl`);
  }

  #try(act: () => void): void {
    if (this.#isBroken) return;
    try {
      act();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      this.#isBroken = true;
      this.#failed(error);
    }
  }
}

function replay(lines: readonly string[]): Remembered {
  const readings = new Map<string, PlacedReading[]>();
  let stands: Standing = { beginning: AT_THE_START, open: [] };
  for (const line of lines) {
    const entry = unpack(line);
    if (!entry) continue;
    if ('stands' in entry) stands = entry.stands;
    if ('added' in entry) for (const reading of entry.added) push(readings, reading);
    if ('withdrawn' in entry) for (const { run, ...at } of entry.withdrawn) pull(readings, run, at);
  }
  return { readings: [...readings.values()].flat(), stands };
}

function push(readings: Map<string, PlacedReading[]>, reading: PlacedReading): void {
  const key = keyOf(reading.run, reading);
  const same = readings.get(key);
  if (same) same.push(reading);
  else readings.set(key, [reading]);
}

function pull(
  readings: Map<string, PlacedReading[]>,
  run: number,
  at: Omit<PlacedReading, 'run'>,
): void {
  const key = keyOf(run, at);
  readings.get(key)?.pop();
  if (readings.get(key)?.length === 0) readings.delete(key);
}

function keyOf(run: number, { split, name, x, value }: Omit<PlacedReading, 'run'>): string {
  return `${run} ${split} ${name} ${x} ${value}`;
}

/** JSON has no NaN and no Infinity: they are kept as text. */
function pack(entry: Entry): string {
  return JSON.stringify(entry, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );
}

function unpack(line: string): Entry | undefined {
  try {
    return JSON.parse(line, (key, value: unknown) =>
      (key === 'value' || key === 'x') && typeof value === 'string' ? Number(value) : value,
    ) as Entry;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
