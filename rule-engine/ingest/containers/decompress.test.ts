import { constants, crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContainerBudget } from './container-limits.ts';
import { Decompressed } from './decompress.ts';

const strategies = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FIXED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FILTERED,
];

/** Text that repeats itself near and far, beside bytes that don't. */
const content = fc
  .array(
    fc.record({
      bytes: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(Buffer.from('lua -e os.execute\n'))),
      times: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(700, 3000)),
    }),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat(parts.flatMap(({ bytes, times }) => new Array<Uint8Array>(times).fill(bytes))));

const settings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(...strategies),
  memLevel: fc.integer({ min: 1, max: 9 }),
});

/** Gives every chunk back, as a reader does that has copied it. */
async function decompress(kind: 'gzip' | 'zip', compressed: Uint8Array, pieceSize: number) {
  const errors: string[] = [];
  const context = {
    signal: new AbortController().signal,
    onBytes: () => {},
    onError: (message: string) => void errors.push(message),
  };
  async function* pieces() {
    for (let at = 0; at < compressed.length; at += pieceSize) yield compressed.slice(at, at + pieceSize);
  }
  const stream = new Decompressed(pieces(), kind, new ContainerBudget(compressed.length), context);
  const parts: Uint8Array[] = [];
  for await (const chunk of stream) {
    parts.push(chunk.slice());
    stream.giveBack(chunk);
  }
  return { bytes: Buffer.concat(parts), errors };
}

const pieceSize = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(1000, 1_000_000));

describe('decompressed', () => {
  it('is what was compressed, however, in however many members and pieces', async () => {
    const members = fc.array(fc.tuple(content, settings), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(members, pieceSize, fc.nat({ max: 600 }), async (parts, size, zeros) => {
        const compressed = parts.map(([bytes, options]) => gzipSync(bytes, options));
        const { bytes, errors } = await decompress('gzip', Buffer.concat([...compressed, Buffer.alloc(zeros)]), size);
        expect(errors).toEqual([]);
        expect(bytes.equals(Buffer.concat(parts.map(([bytes]) => bytes)))).toBe(true);
        const [first, options] = parts[0];
        const raw = await decompress('zip', deflateRawSync(first, options), size);
        expect([raw.bytes.equals(first), raw.errors]).toEqual([true, []]);
      }),
      { numRuns: 150 },
    );
  });

  it('is the beginning of it and an error, wherever the data are cut off', async () => {
    await fc.assert(
      fc.asyncProperty(content, settings, fc.nat(), pieceSize, async (whole, options, cut, size) => {
        const compressed = gzipSync(whole, options);
        const kept = 3 + (cut % (compressed.length - 3));
        const { bytes, errors } = await decompress('gzip', compressed.subarray(0, kept), size);
        expect(errors).toEqual(['The gzip data are damaged or cut off: its end is missing']);
        expect(bytes.equals(whole.subarray(0, bytes.length))).toBe(true);
        // Few bytes are missing, so little of the content is.
        if (kept >= compressed.length - 8) expect(bytes.length).toBe(whole.length);
      }),
      { numRuns: 150 },
    );
  });

  it('is what zlib makes of damaged data, as far as it goes, or an error', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(content, settings, changes, pieceSize, async (whole, options, changed, size) => {
        const compressed = gzipSync(whole, options);
        for (const [at, byte] of changed) compressed[10 + (at % (compressed.length - 10))] = byte;
        const { bytes, errors } = await decompress('gzip', compressed, size);
        const expected = unzipped(compressed);
        if (expected !== undefined) expect([bytes.equals(expected), errors]).toEqual([true, []]);
      }),
      { numRuns: 300 },
    );
  });

  it('has the header with all that it may hold behind it', async () => {
    const [plain] = [gzipSync(Buffer.from('events'))];
    const header = [...plain.subarray(0, 3), 2 | 4 | 8 | 16, ...plain.subarray(4, 10), 3, 0, 1, 2, 3];
    header.push(...Buffer.from('events.csv\0made by hand\0'));
    const checksum = crc32(Uint8Array.from(header));
    const full = Uint8Array.from([...header, checksum & 0xff, (checksum >> 8) & 0xff, ...plain.subarray(10)]);
    for (const size of [1, 7, 1000]) {
      const { bytes, errors } = await decompress('gzip', Buffer.concat([full, full]), size);
      expect([bytes.toString(), errors]).toEqual(['eventsevents', []]);
    }
  });

  it('tells what follows the data and is none', async () => {
    const { bytes, errors } = await decompress(
      'gzip',
      Buffer.concat([gzipSync('events'), Buffer.from('more text')]),
      5,
    );
    expect(bytes.toString()).toBe('events');
    expect(errors).toEqual(['The gzip data are damaged or cut off: what follows its end is no gzip']);
  });
});

/** What zlib makes of gzip data; undefined where it finds them damaged. */
function unzipped(compressed: Uint8Array): Buffer | undefined {
  try {
    return gunzipSync(compressed);
  } catch {
    return undefined;
  }
}
