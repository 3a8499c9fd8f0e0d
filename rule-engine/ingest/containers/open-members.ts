import { joinedBytes } from '../../base/joined-bytes.ts';
import { isWorkbook } from '../../readers/workbook/workbook-reader.ts';
import type { ByteSource } from './byte-source.ts';
import { type ByteStream, type InputContext, LoadCancelled, sameMemory } from './byte-stream.ts';
import { ContainerBudget, MAX_DEPTH, MAX_INNER_ARCHIVE_BYTES, MAX_MEMBERS } from './container-limits.ts';
import { Decompressed } from './decompress.ts';
import { SourceChunks } from './source-chunks.ts';
import { isTar, tarMembers } from './tar.ts';
import { isZip, zipMembers } from './zip.ts';

const HEAD_BYTES = 64 * 1024;

/** A file's content, or a file within an archive. */
export interface OpenedMember {
  /** Its path within the archives around it; '' when there is none. */
  readonly name: string;
  /** `gzip`, `zip`, …, outermost first. */
  readonly containers: readonly string[];
  readonly head: { readonly bytes: Uint8Array; readonly complete: boolean };
  /** The decompressed bytes from the start, the head among them. Can be read once, before the next member. */
  readonly chunks: ByteStream;
}

/**
 * Takes off a file's containers, gzip, zstd, zip and tar in one another, and gives what lies in them, one after the
 * other. Damage and limits that are hit are reported; what came before is kept.
 */
export async function* openMembers(
  file: ByteSource,
  context: InputContext,
  budget: ContainerBudget = new ContainerBudget(file.size),
): AsyncGenerator<OpenedMember> {
  const opener = new MemberOpener(context, budget);
  const chunks = new SourceChunks(file);
  yield* opener.open('', sameMemory(counted(chunks, context), chunks), [], file);
}

class MemberOpener {
  private readonly context: InputContext;
  private readonly budget: ContainerBudget;
  private members = 0;

  constructor(context: InputContext, budget: ContainerBudget) {
    this.context = context;
    this.budget = budget;
  }

  /** `file` is there where the stream has a file's own bytes: they need not be collected. */
  async *open(
    name: string,
    stream: ByteStream,
    containers: readonly string[],
    file?: ByteSource,
  ): AsyncGenerator<OpenedMember> {
    const { head, chunks } = await peek(stream);
    const kind = containerOf(head.bytes);
    if (kind === undefined) {
      yield { name, containers, head, chunks };
      return;
    }
    if (containers.length >= MAX_DEPTH) {
      this.context.onError(`${subject(name)} was left out: more than ${MAX_DEPTH} containers lie in one another`);
      return;
    }
    const inner = [...containers, kind];
    if (kind === 'gzip' || kind === 'zstd') {
      yield* this.open(name, new Decompressed(chunks, kind, this.budget, this.context), inner);
    } else if (kind === 'tar') yield* this.openAll(name, tarMembers(chunks, this.context), inner);
    else {
      const archive = file ?? (await this.collect(name, chunks));
      if (archive !== undefined) yield* this.openAll(name, zipMembers(archive, this.budget, this.context), inner);
    }
  }

  private async *openAll(
    archive: string,
    members: AsyncIterable<{ readonly name: string; readonly content: ByteStream }>,
    containers: readonly string[],
  ): AsyncGenerator<OpenedMember> {
    for await (const { name, content } of members) {
      if (this.context.signal.aborted) throw new LoadCancelled();
      if (++this.members > MAX_MEMBERS) {
        if (this.members === MAX_MEMBERS + 1) {
          this.context.onError(`The archive has more than ${MAX_MEMBERS} files: the rest is left out`);
        }
        return;
      }
      yield* this.open(archive === '' ? name : `${archive}/${name}`, content, containers);
    }
  }

  /** An archive within another one, whole: its directory is at its end. */
  private async collect(name: string, chunks: ByteStream): Promise<Blob | undefined> {
    const parts: Blob[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MAX_INNER_ARCHIVE_BYTES) {
        this.context.onError(`${subject(name)} was left out: an archive within another one may have 1 GiB`);
        return undefined;
      }
      parts.push(new Blob([chunk.slice()]));
    }
    return new Blob(parts);
  }
}

function subject(name: string): string {
  return name === '' ? 'The file' : name;
}

function containerOf(bytes: Uint8Array): 'gzip' | 'zstd' | 'zip' | 'tar' | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08) return 'gzip';
  if (bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd) return 'zstd';
  if (isZip(bytes)) return isWorkbook(bytes) ? undefined : 'zip';
  return isTar(bytes) ? 'tar' : undefined;
}

/** The bytes of a file, counted. */
async function* counted(chunks: ByteStream, context: InputContext): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunks) {
    if (context.signal.aborted) throw new LoadCancelled();
    read += chunk.length;
    context.onBytes(read);
    if (context.signal.aborted) throw new LoadCancelled();
    yield chunk;
  }
}

/** The first bytes, and the same chunks again from the start. */
async function peek(chunks: ByteStream): Promise<Pick<OpenedMember, 'head' | 'chunks'>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let complete = false;
  while (length < HEAD_BYTES && !complete) {
    const next = await iterator.next();
    complete = next.done === true;
    if (!next.done) {
      first.push(next.value);
      length += next.value.length;
    }
  }
  const start = first.length === 1 ? first[0] : joinedBytes(first);
  const head = { bytes: start.slice(0, HEAD_BYTES), complete: complete && length <= HEAD_BYTES };
  return { head, chunks: sameMemory(resumed(start, iterator), chunks) };
}

/** The start comes in one piece: readers tell an input's layout by their first one. */
async function* resumed(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
