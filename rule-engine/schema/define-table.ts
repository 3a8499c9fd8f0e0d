import { invariant } from '../base/assert.ts';
import { type ColumnSchema, isScalarType, type TableSchema } from './scalar-type.ts';

/** The texts that tables were defined by. */
const texts = new WeakMap<TableSchema, string>();

/**
 * A table written as text: a line a column, indented by two spaces, `Name type what it holds`. Keeps the schema files readable
 * as the tables of Microsoft's documentation that they follow. Its columns are made when somebody asks for them: all tables
 * together have thousands, and a query reads few.
 */
export function defineTable(name: string, description: string, text: string): TableSchema {
  let columns: readonly ColumnSchema[] | undefined;
  const table: TableSchema = {
    name,
    description,
    get columns() {
      columns ??= columnsOf(text);
      return columns;
    },
  };
  texts.set(table, text);
  return table;
}

/** Whether a table has a column of that exact name; of a table that `defineTable` made, its columns need not be made. */
export function hasColumn(table: TableSchema, name: string): boolean {
  const text = texts.get(table);
  if (text === undefined) return table.columns.some((column) => column.name === name);
  return !/\s/.test(name) && text.includes(`\n  ${name} `);
}

function columnsOf(text: string): ColumnSchema[] {
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
