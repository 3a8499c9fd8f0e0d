import type { Span } from '../base/span.ts';
import type { Table } from '../columnar/table.ts';
import { valueText } from '../functions/value-text.ts';
import type { SampleLabels } from './sample-labels.ts';
import type { CheckedCounts, TestFailure, WrongRow } from './test-result.ts';
import type { RowReference, RuleTest } from './test-suite.ts';
import type { Verdicts } from './verdicts.ts';

/** Rows that one failure tells of. */
const MOST_ROWS = 20;

/** The rows that a test speaks of, and what the rule said of them. */
export interface CheckedRows {
  readonly table: Table;
  readonly labels: SampleLabels;
  readonly verdicts: Verdicts;
  /** The name of the exclusion whose `where` step has that span. */
  readonly exclusionName: (span: Span) => string;
}

/** Checks which rows must match, must not, and which exclusion takes which. A reference without rows is a failure. */
export function checkRows(
  test: RuleTest,
  checked: CheckedRows,
): { readonly failures: readonly TestFailure[]; readonly checked: CheckedCounts } {
  const failures: TestFailure[] = [];
  const counts = { match: 0, noMatch: 0, excluded: 0 };
  const names = rowNames(checked);
  const check = (kind: keyof CheckedCounts, references: readonly RowReference[], right: (row: number) => boolean) => {
    for (const reference of references) {
      const rows = rowsOfReference(reference, checked.table, names);
      if (rows.length === 0) failures.push({ check: kind, message: `No row of the samples is ${shown(reference)}` });
      counts[kind] += rows.length;
      const wrong = rows.filter((row) => !right(row));
      if (wrong.length === 0) continue;
      const wrongRows = wrong.slice(0, MOST_ROWS).map((row) => wrongRow(row, checked));
      const first = `${wrongRows[0].verdict}: ${wrongRows[0].text}`;
      const message = `${wrong.length} of ${rows.length} rows ${shown(reference)} ${first}`;
      failures.push({ check: kind, message, rows: wrongRows });
    }
  };
  const { hits, excluded } = checked.verdicts;
  check('match', test.match, (row) => hits.has(row));
  check('noMatch', test.noMatch, (row) => !hits.has(row) && !excluded.has(row));
  for (const { by, rows } of test.excluded) {
    check('excluded', rows, (row) => {
      const span = excluded.get(row);
      return span !== undefined && checked.exclusionName(span) === by;
    });
  }
  return { failures, checked: counts };
}

/** The rows of each `scenario/event`. */
function rowNames({ table, labels }: CheckedRows): ReadonlyMap<string, readonly number[]> {
  const names = new Map<string, number[]>();
  for (let row = 0; row < table.length; row++) {
    const label = labels.of(
      cellText(table, 'DeviceName', row) ?? '',
      cellText(table, 'ReportId', row) ?? '',
      cellText(table, 'Timestamp', row) ?? '',
    );
    if (label === undefined) continue;
    const name = `${label.scenario}/${label.event}`;
    const rows = names.get(name);
    if (rows === undefined) names.set(name, [row]);
    else rows.push(row);
  }
  return names;
}

function rowsOfReference(
  reference: RowReference,
  table: Table,
  names: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  if (reference.kind === 'named') return names.get(reference.name) ?? [];
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    if (reference.columns.every(([name, text]) => cellText(table, name, row) === text)) rows.push(row);
  }
  return rows;
}

function cellText(table: Table, name: string, row: number): string | undefined {
  const column = table.column(name);
  return column && valueText(column.get(row), column.type);
}

function verdictText(row: number, { verdicts, exclusionName }: CheckedRows): string {
  if (verdicts.hits.has(row)) return 'match';
  const span = verdicts.excluded.get(row);
  return span === undefined ? 'do not match' : `are excluded by '${exclusionName(span)}'`;
}

function wrongRow(row: number, checked: CheckedRows): WrongRow {
  const { table } = checked;
  return {
    device: cellText(table, 'DeviceName', row),
    report: cellText(table, 'ReportId', row),
    text: commandLine(row, table),
    verdict: verdictText(row, checked),
  };
}

function commandLine(row: number, table: Table): string {
  const text = cellText(table, 'ProcessCommandLine', row) ?? `row ${row}`;
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function shown(reference: RowReference): string {
  if (reference.kind === 'named') return reference.name;
  return `{${reference.columns.map(([name, text]) => `${name}: ${text}`).join(', ')}}`;
}
