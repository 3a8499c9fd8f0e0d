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
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name, type, ...words] = line.split(' ');
      invariant(isScalarType(type), `a Kusto type in '${line}'`);
      return words.length === 0 ? { name, type } : { name, type, description: words.join(' ') };
    });
}
