import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringColumn } from '../columnar/columns.ts';
import { ResidentDictionary } from '../columnar/resident-dictionary.ts';
import { Table } from '../columnar/table.ts';
import { encodeUtf8 } from '../columnar/utf8.ts';
import { needleFinder, type StringOperator } from '../kernels/string-predicate.ts';
import { rowsOf } from '../operators/relation.ts';
import type { Plan } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { Interner } from '../webassembly/interner.ts';
import { webAssembly } from '../webassembly/module.ts';
import { Execution } from './execution.ts';
import { ExecutionCache } from './execution-cache.ts';
import { NumberedLiterals } from './numbered-literals.ts';
import { call, column, contextOf, extend, list, table, text, where } from './plans.test-helper.ts';

const schema: readonly ColumnSchema[] = [{ name: 'Command', type: 'string' }];
/** Ordinary values, so many that those of interest are few among them. */
const ORDINARY = 600;

/** A table whose values lie in WebAssembly's memory, as those of large files do. */
function residentTable(values: readonly string[]): Table {
  if (webAssembly === undefined) throw new Error('This runtime has no WebAssembly SIMD');
  const interner = new Interner(webAssembly);
  const codes = Uint32Array.from(values, (value) => {
    const bytes = encodeUtf8(value);
    return bytes.length === 0 ? 0 : interner.intern(bytes, 0, bytes.length);
  });
  return new Table(schema, [stringColumn(codes, new ResidentDictionary(interner))], values.length);
}

const operator = fc.constantFrom<StringOperator>(
  ...(['has', 'has_cs', 'hasprefix', 'hassuffix', 'contains', 'contains_cs'] as const),
  ...(['startswith', 'endswith', 'endswith_cs', '=~'] as const),
);
const whole = fc.constantFrom('luarocks', 'LuaRocks', 'os.execute(', 'lua5.4', 'luà', 'x');
/** What a user has typed of a needle so far. */
const typed = fc.tuple(whole, fc.nat(3), fc.nat(9)).map(([text, from, length]) => text.slice(from, from + length));
const edit = fc.record({ operator, needle: typed, listed: fc.array(typed, { maxLength: 5 }) });
const value = fc
  .array(fc.oneof(whole, typed, fc.constantFrom(' ', '-', 'é', '1')), { maxLength: 5 })
  .map((parts) => parts.join(''));

const rule = ({ operator, needle, listed }: { operator: string; needle: string; listed: readonly string[] }): Plan => {
  const any = list(column('Command'), 'has_any', listed.map(text));
  const one = call(operator, [column('Command'), text(needle)]);
  const detected = where(table('T', schema), listed.length === 0 ? one : call('or', [any, one]));
  const flagged = extend(detected, [{ name: 'Flag', expr: call('contains', [column('Command'), text(needle)]) }]);
  return where(flagged, call('not', [call('has', [column('Command'), text('os')])]));
};

it('each edit of a rule answers as the rule does on its own', async () => {
  const edits = fc.array(edit, { minLength: 2, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 20 }), edits, async (values, rules) => {
      const ordinary = Array.from({ length: ORDINARY }, (_, i) => `svchost.exe -k ${i % 400}`);
      const all = values.flatMap((one, i) => [...ordinary.slice(i * 7, i * 7 + 7), one, one]).concat(ordinary);
      const data = residentTable(all);
      const cache = new ExecutionCache();
      for (const edited of rules) {
        const finds = [
          ...edited.listed.map((needle) => needleFinder('has', needle)),
          needleFinder(edited.operator, edited.needle),
        ];
        const found = all.map((text) => finds.map((find) => find(text) >= 0));
        const excluded = needleFinder('has', 'os');
        const expected = [...all.keys()].filter((row) => found[row].includes(true) && excluded(all[row]) < 0);
        const plan = rule(edited);
        const execution = new Execution(contextOf(data, cache));
        expect([...rowsOf(await execution.run(plan))]).toEqual(expected);
        const counts = await (await NumberedLiterals.of(execution)).count(execution);
        expect(counts.slice(0, finds.length).map(({ rows, unique }) => [rows, unique])).toEqual(
          finds.map((_, i) => [
            found.filter((matches) => matches[i]).length,
            found.filter((matches) => matches[i] && matches.filter(Boolean).length === 1).length,
          ]),
        );
        const alone = new Execution(contextOf(data));
        await alone.run(plan);
        expect(counts).toEqual(await (await NumberedLiterals.of(alone)).count(alone));
      }
    }),
    { numRuns: 60 },
  );
});
