import { joinedBytes } from '../../base/joined-bytes.ts';

const BLOCK_BYTES = 64 * 1024;
const MAX_LINE_BYTES = 8 * 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * UTF-8 chunks as texts of whole lines, of about 64 KiB: what is made of one can be given on before the next is read.
 * A line longer than 8 MiB comes in parts, the last line with a line end that it may lack.
 */
export async function* lineBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array(0);
  for await (const bytes of chunks) {
    let start = 0;
    if (rest.length > 0) {
      const lineEnd = bytes.indexOf(NEWLINE) + 1;
      rest = joinedBytes([rest, bytes.subarray(0, lineEnd === 0 ? bytes.length : lineEnd)]);
      start = lineEnd === 0 ? bytes.length : lineEnd;
      if (lineEnd > 0 || rest.length > MAX_LINE_BYTES) {
        yield decoder.decode(rest);
        rest = new Uint8Array(0);
      }
    }
    while (start < bytes.length) {
      const limit = Math.min(bytes.length, start + BLOCK_BYTES);
      let end = bytes.lastIndexOf(NEWLINE, limit - 1) + 1;
      if (end <= start) end = bytes.indexOf(NEWLINE, limit) + 1;
      if (end <= start) break;
      yield decoder.decode(bytes.subarray(start, end));
      start = end;
    }
    if (start < bytes.length) rest = bytes.slice(start);
  }
  if (rest.length > 0) yield `${decoder.decode(rest)}\n`;
}
