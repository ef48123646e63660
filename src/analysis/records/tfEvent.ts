import { bytes, eachField, fixed32, fixed64, varint } from './protobuf.js';
import { readTensor } from './tensor.js';

/** One value of a summary: a number where it is a scalar. */
export interface TaggedValue {
  readonly tag: string;
  /** The dashboard it is meant for ("scalars", "images"); only the first value of a tag says it. */
  readonly plugin: string | undefined;
  readonly value: number | undefined;
}

export interface TfEvent {
  /** Seconds since 1970. */
  readonly time: number;
  readonly step: number;
  readonly values: readonly TaggedValue[];
}

/** Fields of `Event`, `Summary`, `Summary.Value`, `SummaryMetadata` (tensorboard/compat/proto). */
const EVENT = { time: fixed64(1), step: varint(2), summary: bytes(5) };
const SUMMARY_VALUE = bytes(1);
const VALUE = { tag: bytes(1), simple: fixed32(2), tensor: bytes(8), metadata: bytes(9) };
const METADATA_PLUGIN = bytes(1);
const PLUGIN_NAME = bytes(1);

/** An event with its scalars; undefined where the bytes are none. */
export function readEvent(record: Uint8Array): TfEvent | undefined {
  let time = 0;
  let step = 0;
  const values: TaggedValue[] = [];
  let isWhole = true;
  const isEvent = eachField(record, (key, reader) => {
    if (key === EVENT.time) time = reader.double();
    else if (key === EVENT.step) step = Number(reader.int64());
    else if (key === EVENT.summary) isWhole &&= readSummary(reader.bytes(), values);
    else return false;
    return true;
  });
  return isEvent && isWhole ? { time, step, values } : undefined;
}

/** By its first bytes: does an event carry a summary? Graphs and the like stand in its place. */
export function mayBeSummary(firstBytes: Uint8Array): boolean {
  let isOther = false;
  eachField(firstBytes, (key) => {
    isOther ||= key !== EVENT.time && key !== EVENT.step && key !== EVENT.summary;
    return false;
  });
  return !isOther;
}

function readSummary(summary: Uint8Array, values: TaggedValue[]): boolean {
  let isWhole = true;
  const isSummary = eachField(summary, (key, reader) => {
    if (key !== SUMMARY_VALUE) return false;
    const value = readValue(reader.bytes());
    if (value) values.push(value);
    else isWhole = false;
    return true;
  });
  return isSummary && isWhole;
}

function readValue(message: Uint8Array): TaggedValue | undefined {
  let tag = '';
  let plugin: string | undefined;
  let value: number | undefined;
  const isValue = eachField(message, (key, reader) => {
    if (key === VALUE.tag) tag = reader.string();
    else if (key === VALUE.simple) value = reader.float();
    else if (key === VALUE.tensor) value = readTensor(reader.bytes());
    else if (key === VALUE.metadata) plugin = pluginOf(reader.bytes());
    else return false;
    return true;
  });
  return isValue ? { tag, plugin, value } : undefined;
}

function pluginOf(metadata: Uint8Array): string | undefined {
  let name: string | undefined;
  eachField(metadata, (key, reader) => {
    if (key !== METADATA_PLUGIN) return false;
    return eachField(reader.bytes(), (inner, plugin) => {
      if (inner !== PLUGIN_NAME) return false;
      name = plugin.string();
      return true;
    });
  });
  return name;
}
