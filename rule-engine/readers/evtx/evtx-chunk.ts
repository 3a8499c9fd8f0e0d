import type { LogRecord, RecordError } from '../reader.ts';
import { BinaryXmlError, BinaryXmlReader } from './binary-xml.ts';
import { crc32 } from './crc32.ts';
import { eventFields } from './event-fields.ts';

export const CHUNK_BYTES = 65536;
const FIRST_RECORD = 512;
const RECORD_HEADER = 24;
const RECORD_SIGNATURE = 0x0000_2a2a;

export function isChunk(view: DataView): boolean {
  return view.byteLength >= 8 && view.getUint32(0, true) === 0x43666c45 && view.getUint32(4, true) === 0x006b6e68;
}

/**
 * The records of a chunk. `view` begins at the chunk and is shorter than 64 KiB when the file is cut off. Records past
 * the end that the header states, of a chunk that was not closed, are read while their numbers go on.
 */
export function* chunkRecords(
  view: DataView,
  fileOffset: number,
  report: (error: RecordError) => void,
): Generator<LogRecord> {
  if (view.byteLength < FIRST_RECORD) {
    report({ offset: fileOffset, message: 'A chunk is cut off within its header' });
    return;
  }
  const stated = statedEnd(view, fileOffset, report);
  const reader = new BinaryXmlReader(view);
  let last: bigint | undefined;
  let at = FIRST_RECORD;
  while (at + RECORD_HEADER <= view.byteLength) {
    if (view.getUint32(at, true) !== RECORD_SIGNATURE) {
      if (at >= stated) return;
      const next = nextRecord(view, at + 1, stated);
      report({ offset: fileOffset + at, message: `${next - at} bytes of a chunk hold no event record` });
      at = next;
      continue;
    }
    const size = view.getUint32(at + 4, true);
    const id = view.getBigUint64(at + 8, true);
    if (at >= stated && last !== undefined && id !== last + 1n) return;
    const end = at + size;
    if (!isWhole(view, at, size)) {
      if (at >= stated) return;
      report({ offset: fileOffset + at, message: damageOf(view, at, size, id) });
      at = nextRecord(view, at + 4, stated);
      continue;
    }
    last = id;
    try {
      yield { fields: eventFields(reader.fragment(at + RECORD_HEADER, end - 4)), offset: fileOffset + at };
    } catch (error) {
      if (!(error instanceof RangeError) && !(error instanceof BinaryXmlError)) throw error;
      report({ offset: fileOffset + at, message: `Event record ${id} can't be read: ${error.message}` });
    }
    at = end;
  }
  if (stated > view.byteLength) report({ offset: fileOffset + view.byteLength, message: 'A chunk is cut off' });
}

/** Where the header says that the records end; what it says amiss is reported. */
function statedEnd(view: DataView, fileOffset: number, report: (error: RecordError) => void): number {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const headerChecksum = crc32(bytes, 128, FIRST_RECORD, crc32(bytes, 0, 120));
  if (headerChecksum !== view.getUint32(124, true)) {
    report({
      offset: fileOffset,
      message: "A chunk header's checksum does not match: its records were read all the same",
    });
  }
  const end = view.getUint32(48, true);
  if (end < FIRST_RECORD || end > CHUNK_BYTES) {
    report({ offset: fileOffset + 48, message: 'A chunk header states no sound end of its records' });
    return FIRST_RECORD;
  }
  if (end <= view.byteLength && crc32(bytes, FIRST_RECORD, end) !== view.getUint32(52, true)) {
    report({
      offset: fileOffset,
      message: "The checksum of a chunk's records does not match: they were read all the same",
    });
  }
  return end;
}

/** A record states its size at its start and at its end. */
function isWhole(view: DataView, at: number, size: number): boolean {
  return size > RECORD_HEADER + 4 && at + size <= view.byteLength && view.getUint32(at + size - 4, true) === size;
}

function damageOf(view: DataView, at: number, size: number, id: bigint): string {
  if (size <= RECORD_HEADER + 4) return `Event record ${id} is empty`;
  if (at + size > view.byteLength) return `Event record ${id} is cut off`;
  return `Event record ${id} is damaged: its two sizes differ`;
}

function nextRecord(view: DataView, from: number, end: number): number {
  const limit = Math.min(end, view.byteLength - 4);
  for (let at = from; at < limit; at++) {
    if (view.getUint8(at) === 0x2a && view.getUint32(at, true) === RECORD_SIGNATURE) return at;
  }
  return Math.max(from, Math.min(end, view.byteLength));
}
