import { fieldAt, isFields } from '../mappings/field-path.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { tableByColumns } from '../mappings/recognise-table.ts';
import type { LogRecord } from '../readers/reader.ts';
import { BY_COLUMN_NAMES } from './field-mappings.ts';

/** Fields that hold the whole of a row: of Elasticsearch, Splunk, the HTTP event collector and message queues. */
const WRAPPERS = ['_source', 'result', 'event', 'properties', 'record', 'data', 'body'];

/** The mapping of rows of a known table that each lie in a field of their record, and why it was taken. */
export function wrappedRows(
  sample: readonly LogRecord[],
  fileName: string,
): { readonly mappings: readonly [Mapping]; readonly reason: string } | undefined {
  for (const wrapper of WRAPPERS) {
    const rows = sample.map(({ fields }) => fieldAt(fields, wrapper)).filter(isFields);
    if (rows.length * 2 <= sample.length) continue;
    const found = tableByColumns([...new Set(rows.flatMap((row) => Object.keys(row)))], fileName);
    if (found === undefined) continue;
    return {
      mappings: [mappingOf(found.table.name, wrapper)],
      reason: `${found.reason} They lie in the field ${wrapper}.`,
    };
  }
  return undefined;
}

function mappingOf(table: string, wrapper: string): Mapping {
  return {
    ...BY_COLUMN_NAMES,
    table,
    source: 'The names of the columns',
    accepts: ({ fields }) => isFields(fieldAt(fields, wrapper)),
    columns: {},
    sameNames: wrapper,
    leftoversIn: wrapper,
  };
}
