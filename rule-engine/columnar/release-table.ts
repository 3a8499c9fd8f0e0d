import type { Column } from './column.ts';
import { JsonColumn } from './json-column.ts';
import { ResidentDictionary } from './resident-dictionary.ts';
import type { Table } from './table.ts';

/**
 * Gives back at once what a table holds of WebAssembly's memory, less what `kept` holds too: a table may share columns
 * with the one that it was made from. The table must not be read again.
 */
export function releaseTable(table: Table, kept: readonly Table[] = []): void {
  const shared = new Set(kept.flatMap(dictionariesOf));
  for (const dictionary of dictionariesOf(table)) if (!shared.has(dictionary)) dictionary.release();
}

function dictionariesOf({ columns }: Table): readonly ResidentDictionary[] {
  return columns.map(dictionaryOf).filter((dictionary) => dictionary instanceof ResidentDictionary);
}

function dictionaryOf(column: Column) {
  if (column.kind === 'string') return column.dictionary;
  return column instanceof JsonColumn ? column.texts : undefined;
}
