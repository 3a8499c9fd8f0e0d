import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonReader } from '../json/json-records.ts';
import { readAll } from '../read-text.test-helper.ts';
import type { FieldValue } from '../reader.ts';
import { evtxReader } from './evtx-reader.ts';

/** Event logs that may not be copied into the project: read where they lie, beside the project's folder. */
const real = join(import.meta.dirname, '../../../../shared/telemetry/real');
const present = existsSync(real);
if (!present) console.warn(`Skipped: ${real} is not there`);
const pairs = present ? readdirSync(join(real, 'sigma_regression')).filter((name) => name.endsWith('.evtx')) : [];

/** evtx_dump cuts times to microseconds. */
function toMicroseconds(value: FieldValue): FieldValue {
  if (typeof value === 'string') {
    return value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})\dZ$/, '$1Z');
  }
  if (Array.isArray(value)) return value.map(toMicroseconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toMicroseconds(item)]));
}

describe.skipIf(!present)('real event logs', () => {
  it.each(pairs)('%s holds what evtx_dump says', async (name) => {
    const bytes = readFileSync(join(real, 'sigma_regression', name));
    const { records, errors } = await readAll(evtxReader, bytes);
    const json = readFileSync(join(real, 'sigma_regression', name.replace('.evtx', '.json')));
    const expected = await readAll(jsonReader, json);
    expect(errors).toEqual([]);
    expect(records.map(({ fields }) => toMicroseconds(fields as FieldValue))).toEqual(
      expected.records.map(({ fields }) => fields),
    );
    expect(expected.errors).toEqual([]);
  });
});
