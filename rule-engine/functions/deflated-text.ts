import { deflateSync, gzipSync, zlibSync } from 'fflate';

/** The longest stored block of DEFLATE. */
const LONGEST_STORED = 0xffff;

const GZIP_HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
const GZIP_CHECKS = 8;
const ZLIB_HEADER = [0x78, 0x01];
const ZLIB_CHECKS = 4;

/** A gzip stream as Kusto writes its own: no time, no system, and short text that does not shrink is stored as it is. */
export function gzipped(bytes: Uint8Array): Uint8Array {
  return concat(Uint8Array.from(GZIP_HEADER), deflated(bytes), gzipSync(bytes, { mtime: 0 }).slice(-GZIP_CHECKS));
}

/** A zlib stream as Kusto writes its own. */
export function zlibbed(bytes: Uint8Array): Uint8Array {
  return concat(Uint8Array.from(ZLIB_HEADER), deflated(bytes), zlibSync(bytes).slice(-ZLIB_CHECKS));
}

function deflated(bytes: Uint8Array): Uint8Array {
  const smaller = deflateSync(bytes);
  if (smaller.length < bytes.length || bytes.length > LONGEST_STORED) return smaller;
  const { length } = bytes;
  const header = [1, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff];
  return concat(Uint8Array.from(header), bytes);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
