import { type Leaves, parseRecord } from '../reader/parseRecord.js';
import { readNumber } from '../reader/readNumber.js';
import { bytes, eachField, varint } from './protobuf.js';

/** What a record says that makes curves; everything else (console, system, summary) is left out. */
export type WandbRecord =
  | { readonly says: 'history'; readonly leaves: Leaves; readonly step: number | undefined }
  | { readonly says: 'axis'; readonly axis: MetricAxis };

/** `run.define_metric("val/*", step_metric="epoch")`. */
export interface MetricAxis {
  /** A name, or the beginning of names where it ends in `*`. */
  readonly pattern: string;
  readonly stepMetric: string;
}

/** Fields of `Record` and what it holds (wandb/proto/wandb_internal.proto). */
const RECORD = { history: bytes(2), metric: bytes(12) };
const HISTORY = { item: bytes(1), step: bytes(2) };
const STEP_NUMBER = varint(1);
const ITEM = { key: bytes(1), nestedKey: bytes(2), json: bytes(16) };
const METRIC = { name: bytes(1), glob: bytes(2), stepMetric: bytes(4) };

/** Undefined where the bytes are no record; an empty list for one that draws nothing. */
export function readWandbRecord(record: Uint8Array): readonly WandbRecord[] | undefined {
  const said: WandbRecord[] = [];
  const isRecord = eachField(record, (key, reader) => {
    if (key === RECORD.history) said.push(historyOf(reader.bytes()));
    else if (key === RECORD.metric) said.push(...axisOf(reader.bytes()));
    else return false;
    return true;
  });
  return isRecord ? said : undefined;
}

function historyOf(message: Uint8Array): WandbRecord {
  const leaves: Leaves = new Map();
  let step: number | undefined;
  eachField(message, (key, reader) => {
    if (key === HISTORY.item) readItem(reader.bytes(), leaves);
    else if (key === HISTORY.step) step = stepOf(reader.bytes());
    else return false;
    return true;
  });
  return { says: 'history', leaves, step };
}

function stepOf(message: Uint8Array): number {
  let step = 0;
  eachField(message, (key, reader) => {
    if (key !== STEP_NUMBER) return false;
    step = Number(reader.int64());
    return true;
  });
  return step;
}

function readItem(message: Uint8Array, leaves: Leaves): void {
  const path: string[] = [];
  let json = '';
  eachField(message, (key, reader) => {
    if (key === ITEM.key || key === ITEM.nestedKey) path.push(reader.string());
    else if (key === ITEM.json) json = reader.string();
    else return false;
    return true;
  });
  const name = path.filter((part) => part !== '').join('.');
  if (name !== '') keep(name, json.trim(), leaves);
}

/** A number, one in quotes ("NaN"), or a dict of them; media carry a `_type`. */
function keep(name: string, json: string, leaves: Leaves): void {
  if (json.startsWith('{')) {
    if (json.includes('"_type"')) return;
    for (const [path, value] of parseRecord(json)?.leaves ?? []) {
      leaves.set(`${name}.${path.replaceAll('/', '.')}`, value);
    }
    return;
  }
  const value = readNumber(json.replace(/^"|"$/g, ''));
  if (value !== undefined) leaves.set(name, value);
}

function axisOf(message: Uint8Array): WandbRecord[] {
  let pattern = '';
  let stepMetric = '';
  eachField(message, (key, reader) => {
    if (key === METRIC.name || key === METRIC.glob) pattern = reader.string();
    else if (key === METRIC.stepMetric) stepMetric = reader.string();
    else return false;
    return true;
  });
  const isAxis = pattern !== '' && stepMetric !== '';
  return isAxis ? [{ says: 'axis', axis: { pattern, stepMetric } }] : [];
}
