import { readMetricName } from '../metricNames.js';
import type { LogLine } from '../model.js';
import type { Draft } from './draft.js';
import { readNumber } from './readNumber.js';
import { draftOfRecord } from './recordDraft.js';

const ROW = /^\s*\|\s*([^|]{1,80}?)\s*\|\s*([^|\s]*)\s*\|\s*$/;
const END = /^\s*[-=+]{5,}\s*$/;
/** A longer box is something else. */
const MOST_ROWS = 200;

/** A row or an edge of a box. */
export function isBoxLine(text: string): boolean {
  if (END.test(text)) return true;
  const name = ROW.exec(text)?.[1];
  return name !== undefined && readNumber(name) === undefined;
}

/** The boxes of OpenAI's logger and Stable-Baselines3: two columns, name and number, one box a point. */
export class BoxReader {
  #leaves = new Map<string, number>();
  #at: LogLine | undefined;
  #group = '';

  /** True: the line belongs to a box. */
  row(text: string, at: LogLine): boolean {
    const hit = ROW.exec(text);
    if (!hit) return false;
    const [, name = '', cell = ''] = hit;
    if (readNumber(name) !== undefined) return false;
    if (cell === '' && name.endsWith('/')) this.#group = name;
    const value = readNumber(cell);
    this.#at ??= at;
    if (value !== undefined && this.#leaves.size < MOST_ROWS)
      this.#leaves.set(name.startsWith(this.#group) ? name : this.#nameIn(name), value);
    return true;
  }

  /** The finished box, at the line that ends it. */
  end(text: string): Draft | undefined {
    if (this.#at === undefined || !END.test(text)) return undefined;
    const at = this.#at;
    const leaves = this.#leaves;
    this.#leaves = new Map();
    this.#at = undefined;
    this.#group = '';
    return draftOfRecord(leaves, at, 'logger-box');
  }

  #nameIn(name: string): string {
    const isPosition = /timesteps|frame|step/.test(name);
    return isPosition || this.#group === '' || readMetricName(name).isNoise
      ? name
      : `${this.#group}${name}`;
  }
}
