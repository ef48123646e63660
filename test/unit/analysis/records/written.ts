import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Small writers of record files, so that each test says in bytes what it reads. */

export interface WrittenScalar {
  readonly tag: string;
  readonly value: number;
  readonly step?: number;
  readonly time?: number;
  /** `tensor`: as TF 2 writes it, with the dashboard named. */
  readonly as?: 'simple' | 'tensor' | 'float_val' | 'double' | 'half' | 'bfloat16' | 'int64';
  readonly plugin?: string;
}

export function eventFile(scalars: readonly WrittenScalar[]): Uint8Array {
  const version = new BinaryWriter().tag(1, WireType.Bit64).double(1.5e9);
  version.tag(3, WireType.LengthDelimited).string('brain.Event:2');
  return joined([tfRecord(version.finish()), ...scalars.map((one) => tfRecord(event(one)))]);
}

export function event({ tag, value, step = 0, time = 1.6e9, ...how }: WrittenScalar): Uint8Array {
  const one = new BinaryWriter().tag(1, WireType.LengthDelimited).string(tag);
  if (how.plugin !== undefined) {
    const plugin = new BinaryWriter().tag(1, WireType.LengthDelimited).string(how.plugin).finish();
    one.tag(9, WireType.LengthDelimited).bytes(message(1, plugin));
  }
  if (how.as === undefined || how.as === 'simple') one.tag(2, WireType.Bit32).float(value);
  else one.tag(8, WireType.LengthDelimited).bytes(tensor(how.as, value));
  const writer = new BinaryWriter().tag(1, WireType.Bit64).double(time);
  if (step !== 0) writer.tag(2, WireType.Varint).int64(step);
  return writer.tag(5, WireType.LengthDelimited).bytes(message(1, one.finish())).finish();
}

function tensor(as: WrittenScalar['as'], value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat32(0, value, true);
  const content = (type: number, size: number) =>
    shaped(type)
      .tag(4, WireType.LengthDelimited)
      .bytes(new Uint8Array(bytes.buffer, 0, size));
  switch (as) {
    case 'float_val':
      return shaped(1)
        .tag(5, WireType.LengthDelimited)
        .bytes(new Uint8Array(bytes.buffer, 0, 4))
        .finish();
    case 'double':
      bytes.setFloat64(0, value, true);
      return content(2, 8).finish();
    case 'int64':
      bytes.setBigInt64(0, BigInt(value), true);
      return content(9, 8).finish();
    case 'bfloat16':
      bytes.setUint16(0, bytes.getUint16(2, true), true);
      return content(14, 2).finish();
    case 'half':
      // 0x3800 is 0.5, the one half these tests write.
      return shaped(19).tag(13, WireType.LengthDelimited).bytes(Uint8Array.of(0x80, 0x70)).finish();
    default:
      return content(1, 4).finish();
  }
}

function shaped(type: number): BinaryWriter {
  return new BinaryWriter()
    .tag(1, WireType.Varint)
    .int32(type)
    .tag(2, WireType.LengthDelimited)
    .bytes(new Uint8Array(0));
}

export function tfRecord(data: Uint8Array): Uint8Array {
  const length = new Uint8Array(8);
  new DataView(length.buffer).setUint32(0, data.length, true);
  return joined([
    length,
    uint32(masked(crc(length, CASTAGNOLI))),
    data,
    uint32(masked(crc(data, CASTAGNOLI))),
  ]);
}

/** One history record of Weights & Biases: names and their JSON. */
export function history(items: Readonly<Record<string, string>>, step?: number): Uint8Array {
  const record = new BinaryWriter();
  for (const [key, json] of Object.entries(items)) {
    const item = new BinaryWriter();
    const path = key.split('>');
    if (path.length === 1) item.tag(1, WireType.LengthDelimited).string(key);
    else for (const part of path) item.tag(2, WireType.LengthDelimited).string(part);
    item.tag(16, WireType.LengthDelimited).string(json);
    record.tag(1, WireType.LengthDelimited).bytes(item.finish());
  }
  if (step !== undefined) {
    const count = new BinaryWriter().tag(1, WireType.Varint).int64(step).finish();
    record.tag(2, WireType.LengthDelimited).bytes(count);
  }
  return message(2, record.finish());
}

/** `define_metric(pattern, step_metric=…)`. */
export function axis(pattern: string, stepMetric: string): Uint8Array {
  const metric = new BinaryWriter()
    .tag(pattern.endsWith('*') ? 2 : 1, WireType.LengthDelimited)
    .string(pattern);
  return message(12, metric.tag(4, WireType.LengthDelimited).string(stepMetric).finish());
}

/** Console output, which no curve may be made of. */
export function output(line: string): Uint8Array {
  return message(4, new BinaryWriter().tag(3, WireType.LengthDelimited).string(line).finish());
}

const BLOCK = 32 * 1024;

/** A `.wandb` file: LevelDB's blocks behind a header of 7 bytes. */
export function wandbFile(records: readonly Uint8Array[]): Uint8Array {
  const pieces: Uint8Array[] = [Uint8Array.of(0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0)];
  let at = 7;
  const put = (bytes: Uint8Array) => {
    pieces.push(bytes);
    at += bytes.length;
  };
  for (const record of records) {
    let from = 0;
    do {
      if (BLOCK - (at % BLOCK) < 7) put(new Uint8Array(BLOCK - (at % BLOCK)));
      const room = BLOCK - (at % BLOCK) - 7;
      const data = record.subarray(from, from + room);
      const isEnd = from + data.length === record.length;
      put(chunk(from === 0 ? (isEnd ? 1 : 2) : isEnd ? 4 : 3, data));
      from += data.length;
    } while (from < record.length);
  }
  return joined(pieces);
}

function chunk(type: number, data: Uint8Array): Uint8Array {
  const body = joined([Uint8Array.of(type), data]);
  return joined([
    uint32(crc(body, ZLIB)),
    Uint8Array.of(data.length & 255, data.length >> 8),
    body,
  ]);
}

function message(field: number, bytes: Uint8Array): Uint8Array {
  return new BinaryWriter().tag(field, WireType.LengthDelimited).bytes(bytes).finish();
}

const CASTAGNOLI = 0x82f63b78;
const ZLIB = 0xedb88320;

/** Bit by bit, unlike the reader's. */
function crc(bytes: Uint8Array, polynomial: number): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ polynomial : sum >>> 1;
  }
  return ~sum >>> 0;
}

const masked = (sum: number): number => (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
