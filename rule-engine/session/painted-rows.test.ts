import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tableFromRows } from '../columnar/table-builder.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { needleFinder } from '../kernels/string-predicate.ts';
import { PaintedColumn, type RowsOfTest, type SoughtLiteral } from './painted-column.ts';
import { PaintedRows } from './painted-rows.ts';
import type { Cell, GridRow } from './protocol/rows.ts';

const words = ['lua', 'os.execute', 'lua5', 'io', 'luac'];
const HIT: GridRow['verdict'] = { kind: 'hit' };

/** A run: the words that it looks for, those of them whose rows are known to the engine, and the rows that are looked at. */
const run = fc.record({
  sought: fc.subarray(words),
  known: fc.subarray(words),
  window: fc.uniqueArray(fc.nat(11), { maxLength: 8 }),
});
const text = fc.array(fc.constantFrom(...words, '-', 'x'), { maxLength: 3 }).map((parts) => parts.join(' '));

/** Marks in no particular order. */
function marksOf({ text, marks = [] }: Cell): unknown {
  return [text, marks.map(({ span, literal }) => `${span.start} ${span.length} ${literal}`).sort()];
}

it('rows that were painted in earlier runs have the marks that rows have which are painted anew', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 12, maxLength: 12 }), fc.array(run, { maxLength: 8 }), (texts, runs) => {
      const { columns } = tableFromRows(
        [{ name: 'Command', type: 'string' }],
        texts.map((one) => [one]),
      );
      const kept = new PaintedColumn();
      const grid = new PaintedRows([kept]);
      for (const { sought, known, window } of runs) {
        const literals = sought.map((word): SoughtLiteral => {
          const literal = { id: words.indexOf(word), text: word };
          return { literal, predicate: 'has', test: { key: word } as Bound };
        });
        const rowsOf: RowsOfTest = ({ key = '' }) => {
          if (!known.includes(key)) return undefined;
          const find = needleFinder('has', key);
          return Uint32Array.from([...texts.keys()].filter((row) => find(texts[row]) >= 0));
        };
        grid.mark([kept.literals(literals, rowsOf)]);
        const anew = new PaintedColumn();
        anew.mark(anew.literals(literals, () => undefined));
        for (const row of window) {
          const [shown] = grid.row(row, columns, HIT).cells;
          expect(marksOf(shown)).toEqual(marksOf(anew.marked(anew.cell(columns[0], row))));
        }
      }
    }),
    { numRuns: 500 },
  );
});
