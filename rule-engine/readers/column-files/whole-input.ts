import { joinedBytes } from '../../base/joined-bytes.ts';

/** Formats whose directory is at the end are read from memory: up to so much. */
const MAX_BYTES = 1024 ** 3;

/** All bytes of an input; undefined when there are more than 1 GiB. */
export async function wholeInput(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
    parts.push(chunk);
  }
  return joinedBytes(parts);
}
