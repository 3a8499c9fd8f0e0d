import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Interner } from './interner.ts';
import { webAssembly } from './module.ts';

function freshInterner(): Interner {
  if (webAssembly === undefined) throw new Error('This runtime has no WebAssembly SIMD');
  return new Interner(webAssembly);
}

test('equal values share a code, in the order in which they came', () => {
  const value = fc.uint8Array({ maxLength: 40 });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 400 }), (values) => {
      const interner = freshInterner();
      const codes = new Map([['', 0]]);
      for (const bytes of values) {
        const key = bytes.join();
        if (!codes.has(key)) codes.set(key, codes.size);
        expect(interner.intern(bytes, 0, bytes.length)).toBe(codes.get(key));
      }
      expect(interner.size).toBe(codes.size);
      for (const bytes of values) expect(interner.find(bytes, 0, bytes.length)).toBe(codes.get(bytes.join()));
    }),
  );
});

test('room that is made beforehand changes no code', () => {
  const interner = freshInterner();
  const encoder = new TextEncoder();
  const texts = Array.from({ length: 5000 }, (_, i) => encoder.encode(`value ${i % 3000}`));
  const codes = texts.map((bytes, i) => {
    if (i === 100) interner.reserve(1 << 16, 2500);
    return interner.intern(bytes, 0, bytes.length);
  });
  expect(codes).toEqual(texts.map((_, i) => (i % 3000) + 1));
});

test('a table that takes its room at once knows each value again', () => {
  const interner = freshInterner();
  const bytes = new Uint8Array(4);
  const view = new DataView(bytes.buffer);
  const codes = Array.from({ length: 220_000 }, (_, i) => {
    if (i === 1000) interner.reserve(4 * 220_000, 700_000);
    view.setUint32(0, i);
    return interner.intern(bytes, 0, 4);
  });
  expect(codes.every((code, i) => code === i + 1)).toBe(true);
  for (let i = 0; i < codes.length; i++) {
    view.setUint32(0, i);
    if (interner.find(bytes, 0, 4) !== i + 1) expect.fail(`${i} is not found`);
  }
});

test('values survive growth of the table, the arena and the memory', () => {
  const interner = freshInterner();
  const encoder = new TextEncoder();
  const texts = Array.from({ length: 50_000 }, (_, i) => `value ${i} ${'x'.repeat(i % 90)}`);
  for (const text of texts) {
    const bytes = encoder.encode(text);
    interner.intern(bytes, 0, bytes.length);
  }
  const decoder = new TextDecoder();
  const offsets = interner.offsets(interner.size).slice();
  const arena = interner.arena();
  expect(interner.size).toBe(texts.length + 1);
  for (const [i, text] of texts.entries()) {
    expect(decoder.decode(arena.subarray(offsets[i + 1], offsets[i + 2]))).toBe(text);
  }
  expect(interner.find(encoder.encode('value'), 0, 5)).toBe(-1);
});
