import type { ColumnCoverage, TableCoverage } from '../ingest/column-coverage.ts';
import type { SourceTableReport } from '../ingest/source-report.ts';
import type { InspectedFile, UnreadableFile } from './inspected-file.ts';

/** A report as a person reads it, in lines. */
export function formatReport(report: InspectedFile | UnreadableFile): string {
  if ('error' in report) return `${report.name}\n  not read: ${report.error}\n`;
  const format = [report.formatTitle, ...report.containers].join(' in ');
  const lines = [
    report.name,
    `  ${format}, ${count(report.records, 'record')}, ${count(report.errorCount, 'error')}. ${report.formatReason}`,
    ...report.errors.map(({ line, offset, message }) => `  ! ${placeOf(line, offset)}${message}`),
    ...(report.assumptions ?? []).map(
      ({ message, records }) => `  ${message}${records === 0 ? '' : ` (${count(records, 'record')})`}`,
    ),
    ...report.tables.flatMap(tableLines),
    ...report.coverage.flatMap(coverageLines),
    ...(report.ruleError === undefined ? [] : [`  ${report.ruleError}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function placeOf(line: number | undefined, offset: number | undefined): string {
  if (line !== undefined) return `line ${line}: `;
  return offset === undefined ? '' : `byte ${offset}: `;
}

function tableLines(table: SourceTableReport): readonly string[] {
  const { timeRange, columns, missing, leftover } = table;
  const member = table.member === undefined ? '' : ` (${table.member})`;
  const times = timeRange === undefined ? '' : `, ${timeRange[0]} to ${timeRange[1]}`;
  const filled = columns.filter((column) => column.filled > 0).map((column) => `${column.name} ${column.filled}`);
  const empty = columns.filter((column) => column.filled === 0).map(({ name }) => name);
  const left = leftover.map(({ field, records }) => `${field} ${records}`);
  return [
    `  ${table.table}${member}: ${count(table.rows, 'row')}${times}, by ${table.mappingTitle}`,
    ...listed('filled', filled),
    ...listed('always empty', empty),
    ...listed('missing', missing),
    ...listed('fields that fill no column', left),
  ];
}

function coverageLines({ summary, columns }: TableCoverage): readonly string[] {
  const named = (state: ColumnCoverage['state']) =>
    columns.filter((column) => column.state === state).map(({ column }) => column);
  return [`  ${summary}`, ...listed('always empty', named('always empty')), ...listed('missing', named('missing'))];
}

function listed(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`    ${title}: ${names.join(', ')}`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
