import type { CellValue } from 'hucre';
import { messageOf } from '../../base/error-message.ts';
import { wholeInput } from '../column-files/whole-input.ts';
import { columnNames } from '../csv/column-names.ts';
import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext, RowShape } from '../reader.ts';

/** An entry of the zip archive that lies in the folder `xl`. */
const WORKBOOK_PART = /PK[\s\S]{28}xl\//;

/** True for the first bytes of an Excel workbook, which is a zip archive. */
export function isWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && WORKBOOK_PART.test(new TextDecoder('latin1').decode(head));
}

/**
 * Excel workbooks (xlsx), by hucre, which is loaded when it is needed: row by row, all sheets that have a header line.
 * Excel holds times to a millisecond and numbers to 15 digits.
 */
export const workbookReader: Reader = {
  format: 'xlsx',
  title: 'Excel workbook',
  evidence: 'it is a zip archive with the parts of a workbook',
  detect: (head: InputHead) => (isWorkbook(head.bytes) ? 1 : 0),
  sampleBytes: Number.POSITIVE_INFINITY,
  read: readSheets,
};

async function* readSheets(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const bytes = await wholeInput(chunks);
  if (bytes === undefined) {
    context.error({ message: 'A workbook may have 1 GiB' });
    return;
  }
  const { sheetNames, workbookExcess } = await import('./workbook-limits.ts');
  try {
    const excess = workbookExcess(bytes);
    if (excess !== undefined) context.error({ message: `The workbook was not read: ${excess}` });
    else yield* sheetRecords(bytes, sheetNames(bytes), context);
  } catch (error) {
    context.error({ message: `The workbook can't be read: ${messageOf(error)}` });
  }
}

async function* sheetRecords(
  bytes: Uint8Array,
  names: readonly string[],
  context: ReaderContext,
): AsyncGenerator<LogRecord> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  for (const [sheet, name] of names.entries()) {
    let header: readonly string[] | undefined;
    let shape: RowShape = {};
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (context.signal.aborted) return;
      if (header === undefined) {
        if (values.every((value) => value === null || value === '')) continue;
        header = columnNames(values.map((value) => String(fieldValue(value) ?? '')));
        shape = { fields: header };
        continue;
      }
      const fields = fieldsOf(values, header);
      if (values.length > header.length && values.slice(header.length).some((value) => value !== null && value !== ''))
        context.error({ line: index + 1, message: `Sheet ${name}: the cells past the header were dropped` });
      if (Object.keys(fields).length > 0) yield { fields, line: index + 1, shape };
    }
  }
}

function fieldsOf(values: readonly CellValue[], header: readonly string[]): { readonly [name: string]: FieldValue } {
  const fields: { [name: string]: FieldValue } = {};
  for (const [cell, name] of header.entries()) {
    const value = fieldValue(values[cell]);
    if (value !== null && value !== '' && name !== '__proto__') fields[name] = value;
  }
  return fields;
}

function fieldValue(value: CellValue | undefined): FieldValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
}
