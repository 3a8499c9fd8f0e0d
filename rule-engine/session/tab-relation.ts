import type { Column } from '../columnar/column.ts';
import type { Relation } from '../operators/relation.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { ResultTab } from './protocol/view.ts';
import type { Run } from './run.ts';

/**
 * The rows of a tab with their columns. Hits have the result's; excluded rows and all rows have the result's too as far as
 * they are computed row by row, and then the table's own that the result lacks.
 */
export function tabRelation(run: Run, tab: ResultTab): Relation {
  const { result, base } = run;
  if (tab === 'hits') return { ...result, serialized: true };
  const rows = tab === 'excluded' ? run.excludedRows() : base.rows;
  const wide = run.survivors;
  const schema: ColumnSchema[] = [];
  const columns: Column[] = [];
  for (const relation of [wide, base]) {
    for (const [i, column] of relation.schema.entries()) {
      if (schema.some((existing) => existing.name === column.name)) continue;
      schema.push(column);
      columns.push(relation.columns[i]);
    }
  }
  return { ...base, schema, columns, rows, serialized: true };
}
