import {
  Z_BUF_ERROR,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
} from 'pako';
import type { CompressedInput } from './compressed-input.ts';
import { type Decoder, type DecodeStop, missingEnd } from './decoder.ts';
import type { OutputWindow } from './output-window.ts';

/** What zlib calls the size of the window, as a power of two, and what is around the data. */
const WINDOW_BITS = { gzip: 15 + 16, deflate: -15 };

/**
 * Decodes raw deflate data, or gzip of any number of members; zeros that fill the place behind these are passed over. It
 * writes into the window's memory: fresh memory for each piece takes a browser longer than the decoding.
 */
export class InflateDecoder implements Decoder {
  private readonly format: keyof typeof WINDOW_BITS;
  private readonly input: CompressedInput;
  private readonly output: OutputWindow;
  private readonly stream = new ZStream();
  private members = 0;
  private isWithinMember = true;
  /** The window was filled: more may come without more input. */
  private isFull = false;

  constructor(format: keyof typeof WINDOW_BITS, input: CompressedInput, output: OutputWindow) {
    this.format = format;
    this.input = input;
    this.output = output;
    zlibInflateInit2(this.stream, WINDOW_BITS[format]);
  }

  decode(): DecodeStop {
    const { input, output } = this;
    for (;;) {
      if (!this.isWithinMember && !this.beginMember()) return input.isLast ? 'ended' : 'hungry';
      if (output.free === 0) return 'full';
      if (input.left === 0 && !this.isFull) {
        if (input.isLast) throw missingEnd();
        return 'hungry';
      }
      this.inflate();
    }
  }

  /** False when no member follows, as far as the input tells. */
  private beginMember(): boolean {
    const { input } = this;
    if (this.format === 'deflate') return false;
    while (input.left > 0 && input.bytes[input.at] === 0) input.at++;
    if (input.left === 0) return false;
    zlibInflateReset(this.stream);
    this.isWithinMember = true;
    return true;
  }

  private inflate(): void {
    const { stream, input, output } = this;
    stream.input = input.bytes;
    stream.next_in = input.at;
    stream.avail_in = input.left;
    stream.output = output.bytes;
    stream.next_out = output.at;
    stream.avail_out = output.free;
    const status = zlibInflate(stream, Z_NO_FLUSH);
    input.at = stream.next_in;
    output.at = stream.next_out;
    this.isFull = output.free === 0;
    if (status === Z_STREAM_END) {
      this.members++;
      this.isWithinMember = false;
    } else if (status !== Z_OK && status !== Z_BUF_ERROR) {
      const isOther = this.members > 0 && stream.msg === 'incorrect header check';
      throw new Error(isOther ? 'what follows its end is no gzip' : stream.msg);
    }
  }
}
