import type { InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { BlockSplitter } from './block-splitter.ts';
import { crc32 } from './crc32.ts';
import { CHUNK_BYTES, chunkRecords, isChunk } from './evtx-chunk.ts';

const HEADER_BYTES = 4096;

/**
 * Windows event logs: a header of 4 KiB, then chunks of 64 KiB that stand for themselves. Every slot is looked at,
 * whatever the header counts: logs that were copied while open state too few.
 * @see https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 */
export const evtxReader: Reader = {
  format: 'evtx',
  title: 'Windows event log (EVTX)',
  evidence: 'it begins with the signature of an event log or of one of its chunks',
  detect: (head: InputHead) => (hasFileHeader(head.bytes) || hasChunkHeader(head.bytes) ? 1 : 0),
  read: readEvents,
};

async function* readEvents(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const blocks = new BlockSplitter(chunks);
  const head = await blocks.peek(HEADER_BYTES);
  let offset = 0;
  if (hasFileHeader(head)) {
    checkHeader(head, context);
    await blocks.take(HEADER_BYTES);
    offset = HEADER_BYTES;
  }
  for (;;) {
    if (context.signal.aborted) return;
    const block = await blocks.take(CHUNK_BYTES);
    if (block.length === 0) return;
    const view = new DataView(block.buffer, block.byteOffset, block.length);
    if (isChunk(view)) yield* chunkRecords(view, offset, context.error);
    else if (block.some((byte) => byte !== 0)) {
      context.error({ offset, message: `${block.length} bytes are no chunk of an event log` });
    }
    offset += block.length;
  }
}

function checkHeader(head: Uint8Array, context: ReaderContext): void {
  if (head.length < HEADER_BYTES) {
    context.error({ offset: 0, message: 'The file is cut off within its header' });
    return;
  }
  const stated = new DataView(head.buffer, head.byteOffset, head.length).getUint32(124, true);
  if (crc32(head, 0, 120) !== stated) {
    context.error({
      offset: 0,
      message: "The file header's checksum does not match: the chunks were read all the same",
    });
  }
}

function hasFileHeader(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'ElfFile\0');
}

function hasChunkHeader(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'ElfChnk\0');
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, at) => bytes[at] === character.charCodeAt(0));
}
