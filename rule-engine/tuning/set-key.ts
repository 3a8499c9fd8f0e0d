import type { Bitmap } from '../columnar/bitmap.ts';
import { hashBytes } from './text-hash.ts';

/** A short text that is the same for equal sets of one length, and for others but by an accident of one in 2^64. */
export function setKey({ words }: Bitmap): string {
  const pair = new Uint32Array(2);
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  hashBytes(bytes, 0, bytes.length, pair, 0);
  return `${pair[0]}-${pair[1]}`;
}
