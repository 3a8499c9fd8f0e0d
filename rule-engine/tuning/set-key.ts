import type { Bitmap } from '../columnar/bitmap.ts';

/** A short text that is the same for equal sets of one length, and for others but by an accident of one in 2^64. */
export function setKey({ words }: Bitmap): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < words.length; i++) {
    a = Math.imul(a ^ words[i], 0x9e3779b1);
    a ^= a >>> 16;
    b = Math.imul(b ^ words[i], 0x85ebca6b);
    b ^= b >>> 13;
  }
  return `${a >>> 0}-${b >>> 0}`;
}
