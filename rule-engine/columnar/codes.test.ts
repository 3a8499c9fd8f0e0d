import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingCodes } from './codes.ts';

const code = fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(0xffffffff));

test('codes come back as they were appended, in as few bytes as the greatest needs', () => {
  fc.assert(
    fc.property(fc.array(fc.array(code, { maxLength: 300 })), fc.nat(2000), (parts, room) => {
      const growing = new GrowingCodes();
      for (const [i, part] of parts.entries()) {
        if (i === 1) growing.reserve(room);
        if (i % 2 === 0) for (const one of part) growing.push(one);
        else growing.pushAll(Uint32Array.from(part), Math.max(0, ...part) + 1);
      }
      const all = parts.flat();
      const codes = growing.toArray();
      expect([...codes]).toEqual(all);
      const greatest = Math.max(0, ...all);
      expect(codes.BYTES_PER_ELEMENT).toBe(greatest < 256 ? 1 : greatest < 65_536 ? 2 : 4);
    }),
  );
});
