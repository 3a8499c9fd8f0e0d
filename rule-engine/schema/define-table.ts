import { invariant } from '../base/assert.ts';
import { type ColumnSchema, isScalarType, type TableSchema } from './scalar-type.ts';

/**
 * A table written as text: a line a column, `Name type what it holds`. Keeps the schema files readable as the tables of
 * Microsoft's documentation that they follow.
 */
export function defineTable(name: string, description: string, columns: string): TableSchema {
  return { name, description, columns: defineColumns(columns) };
}

/** A line a column: `Name type what it holds`. */
export function defineColumns(text: string): ColumnSchema[] {
  const columns: ColumnSchema[] = [];
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end).trim();
    if (line !== '') columns.push(columnOf(line));
  }
  return columns;
}

/** Parts are cut from the text: lists of words would be most of what loading the catalogue makes. */
function columnOf(line: string): ColumnSchema {
  const name = line.indexOf(' ');
  const stated = line.indexOf(' ', name + 1);
  const type = line.slice(name + 1, stated < 0 ? line.length : stated);
  invariant(isScalarType(type), `a Kusto type in '${line}'`);
  if (stated < 0) return { name: line.slice(0, name), type };
  return { name: line.slice(0, name), type, description: line.slice(stated + 1) };
}
