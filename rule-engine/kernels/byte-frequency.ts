import type { StringDictionary } from '../columnar/string-dictionary.ts';

/** Bytes that are looked at to tell which are rare. */
const SAMPLE = 1 << 13;
const PIECES = 64;

const known = new WeakMap<StringDictionary, Uint32Array>();

/**
 * How often each byte stands in a dictionary, by a sample of it; capitals count as small letters. What a needle is probed
 * by: in command lines `q` may be rare, in encoded data it is as frequent as `e`.
 */
export function byteFrequency(dictionary: StringDictionary): Uint32Array {
  const found = known.get(dictionary);
  if (found !== undefined) return found;
  const { arena, offsets, size } = dictionary;
  const end = offsets[size];
  const frequency = new Uint32Array(256);
  const step = Math.max(1, Math.floor(end / PIECES));
  const length = Math.min(step, SAMPLE / PIECES);
  for (let piece = 0; piece < end; piece += step) {
    const pieceEnd = Math.min(piece + length, end);
    for (let at = piece; at < pieceEnd; at++) frequency[folded(arena[at])]++;
  }
  known.set(dictionary, frequency);
  return frequency;
}

/** Capitals of ASCII as small letters. */
export function folded(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
