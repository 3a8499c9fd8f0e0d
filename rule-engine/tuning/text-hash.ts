/** Two 32-bit halves of a hash; `into[at]` and `into[at + 1]` receive them. Not cryptographic. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, into: Uint32Array, at: number): void {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = start; i < end; i++) {
    a = Math.imul(a ^ bytes[i], 0x9e3779b1);
    b = Math.imul(b ^ bytes[i], 0x5f356495);
  }
  into[at] = finish(a ^ (end - start), b);
  into[at + 1] = finish(b, a);
}

/** Takes another hash into one, in place: order matters. */
export function combineHash(into: Uint32Array, at: number, a: number, b: number): void {
  const high = into[at];
  const low = into[at + 1];
  into[at] = finish(Math.imul(high ^ a, 0x9e3779b1) + 0x7f4a7c15, low ^ b);
  into[at + 1] = finish(Math.imul(low ^ b, 0x5f356495) + 0x165667b1, high ^ a);
}

function finish(a: number, b: number): number {
  let mixed = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  mixed ^= Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
