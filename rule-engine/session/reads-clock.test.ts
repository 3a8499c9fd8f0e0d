import { expect, test } from 'vitest';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { deserializePlan } from '../plan/read-plan.ts';
import { serializePlan } from '../plan/serialize.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { readsClock } from './reads-clock.ts';

const globals = makeGlobals(builtInTables);

function reads(query: string): boolean | undefined {
  const { plan } = compile(query, globals);
  // Steps that are read from their text keep what is known of their content.
  return plan && readsClock(deserializePlan(serializePlan(plan)));
}

test('a query reads the clock where it asks for the time, also within a subquery', () => {
  expect(reads('DeviceProcessEvents | where Timestamp > ago(24h) | take 3')).toBe(true);
  expect(
    reads('DeviceProcessEvents | where DeviceId in ((DeviceInfo | where Timestamp < now() | project DeviceId))'),
  ).toBe(true);
  expect(reads('DeviceProcessEvents | where Timestamp > datetime(2026-03-01) and FileName has "ago"')).toBe(false);
});
