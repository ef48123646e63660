import { BinaryReader } from '@bufbuild/protobuf/wire';
import { bytes, eachField, fixed32, fixed64, varint } from './protobuf.js';

/** Fields of `TensorProto` and `TensorShapeProto` (tensorboard/compat/proto/tensor.proto). */
const TENSOR = { type: varint(1), shape: bytes(2), content: bytes(4) };
const SHAPE_DIM = bytes(2);
const DIM_SIZE = varint(1);

/** How the numbers of one `DataType` are written. */
interface NumberType {
  readonly dataType: number;
  /** In `tensor_content`: bytes a number, little endian. */
  readonly size: number;
  readonly ofContent: (view: DataView) => number;
  /** The repeated field of its own, packed, and the key of a number that is not packed. */
  readonly packed: number;
  readonly single: number;
  readonly ofField: (reader: BinaryReader) => number;
}

const TYPES: readonly NumberType[] = [
  {
    dataType: 1,
    size: 4,
    ofContent: (view) => view.getFloat32(0, true),
    packed: bytes(5),
    single: fixed32(5),
    ofField: (reader) => reader.float(),
  },
  {
    dataType: 2,
    size: 8,
    ofContent: (view) => view.getFloat64(0, true),
    packed: bytes(6),
    single: fixed64(6),
    ofField: (reader) => reader.double(),
  },
  {
    dataType: 3,
    size: 4,
    ofContent: (view) => view.getInt32(0, true),
    packed: bytes(7),
    single: varint(7),
    ofField: (reader) => reader.int32(),
  },
  {
    dataType: 9,
    size: 8,
    ofContent: (view) => Number(view.getBigInt64(0, true)),
    packed: bytes(10),
    single: varint(10),
    ofField: (reader) => Number(reader.int64()),
  },
  // bfloat16 and half: their 16 bits, in a field as an integer.
  {
    dataType: 14,
    size: 2,
    ofContent: (view) => ofBfloat16(view.getUint16(0, true)),
    packed: bytes(13),
    single: varint(13),
    ofField: (reader) => ofBfloat16(reader.int32()),
  },
  {
    dataType: 19,
    size: 2,
    ofContent: (view) => ofHalf(view.getUint16(0, true)),
    packed: bytes(13),
    single: varint(13),
    ofField: (reader) => ofHalf(reader.int32()),
  },
];

/** The number of a tensor that holds exactly one; undefined for any other, and for texts. */
export function readTensor(tensor: Uint8Array): number | undefined {
  let kind: NumberType | undefined;
  let isOne = true;
  let value: number | undefined;
  const isTensor = eachField(tensor, (key, reader) => {
    if (key === TENSOR.type) {
      const dataType = reader.int32();
      kind = TYPES.find((type) => type.dataType === dataType);
    } else if (key === TENSOR.shape) isOne = holdsOne(reader.bytes());
    else if (key === TENSOR.content) value = contentOf(reader.bytes(), kind) ?? value;
    else if (key === kind?.packed) value = kind.ofField(new BinaryReader(reader.bytes()));
    else if (key === kind?.single) value = kind.ofField(reader);
    else return false;
    return true;
  });
  // A tensor of zeros may leave its number out.
  return isTensor && kind && isOne ? (value ?? 0) : undefined;
}

function contentOf(content: Uint8Array, kind: NumberType | undefined): number | undefined {
  if (kind === undefined || content.length < kind.size) return undefined;
  return kind.ofContent(new DataView(content.buffer, content.byteOffset, content.length));
}

function holdsOne(shape: Uint8Array): boolean {
  let count = 1;
  const isShape = eachField(shape, (key, reader) => {
    if (key !== SHAPE_DIM) return false;
    eachField(reader.bytes(), (inner, dim) => {
      if (inner !== DIM_SIZE) return false;
      count *= Number(dim.int64());
      return true;
    });
    return true;
  });
  return isShape && count === 1;
}

function ofBfloat16(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(2, bits & 0xffff, true);
  return view.getFloat32(0, true);
}

/** IEEE 754 half precision: 1 sign, 5 exponent, 10 fraction bits. */
function ofHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 1024;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -14 : (1 + fraction) * 2 ** (exponent - 15));
}
