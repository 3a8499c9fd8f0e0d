let lastId = 0;

/** An id that no other dictionary has. */
export function nextDictionaryId(): number {
  return ++lastId;
}

/**
 * Distinct strings as UTF-8 in one arena: value `code` is `arena[offsets[code] .. offsets[code + 1])`.
 * Codes run from 0 to `size - 1`. Code 0 is always the empty string.
 */
export interface StringDictionary {
  readonly size: number;
  /** The UTF-8 bytes of all values. Read it afresh at each use: growth of shared memory may replace the view. */
  readonly arena: Uint8Array;
  /** `size + 1` offsets into `arena`, in bytes. */
  readonly offsets: Uint32Array;
  /** Changes when values were added, so that a cache of per-code results knows how far it reaches. */
  readonly id: number;
  /** The value of a code, decoded (and kept for a while). */
  get(code: number): string;
  /** The code of a value, or -1 when no row has it. */
  codeOf(value: string): number;
}
