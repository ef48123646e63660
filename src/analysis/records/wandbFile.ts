import type { Phrase, Reading } from '../model.js';
import { positionWord } from '../reader/draft.js';
import type { Leaves } from '../reader/parseRecord.js';
import { damageOf } from './eventFile.js';
import { LogBlocks } from './logBlocks.js';
import type { RecordReader } from './recordReader.js';
import { ScalarRun } from './scalarRun.js';
import { type MetricAxis, readWandbRecord } from './wandbRecord.js';

/** Steps of the training, as its trainer counts them; before the count of `log` calls, `_step`. */
const GLOBAL_STEPS = ['train/global_step', 'trainer/global_step', 'global_step'] as const;
const EPOCHS = ['train/epoch', 'epoch'] as const;
/** The Trainer of Hugging Face logs means over the whole run at its end. */
const SUMMARY = ['train/train_runtime', 'train_runtime', 'train/total_flos'] as const;
/** A run defines some axes; a file that defines more is hostile. */
const MOST_AXES = 10_000;

/** The `run-….wandb` file of Weights & Biases: what the script logged, not its console or machine. */
export class WandbFile implements RecordReader {
  readonly format = 'wandb';
  readonly #blocks = new LogBlocks();
  readonly #run = new ScalarRun(undefined);
  readonly #axes: MetricAxis[] = [];
  readonly #axisOf = new Map<string, string | undefined>();
  /** Names that others are drawn over: they measure nothing. */
  readonly #stepMetrics = new Set<string>();
  #unreadable = 0;

  push(bytes: Uint8Array): readonly Reading[] {
    const readings: Reading[] = [];
    this.#blocks.push(bytes, (record, offset) => this.#read(record, offset, readings));
    return readings;
  }

  get trouble(): Phrase | undefined {
    return damageOf(this.#blocks.damaged + this.#unreadable);
  }

  #read(record: Uint8Array, offset: number, readings: Reading[]): void {
    const said = readWandbRecord(record);
    if (!said) this.#unreadable++;
    for (const one of said ?? []) {
      if (one.says === 'axis') this.#define(one.axis);
      else this.#history(one.leaves, one.step, offset, readings);
    }
  }

  #define(axis: MetricAxis): void {
    if (this.#axes.length >= MOST_AXES) return;
    this.#axes.push(axis);
    this.#stepMetrics.add(axis.stepMetric);
    this.#axisOf.clear();
  }

  #history(leaves: Leaves, count: number | undefined, offset: number, readings: Reading[]): void {
    if (SUMMARY.some((key) => leaves.has(key))) return;
    const step = firstOf(leaves, GLOBAL_STEPS) ?? leaves.get('_step') ?? count;
    const epoch = firstOf(leaves, EPOCHS);
    const time = leaves.get('_timestamp');
    for (const [name, value] of leaves) {
      if (name.startsWith('_') || name.startsWith('system') || this.#stepMetrics.has(name))
        continue;
      const own = this.#positionOf(name, leaves);
      const at = { step: own?.step ?? step, epoch: own?.epoch ?? epoch, time, offset };
      const reading = this.#run.place({ name, value }, at);
      if (reading) readings.push(reading);
    }
  }

  /** On the axis that the script defined for this name. */
  #positionOf(name: string, leaves: Leaves): { step?: number; epoch?: number } | undefined {
    const axis = this.#axisFor(name);
    const at = axis === undefined ? undefined : leaves.get(axis);
    if (axis === undefined || at === undefined || axis === name) return undefined;
    return positionWord(lastPart(axis)) === 'epoch' ? { epoch: at } : { step: at };
  }

  #axisFor(name: string): string | undefined {
    if (this.#axisOf.has(name)) return this.#axisOf.get(name);
    const axis = this.#axes.find(({ pattern }) => isOf(pattern, name))?.stepMetric;
    if (this.#axisOf.size < MOST_AXES) this.#axisOf.set(name, axis);
    return axis;
  }
}

function isOf(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function firstOf(leaves: Leaves, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = leaves.get(key);
    if (value !== undefined) return value;
  }
  return undefined;
}
