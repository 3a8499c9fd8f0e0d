import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

const LENGTH = 200_000;
/** Rows at both ends of a block of marks, and some between. */
const row = fc.oneof(fc.nat(LENGTH - 1), fc.constantFrom(0, 31, 32, 65_535, 65_536, 131_071, LENGTH - 1));
const list = fc.uniqueArray(row, { maxLength: 400 }).map((rows) => Uint32Array.from(rows).sort());
const lists = fc.array(list, { minLength: 3, maxLength: 24 });

/** The same with WebAssembly and, in a browser that has none, by script. */
for (const without of [false, true]) {
  test(`many lists are united, and counted where each is alone, ${without ? 'by script' : 'in WebAssembly'}`, async () => {
    vi.resetModules();
    if (without) vi.doMock('../../webassembly/module.ts', () => ({ webAssembly: undefined }));
    else vi.doUnmock('../../webassembly/module.ts');
    const { unionOf, countSole, membersOf } = await import('./row-set.ts');
    const { uniteLists } = await import('../../kernels/list-union.ts');
    expect(uniteLists([Uint32Array.of(1)], 2) === undefined).toBe(without);
    fc.assert(
      fc.property(lists, (several) => {
        const times = new Map<number, number>();
        for (const one of several.flatMap((rows) => [...rows])) times.set(one, (times.get(one) ?? 0) + 1);
        expect([...membersOf(unionOf(several, LENGTH))]).toEqual([...times.keys()].sort((a, b) => a - b));
        expect(countSole(several, LENGTH, undefined)).toEqual(
          several.map((rows) => [rows.length, rows.filter((one) => times.get(one) === 1).length]),
        );
      }),
      { numRuns: 60 },
    );
  });
}
