import type { TableSchema } from '../schema/scalar-type.ts';
import { BY_COLUMN_NAMES, OWN_TABLE } from './field-mappings.ts';
import type { SourceTableReport } from './source-report.ts';
import type { UserMapping } from './user-mapping.ts';

/** What a person adds to the mapping that a source's table was loaded by. */
export interface MappingAddition {
  readonly id: string;
  readonly name: string;
  /** The table to fill: the source's, or another one when the source had a table of its own. */
  readonly table: string;
  /** Fields by the column that each shall fill. */
  readonly columns: { readonly [column: string]: string };
}

/**
 * The fields of a source's table that a person can map to a column: those that fill none of the known table, whose
 * `schema` it is.
 */
export function mappableFields(report: SourceTableReport, schema: TableSchema | undefined): readonly string[] {
  const known = new Set(schema?.columns.map(({ name }) => name));
  const isByName = report.mapping === OWN_TABLE.id || report.mapping === BY_COLUMN_NAMES.id;
  const fields = isByName ? report.columns.filter(({ name }) => !known.has(name)).map(({ from }) => from) : [];
  return [...new Set([...fields, ...report.leftover.map(({ field }) => field)])];
}

/**
 * The mapping by which a table was loaded, with further columns. One of `saved` grows under its own id and keeps its
 * shape's fields; of fields that were columns by their names, each stays its column.
 */
export function extendedMapping(
  report: SourceTableReport,
  saved: readonly UserMapping[],
  { id, name, table, columns }: MappingAddition,
): UserMapping {
  const before = saved.find((mapping) => mapping.id === report.mapping);
  const shape = [...new Set([...(before?.shape ?? []), ...Object.values(columns)])];
  if (before !== undefined) return { ...before, name, columns: { ...before.columns, ...columns }, shape };
  if (report.mapping === OWN_TABLE.id) return { id, name, table, columns, shape };
  if (report.mapping === BY_COLUMN_NAMES.id) {
    const named = Object.fromEntries(report.columns.map((column) => [column.name, column.from]));
    return { id, name, table, columns: { ...named, ...columns }, shape };
  }
  return { id, name, table, base: report.mapping, columns, shape };
}
