import { Decompress } from 'fzstd';
import type { CompressedInput } from './compressed-input.ts';
import type { ContainerBudget } from './container-limits.ts';
import { type Decoder, type DecodeStop, missingEnd } from './decoder.ts';
import type { OutputWindow } from './output-window.ts';

/** Data can grow a thousandfold: small steps keep bounded what one gives. */
const STEP_BYTES = 16 * 1024;
/** A frame's header takes no more. */
const FRAME_HEADER_BYTES = 18;
/** zstd's own command refuses windows larger than this as well. */
const MAX_WINDOW_BYTES = 128 * 1024 * 1024;

/** Decodes zstd. */
export class ZstdDecoder implements Decoder {
  private readonly input: CompressedInput;
  private readonly output: OutputWindow;
  private readonly decompress: Decompress;
  /** What was decompressed and is not in the window yet. */
  private pieces: Uint8Array[] = [];
  private waiting = 0;
  private hasBegun = false;
  /** All that was given made whole frames. */
  private isComplete = false;
  private isFinished = false;
  private failure: { readonly error: unknown } | undefined;

  constructor(input: CompressedInput, output: OutputWindow, budget: ContainerBudget) {
    this.input = input;
    this.output = output;
    this.decompress = new Decompress((bytes, isComplete) => {
      this.isComplete = isComplete === true;
      budget.foresee(this.waiting + bytes.length);
      this.waiting += bytes.length;
      this.pieces.push(bytes);
    });
  }

  decode(): DecodeStop {
    const { input } = this;
    for (;;) {
      this.fillWindow();
      if (this.waiting > 0) return 'full';
      if (this.failure !== undefined) throw this.failure.error;
      if (this.isFinished) return 'ended';
      if (!input.isLast && input.left < (this.hasBegun ? 1 : FRAME_HEADER_BYTES)) return 'hungry';
      try {
        this.decompressStep();
      } catch (error) {
        this.failure = { error };
      }
    }
  }

  private fillWindow(): void {
    const { output } = this;
    while (this.pieces.length > 0 && output.free > 0) {
      const [piece] = this.pieces;
      const fitting = piece.subarray(0, output.free);
      output.put(fitting);
      this.waiting -= fitting.length;
      if (fitting.length === piece.length) this.pieces.shift();
      else this.pieces[0] = piece.subarray(fitting.length);
    }
  }

  private decompressStep(): void {
    const { input } = this;
    if (!this.hasBegun) checkWindow(input.bytes.subarray(input.at, input.at + FRAME_HEADER_BYTES));
    this.hasBegun = true;
    const size = Math.min(input.left, STEP_BYTES);
    const isLast = size === 0;
    // The decompressor keeps what it is given, the input's memory is used again.
    this.decompress.push(input.bytes.slice(input.at, input.at + size), isLast);
    input.at += size;
    if (!isLast) return;
    if (!this.isComplete) throw missingEnd();
    this.isFinished = true;
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
