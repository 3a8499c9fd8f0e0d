import type { SourceReport } from './source-report.ts';

/** What the loaded sources hold of a column that a rule reads. */
export interface ColumnCoverage {
  readonly column: string;
  /** `always empty`: a field is there for it and no row has a value. `missing`: no source has a field for it. */
  readonly state: 'filled' | 'always empty' | 'missing';
  /** Rows of the table that have a value. */
  readonly filled: number;
  /** Fields that it comes from, one a source that has any. */
  readonly from: readonly string[];
}

export interface TableCoverage {
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly ColumnCoverage[];
  /** `This rule needs 7 columns of DeviceProcessEvents: 5 filled, 1 always empty, 1 missing`. */
  readonly summary: string;
}

/** How well the sources fill the columns that a rule reads of a table: what a zero is worth. */
export function columnCoverage(
  sources: readonly SourceReport[],
  table: string,
  columns: readonly string[],
): TableCoverage {
  const reports = sources.flatMap((source) => source.tables).filter((report) => report.table === table);
  const rows = reports.reduce((sum, report) => sum + report.rows, 0);
  const covered = columns.map((column): ColumnCoverage => {
    const found = reports.flatMap((report) => report.columns.filter(({ name }) => name === column));
    const filled = found.reduce((sum, one) => sum + one.filled, 0);
    const state = found.length === 0 ? 'missing' : filled === 0 ? 'always empty' : 'filled';
    return { column, state, filled, from: [...new Set(found.map(({ from }) => from))] };
  });
  return { table, rows, columns: covered, summary: summaryOf(table, covered) };
}

function summaryOf(table: string, columns: readonly ColumnCoverage[]): string {
  const states = (['filled', 'always empty', 'missing'] as const).flatMap((state) => {
    const count = columns.filter((column) => column.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const needs = `This rule needs ${columns.length} ${columns.length === 1 ? 'column' : 'columns'} of ${table}`;
  return states.length === 0 ? needs : `${needs}: ${states.join(', ')}`;
}
