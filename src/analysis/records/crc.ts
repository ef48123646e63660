/** Reversed polynomials: Castagnoli's (TensorBoard) and that of zlib (Weights & Biases). */
const CASTAGNOLI = 0x82f63b78;
const ZLIB = 0xedb88320;

/** A checksum over bytes [from, to), as an unsigned 32-bit number. */
type Crc = (bytes: Uint8Array, from: number, to: number) => number;

/** CRC-32C, what TensorBoard's record files are secured with. */
export const crc32c: Crc = /* @__PURE__ */ crcOf(CASTAGNOLI);
/** The CRC-32 of zlib, PNG and the files of Weights & Biases. */
export const crc32: Crc = /* @__PURE__ */ crcOf(ZLIB);

/** TensorFlow stores a rotated checksum, so that checksums of checksums stay useful. */
export function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

function crcOf(polynomial: number): Crc {
  let table: Uint32Array | undefined;
  return (bytes, from, to) => {
    table ??= tableOf(polynomial);
    let crc = 0xffffffff;
    for (let at = from; at < to; at++) {
      crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
    }
    return ~crc >>> 0;
  };
}

function tableOf(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    return crc;
  });
}
