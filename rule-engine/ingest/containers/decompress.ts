import { Gunzip, Inflate } from 'fflate';
import { Decompress } from 'fzstd';
import { type ByteStream, type InputContext, joined, LoadCancelled, messageOf, nextTask } from './byte-stream.ts';
import type { ContainerBudget } from './container-limits.ts';

/** Data can grow a thousandfold: small steps keep the output of one bounded. */
const STEP_BYTES = 16 * 1024;
/** Less output than this waits for more: readers copy what a chunk's end cuts. */
const YIELD_BYTES = 1024 * 1024;
/** zstd's own command refuses windows larger than this as well. */
const MAX_WINDOW_BYTES = 128 * 1024 * 1024;

/** Takes compressed bytes and hands decompressed ones to the function that it was made with. */
interface Decompressor {
  push(bytes: Uint8Array): void;
  /** Throws when the end is missing. */
  end(): void;
}

/** Decompresses gzip with any number of members; damage is reported, what came before it is kept. */
export function gunzipped(input: ByteStream, budget: ContainerBudget, context: InputContext): ByteStream {
  return decompressed(input, (output) => new GzipDecompressor(output), 'gzip', budget, context);
}

/** Decompresses zstd. */
export function unzstd(input: ByteStream, budget: ContainerBudget, context: InputContext): ByteStream {
  return decompressed(input, (output) => new ZstdDecompressor(output), 'zstd', budget, context);
}

/** Decompresses raw deflate data, as zip has them. */
export function inflated(input: ByteStream, budget: ContainerBudget, context: InputContext): ByteStream {
  const make = (output: (bytes: Uint8Array) => void): Decompressor => {
    const inflate = new Inflate(output);
    return {
      push: (bytes) => inflate.push(bytes, false),
      end: () => inflate.push(new Uint8Array(0), true),
    };
  };
  return decompressed(input, make, 'zip', budget, context);
}

async function* decompressed(
  input: ByteStream,
  make: (output: (bytes: Uint8Array) => void) => Decompressor,
  name: string,
  budget: ContainerBudget,
  context: InputContext,
): AsyncGenerator<Uint8Array> {
  let output: Uint8Array[] = [];
  let waiting = 0;
  const takeOutput = () => {
    const bytes = joined(output, waiting);
    output = [];
    waiting = 0;
    return bytes;
  };
  try {
    const decompressor = make((bytes) => {
      if (bytes.length === 0) return;
      budget.spend(bytes.length);
      waiting += bytes.length;
      output.push(bytes);
    });
    for await (const chunk of input) {
      for (let at = 0; at < chunk.length; at += STEP_BYTES) {
        decompressor.push(chunk.subarray(at, at + STEP_BYTES));
        if (waiting >= YIELD_BYTES) yield takeOutput();
        await nextTask();
        if (context.signal.aborted) throw new LoadCancelled();
      }
    }
    decompressor.end();
  } catch (error) {
    if (error instanceof LoadCancelled) throw error;
    context.onError(`The ${name} data are damaged or cut off: ${messageOf(error)}`);
  }
  if (waiting > 0) yield takeOutput();
}

class GzipDecompressor implements Decompressor {
  private readonly gunzip: Gunzip;
  private memberLength = 0;
  private tail: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(output: (bytes: Uint8Array) => void) {
    this.gunzip = new Gunzip((bytes) => {
      this.memberLength += bytes.length;
      output(bytes);
    });
    this.gunzip.onmember = () => {
      this.memberLength = 0;
    };
  }

  push(bytes: Uint8Array): void {
    this.tail = Uint8Array.from([...this.tail, ...bytes.subarray(Math.max(0, bytes.length - 4))].slice(-4));
    this.gunzip.push(bytes, false);
  }

  /** gzip's last four bytes say how long the last member's content is, modulo 2^32. */
  end(): void {
    this.gunzip.push(new Uint8Array(0), true);
    const stated = this.tail.length < 4 ? -1 : new DataView(this.tail.buffer).getUint32(0, true);
    if (stated !== this.memberLength % 2 ** 32) throw new Error('its end is missing');
  }
}

class ZstdDecompressor implements Decompressor {
  private readonly decompress: Decompress;
  private head: Uint8Array | undefined = new Uint8Array(0);
  private ended = false;

  constructor(output: (bytes: Uint8Array) => void) {
    this.decompress = new Decompress((bytes, final) => {
      this.ended = final === true;
      output(bytes);
    });
  }

  push(bytes: Uint8Array): void {
    if (this.head !== undefined) {
      const head = joined([this.head, bytes], this.head.length + bytes.length);
      if (head.length < 18) {
        this.head = head;
        return;
      }
      checkWindow(head);
      this.head = undefined;
      this.decompress.push(head);
    } else this.decompress.push(bytes.slice());
  }

  end(): void {
    if (this.head !== undefined && this.head.length > 0) this.decompress.push(this.head, true);
    else this.decompress.push(new Uint8Array(0), true);
    if (!this.ended) throw new Error('its end is missing');
  }
}

/** The memory that a frame asks for stands in its header. @see RFC 8878, section 3.1.1.1 */
function checkWindow(head: Uint8Array): void {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  if (view.getUint32(0, true) !== 0xfd2fb528) return;
  const descriptor = head[4];
  const singleSegment = (descriptor & 0x20) !== 0;
  if (singleSegment) {
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3];
    const at = 5 + dictionaryBytes;
    const sizes = [
      head[at],
      view.getUint16(at, true) + 256,
      view.getUint32(at, true),
      Number(view.getBigUint64(at, true)),
    ];
    if (sizes[descriptor >> 6] > MAX_WINDOW_BYTES) throw new Error('it asks for more than 128 MiB of memory');
    return;
  }
  const exponent = head[5] >> 3;
  const base = 2 ** (10 + exponent);
  if (base + (base / 8) * (head[5] & 7) > MAX_WINDOW_BYTES) throw new Error('it asks for more than 128 MiB of memory');
}
