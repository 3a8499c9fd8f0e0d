/** Engines give no code for a failed allocation: a RangeError is the only sign, and its text the only difference. */
export function isOutOfMemory(error: Error): boolean {
  return error instanceof RangeError && /alloc|memory|(array|string) length|buffer size/i.test(error.message);
}
