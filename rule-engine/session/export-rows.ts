import { valueJson, valueText } from '../functions/value-text.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { ExportFormat } from './protocol/rows.ts';

/** A format's text: what stands before, between and after the rows. */
interface Exporter {
  readonly type: string;
  readonly head: (columns: readonly ColumnSchema[]) => string;
  readonly row: (columns: readonly ColumnSchema[], values: readonly Scalar[]) => string;
  readonly between: string;
  readonly tail: string;
}

const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  csv: {
    type: 'text/csv',
    head: (columns) => `${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`,
    row: (columns, values) => `${values.map((value, i) => csvCell(valueText(value, columns[i].type))).join(',')}\r\n`,
    between: '',
    tail: '',
  },
  ndjson: {
    type: 'application/x-ndjson',
    head: () => '',
    row: (columns, values) =>
      `{${columns.map(({ name, type }, i) => `${JSON.stringify(name)}:${valueJson(values[i], type)}`).join(',')}}\n`,
    between: '',
    tail: '',
  },
  markdown: {
    type: 'text/markdown',
    head: (columns) =>
      `| ${columns.map(({ name }) => markdownCell(name)).join(' | ')} |\n|${columns.map(() => ' --- |').join('')}\n`,
    row: (columns, values) =>
      `| ${values.map((value, i) => markdownCell(valueText(value, columns[i].type))).join(' | ')} |\n`,
    between: '',
    tail: '',
  },
  datatable: {
    type: 'text/plain',
    head: (columns) => `datatable(${columns.map(({ name, type }) => `${kqlName(name)}: ${type}`).join(', ')}) [\n`,
    row: (columns, values) => `  ${values.map((value, i) => kqlLiteral(value, columns[i].type)).join(', ')}`,
    between: ',\n',
    tail: '\n]\n',
  },
};

/** Rows exported between two checkpoints. */
const BLOCK = 2048;

/** Rows as text in a format; `valueAt` gives a row's value of a column. */
export async function exportRows(
  format: ExportFormat,
  columns: readonly ColumnSchema[],
  rows: Uint32Array,
  valueAt: (row: number, column: number) => Scalar,
  checkpoint: () => Promise<void>,
): Promise<Blob> {
  const exporter = EXPORTERS[format];
  const parts: string[] = [exporter.head(columns)];
  for (let i = 0; i < rows.length; i += BLOCK) {
    const block = Array.from(rows.subarray(i, i + BLOCK), (row) =>
      exporter.row(
        columns,
        columns.map((_, column) => valueAt(row, column)),
      ),
    );
    parts.push(i === 0 ? '' : exporter.between, block.join(exporter.between));
    await checkpoint();
  }
  parts.push(exporter.tail);
  return new Blob(parts, { type: exporter.type });
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markdownCell(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\r\n|\r|\n/g, '<br>');
}

/** A column's name as a declaration takes it: quoted unless it is a plain identifier. */
function kqlName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `[${JSON.stringify(name)}]`;
}

/** A value as a literal of its type. */
function kqlLiteral(value: Scalar, type: ColumnSchema['type']): string {
  if (type === 'string') return JSON.stringify(value ?? '');
  if (value === null) return `${type}(null)`;
  if (type === 'dynamic') return `dynamic(${valueJson(value, type)})`;
  if (type === 'bool') return value === true ? 'true' : 'false';
  if (type === 'datetime' || type === 'timespan' || type === 'guid') return `${type}(${valueText(value, type)})`;
  return `${type}(${valueText(value, type).toLowerCase()})`;
}
