import type { CompressedInput } from './compressed-input.ts';
import { type Decoder, type DecodeStop, missingEnd } from './decoder.ts';
import { Inflater } from './inflater.ts';
import type { OutputWindow } from './output-window.ts';

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;

/**
 * Decodes gzip of any number of members. Zeros that fill the place behind them are passed over.
 * @see https://www.rfc-editor.org/rfc/rfc1952
 */
export class GzipDecoder implements Decoder {
  private readonly input: CompressedInput;
  private readonly output: OutputWindow;
  private readonly inflater: Inflater;
  private state: 'header' | 'content' | 'trailer' = 'header';
  private members = 0;
  /** What had been written when the member began. */
  private start = 0;

  constructor(input: CompressedInput, output: OutputWindow) {
    this.input = input;
    this.output = output;
    this.inflater = new Inflater(input, output);
  }

  decode(): DecodeStop {
    for (;;) {
      const stop = this.step();
      if (stop !== undefined) return stop;
    }
  }

  private step(): DecodeStop | undefined {
    if (this.state === 'header') return this.readHeader();
    if (this.state === 'trailer') return this.readTrailer();
    const stop = this.inflater.decode();
    if (stop !== 'ended') return stop;
    this.state = 'trailer';
    return undefined;
  }

  private readHeader(): DecodeStop | undefined {
    const { input } = this;
    if (this.members > 0) while (input.left > 0 && input.bytes[input.at] === 0) input.at++;
    if (input.left === 0 && input.isLast && this.members > 0) return 'ended';
    const end = headerEnd(input);
    if (end === undefined || end > input.end) return this.wait();
    input.at = end;
    this.members++;
    this.start = this.output.written;
    this.inflater.restart();
    this.state = 'content';
    return undefined;
  }

  private readTrailer(): DecodeStop | undefined {
    const { input } = this;
    if (input.left < TRAILER_BYTES) return this.wait();
    const length = input.view.getUint32(input.at + 4, true);
    input.at += TRAILER_BYTES;
    this.state = 'header';
    if (length !== (this.output.written - this.start) % 2 ** 32)
      throw new Error('it has not the length that it states');
    return undefined;
  }

  private wait(): 'hungry' {
    if (this.input.isLast) throw missingEnd();
    return 'hungry';
  }
}

/** Where a member's header ends; undefined when not enough of it is there. @throws when there is none */
function headerEnd({ bytes, at, end }: CompressedInput): number | undefined {
  if (end - at < 3) return undefined;
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8)
    throw new Error('what follows its end is no gzip');
  if (end - at < HEADER_BYTES) return undefined;
  const flags = bytes[at + 3];
  let next = at + HEADER_BYTES;
  if ((flags & HAS_EXTRA) !== 0) next += 2 + (bytes[next] | (bytes[next + 1] << 8));
  for (const text of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & text) === 0) continue;
    const zero = bytes.subarray(0, end).indexOf(0, next);
    if (zero < 0) return undefined;
    next = zero + 1;
  }
  return (flags & HAS_CHECKSUM) === 0 ? next : next + 2;
}
