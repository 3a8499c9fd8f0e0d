import { gzipSync, zlibSync } from 'fflate';
import { joinedBytes } from '../../base/joined-bytes.ts';

/** The longest stored block of DEFLATE. */
const LONGEST_STORED = 0xffff;

const GZIP_HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
const GZIP_CHECKS = 8;
const ZLIB_HEADER = [0x78, 0x01];
const ZLIB_CHECKS = 4;

/** A gzip stream as Kusto writes its own: no time, no system, and short text that does not shrink is stored as it is. */
export function gzipped(bytes: Uint8Array): Uint8Array {
  return framed(bytes, gzipSync(bytes, { mtime: 0 }), GZIP_HEADER, GZIP_CHECKS);
}

/** A zlib stream as Kusto writes its own. */
export function zlibbed(bytes: Uint8Array): Uint8Array {
  return framed(bytes, zlibSync(bytes), ZLIB_HEADER, ZLIB_CHECKS);
}

/** A stream with a header of the same length in place of its own. */
function framed(bytes: Uint8Array, stream: Uint8Array, header: readonly number[], checks: number): Uint8Array {
  const content = stream.subarray(header.length, -checks);
  return joinedBytes([Uint8Array.from(header), shortest(content, bytes), stream.subarray(-checks)]);
}

function shortest(content: Uint8Array, bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  if (content.length < length || length > LONGEST_STORED) return content;
  const header = [1, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff];
  return joinedBytes([Uint8Array.from(header), bytes]);
}
