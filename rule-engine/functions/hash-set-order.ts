/**
 * The texts in the order in which Kusto lists a set of them: that of the hash set of its C++ library, whose functions
 * return sets as they lie in memory. Measured: a set made for as many texts as it gets.
 * @see https://github.com/gcc-mirror/gcc/blob/master/libstdc%2B%2B-v3/libsupc%2B%2B/hash_bytes.cc
 */
export function inHashSetOrder(texts: readonly string[]): readonly string[] {
  const distinct = [...new Set(texts)];
  const buckets = BigInt(BUCKET_COUNTS.find((count) => count >= distinct.length) ?? distinct.length);
  const chains = new Map<bigint, string[]>();
  for (const text of distinct) {
    const bucket = hashOf(text) % buckets;
    const chain = chains.get(bucket);
    if (chain === undefined) chains.set(bucket, [text]);
    else chain.push(text);
  }
  return [...chains.values()].flat().reverse();
}

const BUCKET_COUNTS = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 103, 109, 113, 127,
  137, 139, 149, 157, 167, 179, 193, 199, 211, 227, 241, 257, 277, 293, 313, 337, 359, 383, 409, 439, 467, 503, 541,
  577, 619, 661, 709, 761, 823, 887, 953, 1031, 1109, 1193, 1289, 1381, 1493, 1613, 1741, 1879, 2029, 2179, 2357, 2549,
  2753, 2971, 3209, 3469, 3739, 4027, 4349, 4703, 5087, 5503, 5953, 6427, 6949, 7517, 8123, 8783, 9497, 10273, 11113,
  12011, 12983, 14033, 15173, 16411, 17749, 19183, 20753, 22447, 24281, 26267, 28411, 30727, 33223, 35933, 38873, 42043,
  45481, 49201, 53201, 57557, 62233, 67307,
];

const MASK = (1n << 64n) - 1n;
const FACTOR = 0xc6a4a7935bd1e995n;
const SEED = 0xc70f6907n;

/** MurmurHash64A of the UTF-8. */
function hashOf(text: string): bigint {
  const bytes = new TextEncoder().encode(text);
  const whole = bytes.length - (bytes.length % 8);
  const view = new DataView(bytes.buffer);
  let hash = SEED ^ ((BigInt(bytes.length) * FACTOR) & MASK);
  for (let at = 0; at < whole; at += 8) {
    const word = (mixed((view.getBigUint64(at, true) * FACTOR) & MASK) * FACTOR) & MASK;
    hash = ((hash ^ word) * FACTOR) & MASK;
  }
  if (whole < bytes.length) {
    let rest = 0n;
    for (let at = bytes.length - 1; at >= whole; at--) rest = (rest << 8n) | BigInt(bytes[at]);
    hash = ((hash ^ rest) * FACTOR) & MASK;
  }
  return mixed((mixed(hash) * FACTOR) & MASK);
}

function mixed(value: bigint): bigint {
  return value ^ (value >> 47n);
}
