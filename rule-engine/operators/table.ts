import type { Column } from '../columnar/column.ts';
import { missingColumn } from '../columnar/columns.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { callExpr, columnExpr } from '../plan/make-expr.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import { newRelation } from './new-relation.ts';
import type { OperatorContext, TabularOperator } from './operator.ts';
import type { Relation } from './relation.ts';

/** Conversions that keep every value: from the type of a loaded column to the one that the query was bound with. */
const LOSSLESS: Partial<Record<ScalarType, Partial<Record<ScalarType, string>>>> = {
  bool: { string: 'tostring', dynamic: 'todynamic', int: 'toint', long: 'tolong' },
  int: { long: 'tolong', real: 'toreal', decimal: 'todecimal', string: 'tostring', dynamic: 'todynamic' },
  long: { decimal: 'todecimal', string: 'tostring', dynamic: 'todynamic' },
  datetime: { string: 'tostring', dynamic: 'todynamic' },
  timespan: { string: 'tostring', dynamic: 'todynamic' },
  guid: { string: 'tostring' },
};

/** A table of the catalogue. One that is not loaded has no rows, and a column that no source filled has no values. */
export const table: TabularOperator<'table'> = {
  kind: 'table',
  async execute(node, context) {
    const found = context.table(node.name);
    const length = found?.table.length ?? 0;
    const columns: Column[] = [];
    for (const column of node.columns) {
      const loaded = found?.table.column(column.name);
      if (loaded === undefined) columns.push(missingColumn(column.type, length));
      else columns.push(loaded.type === column.type ? loaded : await converted(loaded, column, node, context));
    }
    const relation = newRelation(node.columns, columns, length, context);
    return found === undefined ? relation : { ...relation, space: found.space };
  },
};

/** A loaded column as the type that the query was bound with. @throws QueryError where values could be lost */
async function converted(
  loaded: Column,
  { name, type }: ColumnSchema,
  { span, name: tableName }: { readonly span: Parameters<typeof invalid>[2]; readonly name: string },
  context: OperatorContext,
): Promise<Column> {
  const conversion = LOSSLESS[loaded.type]?.[type];
  if (conversion === undefined) {
    const message = `The column ${name} of ${tableName} is loaded as ${loaded.type}, but the query reads it as ${type}`;
    throw invalid('column-type', message, span);
  }
  const schema = [{ name, type: loaded.type }];
  const source: Relation = newRelation(schema, [loaded], loaded.length, context);
  const read = columnExpr({ name, type: loaded.type }, span);
  return context.lazyColumn(callExpr(conversion, [read], type, span), source);
}
