import type { Table } from '../columnar/table.ts';

/** The loaded tables, by exact name. */
export interface Catalogue {
  table(name: string): Table | undefined;
}
