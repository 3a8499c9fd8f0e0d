import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bitmap } from '../columnar/bitmap.ts';
import { rowsWithCode } from './row-scan.ts';

const SIZE = 200;
const some = fc.uniqueArray(fc.nat(SIZE - 1));

test('the rows of a set of codes, whatever their width', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(SIZE - 1), { maxLength: 300 }), fc.boolean(), some, (part, isLarge, set) => {
      const codes = isLarge ? Array.from({ length: 70_001 }, (_, i) => part[i % part.length] ?? 0) : part;
      const expected = codes.flatMap((code, row) => (set.includes(code) ? [row] : []));
      const members = Bitmap.fromRows(SIZE, set);
      for (const Kind of [Uint8Array, Uint16Array, Uint32Array]) {
        const found: number[] = [];
        rowsWithCode(Kind.from(codes), members, (rows) => found.push(...rows));
        expect(found).toEqual(expected);
      }
    }),
    { numRuns: 30 },
  );
});
