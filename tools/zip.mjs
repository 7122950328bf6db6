// A zip archive, of the plainest kind: names in UTF-8, each entry packed by itself, all of one day.
import { deflateRawSync } from "node:zlib";

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

// 1 January 1980, the first day that the format knows.
const DAY = 0x0021;
const UTF8 = 0x0800;

function header(signature, length, values) {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature);
  let at = 4;
  for (const [size, value] of values) {
    bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

// Entries are [name, bytes], and stand in this order.
export function zip(entries) {
  const parts = [], central = [];
  let at = 0;
  for (const [name, bytes] of entries) {
    const path = Buffer.from(name), packed = deflateRawSync(bytes, { level: 9 });
    const smaller = packed.length < bytes.length, body = smaller ? packed : bytes;
    const about = [
      [2, 20], [2, UTF8], [2, smaller ? 8 : 0], [2, 0], [2, DAY], [4, crc32(bytes)], [4, body.length], [4, bytes.length],
      [2, path.length], [2, 0],
    ];
    parts.push(header(0x04034b50, 30, about), path, body);
    // Made on Unix: files that everybody may read.
    central.push(header(0x02014b50, 46, [[2, 0x0314], ...about, [2, 0], [2, 0], [2, 0], [4, 0o100644 * 0x10000], [4, at]]), path);
    at += 30 + path.length + body.length;
  }
  const list = Buffer.concat(central);
  const end = header(0x06054b50, 22, [[2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, list.length], [4, at], [2, 0]]);
  return Buffer.concat([...parts, list, end]);
}
