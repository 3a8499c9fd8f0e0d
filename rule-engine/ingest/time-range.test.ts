import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableFromRows } from '../columnar/table-builder.ts';
import { newestAndOldest } from './time-range.ts';

const ticks = fc.option(fc.bigInt({ min: 0n, max: 3155378975999999999n }));

test('the range of times is that of the values that are there', () => {
  fc.assert(
    fc.property(fc.array(ticks), (values) => {
      const table = tableFromRows(
        [{ name: 'Timestamp', type: 'datetime' }],
        values.map((value) => [value]),
      );
      const known = values.filter((value) => value !== null).sort((a, b) => (a < b ? -1 : 1));
      const [oldest, newest] = [known[0], known.at(-1)];
      expect(newestAndOldest(table)).toEqual(oldest === undefined ? undefined : { oldest, newest });
    }),
  );
});
