import type { ByteSource } from './byte-source.ts';
import type { ByteStream } from './byte-stream.ts';

/** What is asked of a source at a time, where each answer has memory of its own and is waited for. */
const ASKED_BYTES = 1024 * 1024;
/** What is read at a time into memory that is used again: few enough to be still in the processor's cache when worked on. */
const READ_BYTES = 256 * 1024;
/** Milliseconds after which a stream that gives nothing is given up. */
const MOST_WAITED = 2000;

/** Reads into given memory, which may come back as another object; fewer bytes than that holds only at the end. */
type Fill = (target: Uint8Array<ArrayBuffer>, position: number) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Reads a source from its start to its end; the next chunk is read while one is worked on. A Blob is read as a stream where
 * it can be read into given memory: Chromium takes ten times as long to give as many bytes slice by slice.
 */
export class SourceChunks implements ByteStream {
  private readonly source: ByteSource;
  private readonly spare: Uint8Array<ArrayBuffer>[] = [];

  constructor(source: ByteSource) {
    this.source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const { source } = this;
    if (source.readInto !== undefined) {
      yield* this.filled(async (target, position) => target.subarray(0, await source.readInto!(target, position)));
      return;
    }
    // A small one is asked for whole: a stream, and a slice too, are first made by another process.
    if (source.size <= ASKED_BYTES) {
      yield new Uint8Array(await source.arrayBuffer());
      return;
    }
    const reader = byteReader(source);
    if (reader === undefined) {
      yield* this.readAhead(ASKED_BYTES, async (start) => {
        return new Uint8Array(await source.slice(start, start + ASKED_BYTES).arrayBuffer());
      });
      return;
    }
    let isStuck = false;
    try {
      yield* this.filled(async (target, position) => {
        const filled = isStuck ? undefined : await answerOf(fillFrom(reader, target, source.size - position));
        if (filled !== undefined) return filled;
        isStuck = true;
        return new Uint8Array(await source.slice(position, position + READ_BYTES).arrayBuffer());
      });
    } finally {
      reader.cancel().catch(() => {});
    }
  }

  giveBack({ buffer }: Uint8Array): void {
    if (buffer.byteLength === READ_BYTES) this.spare.push(new Uint8Array(buffer as ArrayBuffer));
  }

  private filled(fill: Fill): AsyncGenerator<Uint8Array> {
    return this.readAhead(READ_BYTES, (start) => fill(this.spare.pop() ?? new Uint8Array(READ_BYTES), start));
  }

  private async *readAhead(
    chunkBytes: number,
    readAt: (start: number) => Promise<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    const { size } = this.source;
    const ahead = (start: number): Promise<Uint8Array> => {
      const bytes = readAt(start);
      // A failure is thrown where the bytes are awaited; after a cancel nobody awaits them.
      bytes.catch(() => {});
      return bytes;
    };
    for (let at = 0, next = ahead(0); at < size; at += chunkBytes) {
      const bytes = await next;
      if (at + chunkBytes < size) next = ahead(at + chunkBytes);
      yield bytes;
    }
  }
}

/** Undefined where a stream can't be read into given memory. */
function byteReader(source: ByteSource): ReadableStreamBYOBReader | undefined {
  try {
    return source.stream?.().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

/** Fills a target with what is left, and doesn't ask for the end of the stream: Chromium's, at times, never tells it. */
async function fillFrom(
  reader: ReadableStreamBYOBReader,
  target: Uint8Array<ArrayBuffer>,
  left: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let { buffer } = target;
  const wanted = Math.min(buffer.byteLength, left);
  let length = 0;
  while (length < wanted) {
    const { value, done } = await reader.read(new Uint8Array(buffer, length));
    if (value === undefined) return new Uint8Array(0);
    buffer = value.buffer;
    length += value.length;
    if (done) break;
  }
  return new Uint8Array(buffer, 0, length);
}

/** Undefined where none comes in time. */
async function answerOf(answer: Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), MOST_WAITED);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
