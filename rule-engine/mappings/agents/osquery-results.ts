import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { type Fields, fieldAt, isFields } from '../field-path.ts';

/**
 * One record a row of an osquery result: batches have all rows of a query in one record, snapshots under `snapshot`,
 * changes under `diffResults`; each becomes what osquery logs as an event, with `columns` and `action`. Any other record
 * is itself.
 * @see https://osquery.readthedocs.io/en/stable/deployment/logging/#results-logs
 */
export function osqueryRows(record: LogRecord): readonly LogRecord[] {
  if (record.fields.hostIdentifier === undefined || record.fields.columns !== undefined) return [record];
  const { snapshot, diffResults, ...rest } = record.fields;
  if (Array.isArray(snapshot)) return rowsOf(record, rest, snapshot, 'snapshot');
  if (!isFields(diffResults)) return [record];
  return (['added', 'removed'] as const).flatMap((action) => {
    const rows = fieldAt(diffResults, action);
    return Array.isArray(rows) ? rowsOf(record, rest, rows, action) : [];
  });
}

function rowsOf(record: LogRecord, rest: Fields, rows: readonly FieldValue[], action: string): LogRecord[] {
  return rows.filter(isFields).map((columns) => ({ ...record, fields: { ...rest, action, columns } }));
}
