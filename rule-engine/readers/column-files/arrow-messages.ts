import { FlatTable, number } from './flat-table.ts';

/** What compressed buffers may have in all. */
const MAX_UNPACKED_BYTES = 1024 ** 3;
/** How much larger than its compressed data a buffer may be, once it is larger than the allowance. */
const MAX_RATIO = 1000;
const RATIO_ALLOWANCE_BYTES = 16 * 1024 ** 2;
/** A batch of columns that have no buffers, nulls, may have so many rows. */
const MAX_ROWS_WITHOUT_BYTES = 1_000_000;
const FILE_HEAD_BYTES = 8;
const FILE_TAIL_BYTES = 10;
const MAX_FIELDS = 10_000;
/** The type of a field that has one of several. */
const UNION = 14;
const SCHEMA = 1;
const DICTIONARY_BATCH = 2;
const RECORD_BATCH = 3;

/** Messages of an Arrow file or stream that are sound, and why reading ended before its end. */
export interface ArrowMessages {
  readonly messages: readonly Uint8Array[];
  readonly error: string | undefined;
}

/**
 * The messages of Arrow's IPC format up to the first that is damaged: one that states more rows than its bytes can hold
 * would have them all made. A file's directory is not needed, since the messages follow each other.
 * @see https://arrow.apache.org/docs/format/Columnar.html#encapsulated-message-format
 */
export function arrowMessages(bytes: Uint8Array): ArrowMessages {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isFile = new TextDecoder().decode(bytes.subarray(0, 6)) === 'ARROW1';
  const end = isFile ? directoryStart(view) : bytes.length;
  const messages: Uint8Array[] = [];
  let unpacked = 0;
  let at = isFile ? FILE_HEAD_BYTES : 0;
  try {
    while (at + 8 <= end) {
      const prefix = view.getUint32(at, true) === 0xffffffff ? 8 : 4;
      const metadataLength = view.getUint32(at + prefix - 4, true);
      if (metadataLength === 0) return { messages, error: undefined };
      const message = new FlatTable(view, at + prefix + view.getUint32(at + prefix, true));
      const body = at + prefix + metadataLength;
      const next = body + message.long(3);
      if (next > end) return { messages, error: 'it is cut off' };
      unpacked += checkedSize(message, view, body, next);
      if (unpacked > MAX_UNPACKED_BYTES) return { messages, error: 'its buffers have more than 1 GiB' };
      messages.push(bytes.subarray(at, next));
      at = next;
    }
    return { messages, error: isFile || at === end ? undefined : 'it is cut off' };
  } catch (error) {
    return { messages, error: error instanceof RangeError ? 'a message is damaged' : String((error as Error).message) };
  }
}

/** Where the directory at a file's end begins; the end when it can't be found. */
function directoryStart(view: DataView): number {
  const tail = view.byteLength - FILE_TAIL_BYTES;
  if (tail < FILE_HEAD_BYTES) return view.byteLength;
  const start = tail - view.getInt32(tail, true);
  return start >= FILE_HEAD_BYTES && start <= tail ? start : view.byteLength;
}

/** The unpacked bytes of a message's buffers. Throws when it states more rows than these can hold. */
function checkedSize(message: FlatTable, view: DataView, body: number, end: number): number {
  const kind = message.byte(1);
  if (kind === SCHEMA) checkFields(message.table(2), 1, { left: MAX_FIELDS });
  if (kind !== RECORD_BATCH && kind !== DICTIONARY_BATCH) return 0;
  const header = message.table(2);
  const batch = kind === RECORD_BATCH ? header : header.table(1);
  const isCompressed = batch.has(3);
  let size = 0;
  for (const at of batch.structs(2, 16)) {
    const offset = body + number(view, at);
    const length = number(view, at + 8);
    if (length < 0 || offset < body || offset + length > end) throw new RangeError();
    const stated = isCompressed && length >= 8 ? number(view, offset) : -1;
    if (stated > MAX_RATIO * length && stated > RATIO_ALLOWANCE_BYTES) {
      throw new Error(`a buffer is more than ${MAX_RATIO} times as large as its compressed data, the limit`);
    }
    size += stated < 0 ? length : stated;
  }
  const most = Math.max(MAX_ROWS_WITHOUT_BYTES, size * 8);
  const buffers = [...batch.structs(2, 16)].length;
  for (const at of batch.structs(4, 8))
    if (!(number(view, at) >= 0 && number(view, at) <= buffers)) throw new RangeError();
  const lengths = [batch.long(0), ...[...batch.structs(1, 16)].map((at) => number(view, at))];
  if (lengths.some((length) => !(length >= 0 && length <= most))) {
    throw new Error('it states more rows than it can have');
  }
  return size;
}

/** Goes through the vectors of a schema or of a field, whose fields or children are `children`: each lies in the bytes. */
function checkFields(table: FlatTable, children: number, fields: { left: number }): void {
  for (const _ of table.structs(children + 1, 4)) if (fields.left-- < 0) throw new Error('it has too many columns');
  for (const field of table.tables(children)) {
    if (fields.left-- < 0) throw new Error('it has too many columns');
    if (field.byte(2) === UNION) for (const _ of field.table(3).structs(1, 4)) fields.left--;
    if (field.has(4) && field.has(5) && [...field.structs(5, 4)].length > 0) {
      throw new Error('a dictionary of lists or records is not read');
    }
    checkFields(field, 5, fields);
  }
}
