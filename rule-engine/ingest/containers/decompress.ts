import { makeCheckpoint } from '../../base/checkpoint.ts';
import { messageOf } from '../../base/error-message.ts';
import { type ByteStream, type InputContext, LoadCancelled } from './byte-stream.ts';
import { CompressedInput } from './compressed-input.ts';
import type { ContainerBudget } from './container-limits.ts';
import type { Decoder } from './decoder.ts';
import { OutputWindow } from './output-window.ts';

type MakeDecoder = (input: CompressedInput, output: OutputWindow, budget: ContainerBudget) => Promise<Decoder>;

/** With their libraries they are loaded for the first file that needs one. */
const decoders = {
  gzip: async (input, output) => new (await import('./inflate-decoder.ts')).InflateDecoder('gzip', input, output),
  /** Raw deflate data, as zip has them. */
  zip: async (input, output) => new (await import('./inflate-decoder.ts')).InflateDecoder('deflate', input, output),
  zstd: async (input, output, budget) => new (await import('./zstd-decoder.ts')).ZstdDecoder(input, output, budget),
} satisfies Readonly<Record<string, MakeDecoder>>;

/** Decompresses a stream; damage is reported, what came before it is kept. Its memory is used again. */
export class Decompressed implements ByteStream {
  private readonly compressed: ByteStream;
  private readonly kind: keyof typeof decoders;
  private readonly budget: ContainerBudget;
  private readonly context: InputContext;
  private readonly checkpoint = makeCheckpoint();
  private readonly input = new CompressedInput();
  private readonly output = new OutputWindow();

  constructor(compressed: ByteStream, kind: keyof typeof decoders, budget: ContainerBudget, context: InputContext) {
    this.compressed = compressed;
    this.kind = kind;
    this.budget = budget;
    this.context = context;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const { input, output } = this;
    const decoder = await decoders[this.kind](input, output, this.budget);
    try {
      for await (const chunk of this.compressed) {
        input.add(chunk);
        this.compressed.giveBack?.(chunk);
        yield* this.decoded(decoder);
      }
      input.isLast = true;
      yield* this.decoded(decoder);
      if (output.at > 0) yield this.taken();
    } catch (error) {
      if (error instanceof LoadCancelled) throw error;
      this.context.onError(`The ${this.kind} data are damaged or cut off: ${messageOf(error)}`);
    }
    if (output.at > 0) yield output.take();
  }

  giveBack(chunk: Uint8Array): void {
    this.output.giveBack(chunk);
  }

  /** What the input that is there gives, but for what does not fill the window. */
  private async *decoded(decoder: Decoder): AsyncGenerator<Uint8Array> {
    while (decoder.decode() === 'full') {
      yield this.taken();
      await this.pause();
    }
    await this.pause();
  }

  private taken(): Uint8Array {
    this.budget.spend(this.output.at);
    return this.output.take();
  }

  private async pause(): Promise<void> {
    await this.checkpoint();
    if (this.context.signal.aborted) throw new LoadCancelled();
  }
}
