import { messageOf } from '../../base/error-message.ts';
import type { ByteSource } from './byte-source.ts';
import type { ByteStream, InputContext } from './byte-stream.ts';
import { type ContainerBudget, MAX_MEMBERS } from './container-limits.ts';
import { Decompressed } from './decompress.ts';
import { SourceChunks } from './source-chunks.ts';
import type { ArchiveMember } from './tar.ts';

const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65535;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const decoder = new TextDecoder();

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressedSize: number;
  readonly offset: number;
}

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/**
 * The files of a zip archive, by its directory at the end; stored, deflated and zstd.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function* zipMembers(
  file: ByteSource,
  budget: ContainerBudget,
  context: InputContext,
): AsyncGenerator<ArchiveMember> {
  let entries: readonly Entry[];
  try {
    entries = await readDirectory(file);
  } catch (error) {
    context.onError(`The zip archive is damaged or cut off: ${messageOf(error)}`);
    return;
  }
  if (entries.length > MAX_MEMBERS) {
    context.onError(`The zip archive has ${entries.length} files: the first ${MAX_MEMBERS} are read`);
  }
  for (const entry of entries.slice(0, MAX_MEMBERS)) {
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) continue;
    if (entry.encrypted) context.onError(`${entry.name} in the zip archive is encrypted: it was left out`);
    else if (entry.method !== 0 && entry.method !== 8 && entry.method !== 93) {
      context.onError(`${entry.name} in the zip archive is compressed by method ${entry.method}: it was left out`);
    } else yield { name: entry.name, content: await entryContent(file, entry, budget, context) };
  }
}

async function entryContent(
  file: ByteSource,
  entry: Entry,
  budget: ContainerBudget,
  context: InputContext,
): Promise<ByteStream> {
  const header = await bytesAt(file, entry.offset, 30);
  const view = viewOf(header);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) {
    context.onError(`${entry.name} in the zip archive is damaged: it was left out`);
    return new SourceChunks(new Blob([]));
  }
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const data = new SourceChunks(file.slice(start, start + entry.compressedSize));
  if (entry.method === 0) return data;
  return new Decompressed(data, entry.method === 8 ? 'zip' : 'zstd', budget, context);
}

async function bytesAt(source: ByteSource, at: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await source.slice(at, at + length).arrayBuffer());
}

async function readDirectory(file: ByteSource): Promise<readonly Entry[]> {
  const tailStart = Math.max(0, file.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = await bytesAt(file, tailStart, END_BYTES + MAX_COMMENT_BYTES);
  const view = viewOf(tail);
  let end = tail.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error('its directory is missing');
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const record = viewOf(await bytesAt(file, Number(view.getBigUint64(end - 12, true)), 56));
    size = Number(record.getBigUint64(40, true));
    offset = Number(record.getBigUint64(48, true));
  }
  if (size > MAX_DIRECTORY_BYTES) throw new Error('its directory is larger than 64 MiB');
  return entriesOf(await bytesAt(file, offset, size));
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = viewOf(directory);
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === 0x02014b50; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const wide = wideSizes(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: decoder.decode(directory.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      compressedSize: wide.compressedSize,
      offset: wide.offset,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Sizes past 4 GiB stand in the extra field, those of them that are all ones in the entry. */
function wideSizes(view: DataView, at: number, extra: number, length: number) {
  let compressedSize = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  const end = Math.min(extra + length, view.byteLength);
  for (let field = extra; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    if (view.getUint32(at + 24, true) === 0xffffffff) value += 8;
    if (compressedSize === 0xffffffff && value + 8 <= end) {
      compressedSize = Number(view.getBigUint64(value, true));
      value += 8;
    }
    if (offset === 0xffffffff && value + 8 <= end) offset = Number(view.getBigUint64(value, true));
  }
  return { compressedSize, offset };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
