import { Gunzip } from 'fflate';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** A gzip member can grow a thousandfold: small steps keep the output of one bounded. */
const GZIP_STEP_BYTES = 64 * 1024;
/** Less output than this waits for more: readers copy what a chunk's end cuts. */
const GZIP_YIELD_BYTES = 1024 * 1024;
const HEAD_BYTES = 64 * 1024;
const MAX_CONTAINERS = 3;

/** Thrown to unwind when loading is cancelled. */
export class LoadCancelled extends Error {}

export interface OpenedInput {
  /** `gzip`, outermost first. */
  readonly containers: readonly string[];
  readonly head: { readonly bytes: Uint8Array; readonly complete: boolean };
  /** The decompressed bytes from the start, the head among them. Can be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface InputContext {
  readonly signal: AbortSignal;
  readonly onBytes: (bytesRead: number) => void;
  readonly onError: (message: string) => void;
}

/** Opens a file: takes off its containers and looks at its first bytes. */
export async function openInput(file: Blob, context: InputContext): Promise<OpenedInput> {
  const containers: string[] = [];
  let chunks: AsyncIterable<Uint8Array> = blobChunks(file, context);
  for (;;) {
    const peeked = await peek(chunks);
    chunks = peeked.chunks;
    if (containers.length === MAX_CONTAINERS || !isGzip(peeked.head.bytes)) return { containers, ...peeked };
    containers.push('gzip');
    chunks = gunzipped(chunks, context);
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

async function* blobChunks(file: Blob, context: InputContext): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    if (context.signal.aborted) throw new LoadCancelled();
    const bytes = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
    context.onBytes(at + bytes.length);
    if (context.signal.aborted) throw new LoadCancelled();
    yield bytes;
  }
}

/** Decompresses gzip with any number of members; a damaged one is reported, what came before it is kept. */
async function* gunzipped(chunks: AsyncIterable<Uint8Array>, context: InputContext): AsyncGenerator<Uint8Array> {
  let output: Uint8Array[] = [];
  let waiting = 0;
  const takeOutput = () => {
    const bytes = joined(output, waiting);
    output = [];
    waiting = 0;
    return bytes;
  };
  let memberLength = 0;
  let tail = new Uint8Array(0);
  const gunzip = new Gunzip((bytes) => {
    memberLength += bytes.length;
    waiting += bytes.length;
    if (bytes.length > 0) output.push(bytes);
  });
  gunzip.onmember = () => {
    memberLength = 0;
  };
  try {
    for await (const chunk of chunks) {
      tail = lastBytes(tail, chunk);
      for (let at = 0; at < chunk.length; at += GZIP_STEP_BYTES) {
        gunzip.push(chunk.subarray(at, at + GZIP_STEP_BYTES), false);
        if (waiting >= GZIP_YIELD_BYTES) yield takeOutput();
        await nextTask();
        if (context.signal.aborted) throw new LoadCancelled();
      }
    }
    gunzip.push(new Uint8Array(0), true);
    if (statedLength(tail) !== memberLength % 2 ** 32) throw new Error('its end is missing');
  } catch (error) {
    if (error instanceof LoadCancelled) throw error;
    context.onError(`The gzip data are damaged or cut off: ${error instanceof Error ? error.message : error}`);
  }
  if (waiting > 0) yield takeOutput();
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The last four bytes of an input so far. */
function lastBytes(before: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...before, ...chunk.subarray(Math.max(0, chunk.length - 4))].slice(-4));
}

/** What gzip's last four bytes say: the length of the last member's content, modulo 2^32. */
function statedLength(tail: Uint8Array<ArrayBuffer>): number {
  return tail.length < 4 ? -1 : new DataView(tail.buffer).getUint32(0, true);
}

/** Lets other messages of the worker, a cancel among them, be handled. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The first bytes, and the same chunks again from the start. */
async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Omit<OpenedInput, 'containers'>> {
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
  const bytes = joined(first, length).slice(0, HEAD_BYTES);
  return { head: { bytes, complete: complete && length <= HEAD_BYTES }, chunks: resumed(first, iterator) };
}

async function* resumed(first: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
