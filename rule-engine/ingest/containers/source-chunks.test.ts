import { expect, test, vi } from 'vitest';
import type { ByteSource } from './byte-source.ts';
import { SourceChunks } from './source-chunks.ts';

const content = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * 7919) >>> 8);

/** What is read of a source, each chunk given back, and the number of chunks. */
async function readAll(source: ByteSource): Promise<{ readonly bytes: Buffer; readonly chunks: number }> {
  const chunks = new SourceChunks(source);
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) {
    read.push(chunk.slice());
    chunks.giveBack(chunk);
  }
  return { bytes: Buffer.concat(read), chunks: read.length };
}

/** A stream of the content that gives parts of odd sizes, as a browser does; from a place on it gives nothing, not even its end. */
function unevenStream(
  onCancel: () => void = () => {},
  silentFrom = Number.POSITIVE_INFINITY,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      if (at >= silentFrom) await new Promise(() => {});
      const { byobRequest } = controller as ReadableByteStreamController;
      const view = byobRequest!.view as Uint8Array;
      const part = content.subarray(at, at + Math.min(view.length, 100_003));
      at += part.length;
      new Uint8Array(view.buffer, view.byteOffset).set(part);
      if (part.length === 0) controller.close();
      byobRequest!.respond(part.length);
    },
    cancel: onCancel,
  });
}

test('a Blob is read from its start to its end', async () => {
  expect((await readAll(new Blob([content]))).bytes.equals(content)).toBe(true);
});

test('a stream of bytes is read into whole chunks, however small its parts', async () => {
  const source = Object.assign(new Blob([content]), { stream: () => unevenStream() });
  const { bytes, chunks } = await readAll(source);
  expect(bytes.equals(content)).toBe(true);
  expect(chunks).toBe(Math.ceil(content.length / (256 * 1024)));
});

test('a source whose stream is none of bytes is read slice by slice', async () => {
  const stream = () => new ReadableStream<Uint8Array<ArrayBuffer>>();
  const { bytes } = await readAll(Object.assign(new Blob([content]), { stream }));
  expect(bytes.equals(content)).toBe(true);
});

test('a failure in the midst of a stream is thrown after what came before it', async () => {
  let parts = 0;
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      type: 'bytes',
      pull(controller) {
        if (++parts > 4) throw new Error('The file was changed');
        (controller as ReadableByteStreamController).enqueue(content.slice(0, 128 * 1024));
      },
    });
  const chunks = new SourceChunks(Object.assign(new Blob([content]), { stream }))[Symbol.asyncIterator]();
  expect((await chunks.next()).value).toHaveLength(256 * 1024);
  expect((await chunks.next()).value).toHaveLength(256 * 1024);
  await expect(chunks.next()).rejects.toThrow('The file was changed');
});

test('a stream is ended where nobody reads on', async () => {
  const cancelled = new Promise<void>((resolve) => {
    const stream = () => unevenStream(resolve);
    const chunks = new SourceChunks(Object.assign(new Blob([content]), { stream }));
    void (async () => {
      for await (const _ of chunks) break;
    })();
  });
  await cancelled;
});

test('the end of a stream is not waited for', async () => {
  const stream = () => unevenStream(undefined, content.length);
  const slice = () => {
    throw new Error('Read slice by slice');
  };
  const { bytes } = await readAll(Object.assign(new Blob([content]), { stream, slice }));
  expect(bytes.equals(content)).toBe(true);
});

test('where a stream gives nothing any more, the rest is read slice by slice', async () => {
  vi.useFakeTimers();
  try {
    const read = readAll(Object.assign(new Blob([content]), { stream: () => unevenStream(undefined, 400_000) }));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect((await read).bytes.equals(content)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
