import type { Phrase, Reading } from '../model.js';
import { phrase } from '../phrase.js';
import type { RecordReader } from './recordReader.js';
import { ScalarRun } from './scalarRun.js';
import { splitOfPath } from './splitOfPath.js';
import { mayBeSummary, readEvent, type TaggedValue } from './tfEvent.js';
import { TfRecords } from './tfRecords.js';

/** Tags whose dashboard is remembered; a file that invents more is hostile. */
const MOST_TAGS = 20_000;

/**
 * TensorBoard's event files: the scalars of every summary, written by TensorFlow, Keras, PyTorch,
 * JAX and many loggers. Histograms, images, texts and graphs are left out.
 */
export class EventFile implements RecordReader {
  readonly format = 'tensorboard';
  readonly #records = new TfRecords(mayBeSummary);
  readonly #run: ScalarRun;
  /** TF 2 names the dashboard with the first value of a tag alone. */
  readonly #plugins = new Map<string, string>();
  #unreadable = 0;

  constructor(path: string) {
    this.#run = new ScalarRun(splitOfPath(path));
  }

  push(bytes: Uint8Array): readonly Reading[] {
    const readings: Reading[] = [];
    this.#records.push(bytes, (record, offset) => this.#read(record, offset, readings));
    return readings;
  }

  get trouble(): Phrase | undefined {
    return damageOf(this.#records.damaged + this.#unreadable);
  }

  #read(record: Uint8Array, offset: number, readings: Reading[]): void {
    const event = readEvent(record);
    if (!event) {
      this.#unreadable++;
      return;
    }
    const { step, time, values } = event;
    for (const one of values) {
      if (!this.#isScalar(one) || one.value === undefined) continue;
      const pair = { name: one.tag, value: one.value };
      const reading = this.#run.place(pair, { step, time, offset });
      if (reading) readings.push(reading);
    }
  }

  #isScalar({ tag, plugin }: TaggedValue): boolean {
    if (plugin !== undefined && this.#plugins.size < MOST_TAGS) this.#plugins.set(tag, plugin);
    const known = plugin ?? this.#plugins.get(tag) ?? '';
    return known === '' || known === 'scalars';
  }
}

/** What a person is told of a damaged file; undefined where all was well. */
export function damageOf(count: number): Phrase | undefined {
  if (count === 0) return undefined;
  return phrase(
    'Damaged records in this file: {0}. They were passed over; the rest is shown.',
    count,
  );
}
