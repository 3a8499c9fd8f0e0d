import type { CompressedInput } from './compressed-input.ts';
import { type Decoder, type DecodeStop, missingEnd } from './decoder.ts';
import { distanceSymbols, EXTRA_SHIFT, IS_END, IS_LITERAL, lengthSymbols, literalSymbols } from './deflate-symbols.ts';
import { CODE_LENGTH, HuffmanTable, IS_LINK, VALUE_SHIFT } from './huffman-table.ts';
import type { OutputWindow } from './output-window.ts';

/** The lengths of a block's codes take fewer bytes than this: they are read once all are there. */
const MOST_HEADER_BYTES = 600;
/** A symbol takes fewer bytes than this, with what is read ahead of it. */
const MOST_SYMBOL_BYTES = 16;
/** Bytes that may have been read ahead beyond the end. */
const MOST_AHEAD_BYTES = 4;
const LONGEST_MATCH = 258;
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Decodes deflate data piece by piece into a window: fresh memory for each piece would take longer than the decoding.
 * @see https://www.rfc-editor.org/rfc/rfc1951
 */
export class Inflater implements Decoder {
  private readonly input: CompressedInput;
  private readonly output: OutputWindow;
  private readonly literals = new HuffmanTable(10, literalSymbols());
  private readonly distances = new HuffmanTable(8, distanceSymbols());
  private readonly lengthCodes = new HuffmanTable(7, lengthSymbols());
  private readonly lengths = new Uint8Array(320);
  private state: 'header' | 'stored' | 'codes' | 'ended' = 'header';
  private isLastBlock = false;
  private storedLeft = 0;
  /** Bits of the input that are not used yet, the next one lowest; between two steps they are fewer than eight. */
  private bits = 0;
  private bitCount = 0;

  constructor(input: CompressedInput, output: OutputWindow) {
    this.input = input;
    this.output = output;
  }

  /** Begins anew at the input's next byte. */
  restart(): void {
    this.state = 'header';
    this.bits = 0;
    this.bitCount = 0;
    this.output.forget();
  }

  decode(): DecodeStop {
    for (;;) {
      const stop = this.step();
      if (stop !== undefined) return stop;
    }
  }

  private step(): DecodeStop | undefined {
    if (this.state === 'header') return this.readHeader();
    if (this.state === 'stored') return this.copyStored();
    return this.state === 'codes' ? this.decodeSymbols() : 'ended';
  }

  private readHeader(): DecodeStop | undefined {
    const { input } = this;
    if (!input.isLast && input.left < MOST_HEADER_BYTES) return 'hungry';
    this.isLastBlock = this.take(1) === 1;
    const type = this.take(2);
    if (type === 0) this.readStoredLength();
    else if (type === 1) this.takeFixedCodes();
    else if (type === 2) this.readCodes();
    else throw new Error('it has a block of an unknown type');
    if (input.at - (this.bitCount >>> 3) > input.end) throw missingEnd();
    return undefined;
  }

  private readStoredLength(): void {
    this.take(this.bitCount);
    this.storedLeft = this.take(16);
    if (this.take(16) !== (this.storedLeft ^ 0xffff)) throw new Error('it has a block of an impossible length');
    this.state = 'stored';
  }

  private copyStored(): DecodeStop | undefined {
    const { input, output } = this;
    const size = Math.min(this.storedLeft, input.left, output.free);
    output.put(input.bytes.subarray(input.at, input.at + size));
    input.at += size;
    this.storedLeft -= size;
    if (this.storedLeft === 0) this.endBlock();
    else if (output.free === 0) return 'full';
    else if (input.isLast) throw missingEnd();
    else return 'hungry';
    return undefined;
  }

  private endBlock(): void {
    this.state = this.isLastBlock ? 'ended' : 'header';
  }

  private takeFixedCodes(): void {
    const lengths = this.lengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288);
    this.setCodes(lengths.subarray(0, 288), lengths.subarray(288));
  }

  private readCodes(): void {
    const { lengths } = this;
    const literals = this.take(5) + 257;
    const count = literals + this.take(5) + 1;
    const stated = this.take(4) + 4;
    lengths.fill(0, 0, 19);
    for (let i = 0; i < stated; i++) lengths[LENGTH_ORDER[i]] = this.take(3);
    this.lengthCodes.fill(lengths.subarray(0, 19));
    for (let at = 0; at < count; ) {
      const symbol = this.takeLengthSymbol();
      if (symbol < 16) {
        lengths[at++] = symbol;
        continue;
      }
      if (symbol === 16 && at === 0) throw new Error('it repeats what is not there');
      const times = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (at + times > count) throw new Error('it has more codes than it states');
      lengths.fill(symbol === 16 ? lengths[at - 1] : 0, at, at + times);
      at += times;
    }
    this.setCodes(lengths.subarray(0, literals), lengths.subarray(literals, count));
  }

  private setCodes(literals: Uint8Array, distances: Uint8Array): void {
    this.literals.fill(literals);
    this.distances.fill(distances);
    this.state = 'codes';
  }

  private takeLengthSymbol(): number {
    const { entries, rootBits } = this.lengthCodes;
    this.need(rootBits);
    const entry = entries[this.bits & ((1 << rootBits) - 1)];
    if (entry === 0) throw unknownCode();
    this.take(entry & CODE_LENGTH);
    return entry >>> VALUE_SHIFT;
  }

  /** The next bits as a number, up to 16 of them; beyond the input's end they are zeros. */
  private take(count: number): number {
    this.need(count);
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.bitCount -= count;
    return value;
  }

  private need(count: number): void {
    const { input } = this;
    for (; this.bitCount < count; this.bitCount += 8) {
      if (input.at > input.end) throw missingEnd();
      this.bits |= input.bytes[input.at++] << this.bitCount;
    }
  }

  /** Bytes and matches up to the block's end. All that changes with them is in local variables: this loop is the work. */
  private decodeSymbols(): DecodeStop | undefined {
    const { view, end, isLast } = this.input;
    const { bytes, oldest } = this.output;
    const { entries: literals, rootBits: literalBits, linkBits: literalLinkBits } = this.literals;
    const { entries: distances, rootBits: distanceBits, linkBits: distanceLinkBits } = this.distances;
    const lastStart = isLast ? end + MOST_AHEAD_BYTES : end - MOST_SYMBOL_BYTES;
    const lastTarget = bytes.length - LONGEST_MATCH;
    let { at } = this.input;
    let { at: to } = this.output;
    let { bits, bitCount } = this;
    let hasEnded = false;
    let damage: Error | undefined;
    while (at <= lastStart && to <= lastTarget) {
      bits |= view.getInt32(at, true) << bitCount;
      at += (31 - bitCount) >>> 3;
      bitCount |= 24;
      let entry = literals[bits & ((1 << literalBits) - 1)];
      if ((entry & IS_LINK) !== 0) {
        entry = literals[(entry >>> VALUE_SHIFT) + ((bits >>> literalBits) & ((1 << literalLinkBits) - 1))];
      }
      if (entry === 0) {
        damage = unknownCode();
        break;
      }
      bits >>>= entry & CODE_LENGTH;
      bitCount -= entry & CODE_LENGTH;
      if (at > end && at - (bitCount >>> 3) > end) {
        damage = missingEnd();
        break;
      }
      if ((entry & IS_LITERAL) !== 0) {
        bytes[to++] = entry >>> VALUE_SHIFT;
        continue;
      }
      if ((entry & IS_END) !== 0) {
        hasEnded = true;
        break;
      }
      let extra = (entry >>> EXTRA_SHIFT) & 15;
      const matchEnd = to + (entry >>> VALUE_SHIFT) + (bits & ((1 << extra) - 1));
      bits >>>= extra;
      bitCount -= extra;
      bits |= view.getInt32(at, true) << bitCount;
      at += (31 - bitCount) >>> 3;
      bitCount |= 24;
      entry = distances[bits & ((1 << distanceBits) - 1)];
      if ((entry & IS_LINK) !== 0) {
        entry = distances[(entry >>> VALUE_SHIFT) + ((bits >>> distanceBits) & ((1 << distanceLinkBits) - 1))];
      }
      if (entry === 0) {
        damage = unknownCode();
        break;
      }
      bits >>>= entry & CODE_LENGTH;
      bitCount -= entry & CODE_LENGTH;
      extra = (entry >>> EXTRA_SHIFT) & 15;
      bits |= view.getInt32(at, true) << bitCount;
      at += (31 - bitCount) >>> 3;
      bitCount |= 24;
      let from = to - (entry >>> VALUE_SHIFT) - (bits & ((1 << extra) - 1));
      bits >>>= extra;
      bitCount -= extra;
      if (at > end && at - (bitCount >>> 3) > end) {
        damage = missingEnd();
        break;
      }
      if (from < oldest) {
        damage = new Error('it repeats what is not there');
        break;
      }
      while (to < matchEnd) bytes[to++] = bytes[from++];
    }
    this.input.at = at - (bitCount >>> 3);
    this.bitCount = bitCount & 7;
    this.bits = bits & ((1 << this.bitCount) - 1);
    this.output.at = to;
    if (damage !== undefined) throw damage;
    if (hasEnded) {
      this.endBlock();
      return undefined;
    }
    if (to > lastTarget) return 'full';
    if (isLast) throw missingEnd();
    return 'hungry';
  }
}

function unknownCode(): Error {
  return new Error('it has a code that stands for nothing');
}
