import type { Column } from '../columnar/column.ts';
import { concatTables } from '../columnar/concat-tables.ts';
import { gatherColumn } from '../columnar/gather.ts';
import { Table } from '../columnar/table.ts';
import { tableFromRows } from '../columnar/table-builder.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { OperatorContext } from './operator.ts';
import { type Relation, rowCount } from './relation.ts';

/** A relation over new physical rows, all of them in. */
export function newRelation(
  schema: readonly ColumnSchema[],
  columns: readonly Column[],
  length: number,
  context: OperatorContext,
): Relation {
  return { schema, columns, physicalLength: length, rows: undefined, space: context.newSpace(), serialized: false };
}

/** A relation of rows of one value a column. */
export function relationFromRows(
  schema: readonly ColumnSchema[],
  rows: readonly (readonly Scalar[])[],
  context: OperatorContext,
): Relation {
  return newRelation(schema, tableFromRows(schema, rows).columns, rows.length, context);
}

/** The rows of relations of the same columns, one after another. */
export function concatRelations(
  schema: readonly ColumnSchema[],
  parts: readonly Relation[],
  context: OperatorContext,
): Relation {
  const tables = parts.map((part) => new Table(schema, denseColumns(part), rowCount(part)));
  const whole = concatTables(schema, tables);
  return newRelation(schema, whole.columns, whole.length, context);
}

/** The columns of a relation as columns of just its rows, in order. */
export function denseColumns(relation: Relation): readonly Column[] {
  const { rows, columns } = relation;
  return rows === undefined ? columns : columns.map((column) => gatherColumn(column, rows));
}
