const MAGIC = 0x184d2204;
const MIN_MATCH = 4;

/**
 * Decompresses an LZ4 frame whose content has `length` bytes. Checksums are passed over. Throws for what is damaged.
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 */
export function decompressLz4Frame(input: Uint8Array, length: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  if (input.length < 7 || view.getUint32(0, true) !== MAGIC) throw new Error('no LZ4 frame');
  const flags = input[4];
  const blockChecksum = (flags & 0x10) === 0 ? 0 : 4;
  let at = 7 + ((flags & 0x08) === 0 ? 0 : 8) + ((flags & 0x01) === 0 ? 0 : 4);
  const output = new Uint8Array(length);
  let filled = 0;
  while (at + 4 <= input.length) {
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) break;
    const end = at + (header & 0x7fffffff);
    if (end > input.length) throw new Error('a block of an LZ4 frame is cut off');
    if (header >= 0x80000000) {
      if (filled + end - at > length) throw new Error('an LZ4 frame is longer than stated');
      output.set(input.subarray(at, end), filled);
      filled += end - at;
    } else filled = decompressBlock(input, at, end, output, filled);
    at = end + blockChecksum;
  }
  if (filled !== length) throw new Error('an LZ4 frame is shorter than stated');
  return output;
}

/** Adds a block's content to the output, which its matches may reach back into; gives where the output now ends. */
function decompressBlock(input: Uint8Array, start: number, end: number, output: Uint8Array, from: number): number {
  let at = start;
  let filled = from;
  const longer = (short: number): number => {
    let length = short;
    if (short !== 15) return length;
    for (let byte = 255; byte === 255; ) {
      if (at >= end) throw new Error('an LZ4 block is cut off');
      byte = input[at++];
      length += byte;
    }
    return length;
  };
  while (at < end) {
    const token = input[at++];
    const literals = longer(token >> 4);
    if (at + literals > end || filled + literals > output.length) throw new Error('an LZ4 block is damaged');
    output.set(input.subarray(at, at + literals), filled);
    at += literals;
    filled += literals;
    if (at >= end) break;
    const offset = input[at] | (input[at + 1] << 8);
    at += 2;
    const match = longer(token & 15) + MIN_MATCH;
    if (offset === 0 || offset > filled || filled + match > output.length) throw new Error('an LZ4 block is damaged');
    if (offset >= match) output.copyWithin(filled, filled - offset, filled - offset + match);
    else for (let index = 0; index < match; index++) output[filled + index] = output[filled + index - offset];
    filled += match;
  }
  return filled;
}
