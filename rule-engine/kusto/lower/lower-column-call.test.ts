import { describe, expect, test } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import { builtInTables } from '../../schema/catalogue.ts';
import { compile } from '../compile.ts';
import { makeGlobals } from '../globals.ts';

const globals = makeGlobals(builtInTables);

function extended(query: string) {
  const { plan, diagnostics } = compile(query, globals);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  expect(errors).toEqual([]);
  const { items } = plan as Extract<Plan, { kind: 'extend' }>;
  return { expr: items[0].expr, diagnostics };
}

describe('calls about columns', () => {
  test('a column that exists is read, else its default', () => {
    expect(extended("DeviceProcessEvents | extend x = column_ifexists('FileName', '')").expr).toMatchObject({
      kind: 'column',
      name: 'FileName',
    });
    expect(extended("DeviceProcessEvents | extend x = column_ifexists('NoSuch', 'none')").expr).toMatchObject({
      kind: 'literal',
      value: 'none',
    });
    expect(extended("let n = 'FileName'; DeviceProcessEvents | extend x = column_ifexists(n, '')").expr).toMatchObject({
      kind: 'column',
    });
  });

  test('a column that exists keeps its type, whatever the default has', () => {
    expect(extended("print Count = 1 | extend x = column_ifexists('Count', '')").expr).toMatchObject({
      kind: 'column',
      type: 'long',
    });
    const { expr } = extended("print d = dynamic({'a': 1}) | extend x = columnifexists('d', '').a");
    expect(expr).toMatchObject({ type: 'dynamic' });
  });

  test('a column that a parameter names may be of any type until the function is called', () => {
    const call = (query: string) =>
      extended(`let f = (T:(*), name:string) { T | extend x = column_ifexists(name, '') | extend y = (x) and (x) };
        ${query}`);
    expect(call("print Flag = true | invoke f('Flag')").expr).toMatchObject({ kind: 'call', name: 'and' });
    expect(call('print a = 1 | extend x = a').expr).toMatchObject({ kind: 'column', type: 'long' });
  });

  test('columns are packed under their names', () => {
    const { expr } = extended('print a = 1, b = 2 | extend x = bag_pack_columns(a, b)');
    expect(expr).toMatchObject({ kind: 'call', name: 'bag_pack', args: [{ value: 'a' }, {}, { value: 'b' }, {}] });
  });

  test('a star stands for every column in sight', () => {
    const { expr } = extended('print a = 1, b = "x" | extend x = pack_array(*)');
    expect(expr).toMatchObject({ kind: 'call', name: 'pack_array', args: [{ name: 'a' }, { name: 'b' }] });
  });

  test("the time of ingestion is the event's own in tables, null elsewhere", () => {
    expect(extended('DeviceProcessEvents | where FileName != "" | extend x = ingestion_time()').expr).toMatchObject({
      kind: 'column',
      type: 'datetime',
    });
    expect(extended('print Timestamp = now() | extend x = ingestion_time()').expr).toMatchObject({ value: null });
  });

  test('where addresses are is not known, and said', () => {
    const { expr, diagnostics } = extended("print a = '20.53.203.50' | extend x = geo_info_from_ip_address(a)");
    expect(expr).toMatchObject({ kind: 'literal', type: 'dynamic', value: null });
    expect(diagnostics).toMatchObject([{ code: 'no-address-database', severity: 'warning' }]);
  });
});

test('a search over all known tables compiles', () => {
  const { plan, diagnostics } = compile('search "10.0.0.4" | distinct $table', globals);
  expect(diagnostics).toEqual([]);
  expect(plan?.columns).toMatchObject([{ name: '$table' }]);
});
