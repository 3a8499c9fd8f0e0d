import type { Column, DataType, Table } from '@uwdata/flechette';
import { messageOf } from '../../base/error-message.ts';
import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { arrowMessages } from './arrow-messages.ts';
import { fieldValueOf, timeText } from './column-value.ts';
import { decompressLz4Frame } from './lz4-frame.ts';
import { wholeInput } from './whole-input.ts';

/** The number of the type Timestamp in Arrow's format. */
const TIMESTAMP = 10;
/** By the format's number of a time unit. */
const UNITS = [1n, 1_000n, 1_000_000n, 1_000_000_000n] as const;

/** Apache Arrow's IPC format, as a file or as a stream, by flechette; buffers may be compressed by LZ4 or zstd. */
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
    await openCodecs();
    const { messages, error } = arrowMessages(bytes);
    if (error !== undefined) context.error({ message: `The Arrow data can't be read to their end: ${error}` });
    if (messages.length === 0) return;
    table = tableFromIPC([...messages], { useBigInt: true });
  } catch (error) {
    context.error({ message: `The Arrow data can't be read: ${messageOf(error)}` });
    return;
  }
  const columns = table.schema.fields.map(({ name, type }, index) => ({
    name,
    value: valuesOf(table.getChildAt(index), type),
  }));
  if (!table.children.every((column) => column.data.every(hasSoundLists))) {
    context.error({ message: "The Arrow data can't be read: a list ends outside of its items" });
    return;
  }
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
        message: `Row ${row + 1} of the Arrow data can't be read: ${messageOf(error)}`,
      });
    }
  }
}

/** Has compressed buffers read. */
async function openCodecs(): Promise<void> {
  const { CompressionType, setCompressionCodec } = await import('@uwdata/flechette');
  const { decompress } = await import('fzstd');
  const encode = () => {
    throw new Error('Nothing is written here');
  };
  setCompressionCodec(CompressionType.LZ4_FRAME, { decode: decompressLz4Frame, encode });
  setCompressionCodec(CompressionType.ZSTD, {
    decode: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length)),
    encode,
  });
}

/** Whether the lists of a batch lie within what they are lists of: else they would have no end. */
function hasSoundLists(batch: Column<unknown>['data'][number]): boolean {
  const { offsets, sizes, children } = batch;
  const [items] = children ?? [];
  if (offsets && items) {
    for (let row = 0; row < batch.length; row++) {
      const start = Number(offsets[row]);
      const end = sizes ? start + Number(sizes[row]) : Number(offsets[row + 1]);
      if (!(start >= 0 && start <= end && end <= items.length)) return false;
    }
  }
  const { stride } = batch as { readonly stride?: number };
  if (items && stride !== undefined && !(stride >= 0 && stride * batch.length <= items.length)) return false;
  return (children ?? []).every(hasSoundLists);
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
