import type { FileMetaData } from 'hyparquet';
import { messageOf } from '../../base/error-message.ts';
import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { fieldValueOf, timeText } from './column-value.ts';
import { wholeInput } from './whole-input.ts';

const ROWS_A_READ = 20_000;

/** Times keep 100 ns, which Date would lose. */
const parsers = {
  timestampFromMilliseconds: (value: bigint) => timeText(value, 1_000n),
  timestampFromMicroseconds: (value: bigint) => timeText(value, 1_000_000n),
  timestampFromNanoseconds: (value: bigint) => timeText(value, 1_000_000_000n),
};

/** Apache Parquet, by hyparquet, which is loaded when it is needed: row group by row group. */
export const parquetReader: Reader = {
  format: 'parquet',
  title: 'Apache Parquet',
  evidence: 'it begins with the signature PAR1',
  detect: (head: InputHead) => (new TextDecoder().decode(head.bytes.subarray(0, 4)) === 'PAR1' ? 1 : 0),
  sampleBytes: Number.POSITIVE_INFINITY,
  read: readRows,
};

async function* readRows(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const bytes = await wholeInput(chunks);
  if (bytes === undefined) {
    context.error({ message: 'A Parquet file may have 1 GiB' });
    return;
  }
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const file = { byteLength: bytes.length, slice: (start: number, end?: number) => bytes.buffer.slice(start, end) };
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(file, { parsers });
  } catch (error) {
    context.error({ message: `The Parquet file's directory can't be read: ${messageOf(error)}` });
    return;
  }
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    if (!(groupEnd >= groupStart && groupEnd < 2 ** 31)) {
      context.error({ message: 'The Parquet file states more rows than it can have' });
      return;
    }
    for (let start = groupStart; start < groupEnd; start += ROWS_A_READ) {
      if (context.signal.aborted) return;
      const end = Math.min(groupEnd, start + ROWS_A_READ);
      try {
        const rows = await parquetReadObjects({ file, metadata, rowStart: start, rowEnd: end, compressors, parsers });
        for (const row of rows) yield { fields: fieldValueOf(row) as { readonly [name: string]: FieldValue } };
      } catch (error) {
        context.error({
          message: `Rows ${start + 1} to ${end} of the Parquet file can't be read: ${messageOf(error)}`,
        });
        break;
      }
    }
    groupStart = groupEnd;
  }
}
