import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

/** A field as it stands on the wire: its number and how its value is written, in one key. */
export const varint = (field: number): number => (field << 3) | WireType.Varint;
export const fixed64 = (field: number): number => (field << 3) | WireType.Bit64;
export const fixed32 = (field: number): number => (field << 3) | WireType.Bit32;
export const bytes = (field: number): number => (field << 3) | WireType.LengthDelimited;

/** Reads the value of a field it knows, and says so; what it leaves is passed over. */
export type TakeField = (key: number, reader: BinaryReader) => boolean;

/** Each field of a message in turn. False where the bytes are no message; fields before count. */
export function eachField(message: Uint8Array, take: TakeField): boolean {
  const reader = new BinaryReader(message);
  try {
    while (reader.pos < reader.len) {
      const [field, wire] = reader.tag();
      if (!take((field << 3) | wire, reader)) reader.skip(wire, field);
    }
    return true;
  } catch {
    // The wire reader throws on whatever is no message: an answer here, since files are damaged.
    return false;
  }
}
