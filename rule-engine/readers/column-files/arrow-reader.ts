import type { Column, DataType, Table } from '@uwdata/flechette';
import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { fieldValueOf, timeText } from './column-value.ts';
import { wholeInput } from './whole-input.ts';

/** The number of the type Timestamp in Arrow's format. */
const TIMESTAMP = 10;
/** By the format's number of a time unit. */
const UNITS = [1n, 1_000n, 1_000_000n, 1_000_000_000n] as const;

/** Apache Arrow's IPC format, as a file or as a stream, by flechette. Compressed buffers are not read. */
export const arrowReader: Reader = {
  format: 'arrow',
  title: 'Apache Arrow (IPC)',
  evidence: 'it begins with the signature ARROW1, or with a schema message',
  detect: (head: InputHead) => {
    const { bytes } = head;
    if (new TextDecoder().decode(bytes.subarray(0, 6)) === 'ARROW1') return 1;
    const isMessage = bytes.length > 16 && bytes.subarray(0, 4).every((byte) => byte === 0xff);
    return isMessage && bytes[6] === 0 && bytes[7] === 0 ? 0.9 : 0;
  },
  sampleBytes: Number.POSITIVE_INFINITY,
  read: readRows,
};

async function* readRows(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const bytes = await wholeInput(chunks);
  if (bytes === undefined) {
    context.error({ message: 'An Arrow file may have 1 GiB' });
    return;
  }
  const { tableFromIPC } = await import('@uwdata/flechette');
  let table: Table;
  try {
    table = tableFromIPC(bytes, { useBigInt: true });
  } catch (error) {
    context.error({ message: `The Arrow data can't be read: ${error instanceof Error ? error.message : error}` });
    return;
  }
  const columns = table.schema.fields.map(({ name, type }, index) => ({
    name,
    value: valuesOf(table.getChildAt(index), type),
  }));
  for (let row = 0; row < table.numRows; row++) {
    if (row % 4096 === 0 && context.signal.aborted) return;
    try {
      const fields: { [name: string]: FieldValue } = {};
      for (const { name, value } of columns) {
        const item = value(row);
        if (item !== null && name !== '__proto__') fields[name] = item;
      }
      yield { fields };
    } catch (error) {
      context.error({
        message: `Row ${row + 1} of the Arrow data can't be read: ${error instanceof Error ? error.message : error}`,
      });
    }
  }
}

/** A column's values by row. Timestamps are taken as they lie, since a number of milliseconds would round them. */
function valuesOf(column: Column<unknown>, type: DataType): (row: number) => FieldValue {
  if (type.typeId !== TIMESTAMP || !('unit' in type)) return (row) => fieldValueOf(column.at(row));
  const unit = UNITS[Number(type.unit)] ?? 1_000n;
  const starts: number[] = [];
  let total = 0;
  for (const batch of column.data) {
    starts.push(total);
    total += batch.length;
  }
  return (row) => {
    let index = starts.length - 1;
    while (index > 0 && starts[index] > row) index--;
    const batch = column.data[index];
    const at = row - starts[index];
    if (batch.at(at) === null) return null;
    const raw: unknown = (batch.values as ArrayLike<unknown> | undefined)?.[at];
    return typeof raw === 'bigint' ? timeText(raw, unit) : fieldValueOf(batch.at(at));
  };
}
