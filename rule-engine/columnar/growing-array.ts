import { Bitmap } from './bitmap.ts';

type Growable = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

const FIRST_CHUNK = 256;
const LARGEST_CHUNK = 1 << 16;

/** Room for more elements is not made beforehand. */
const MAX_RESERVED = 1 << 26;

/**
 * Numbers that are appended one by one: chunks that double up to 64 Ki elements, put together once at the end; or, when
 * room for all was reserved, one array from the start.
 */
export class GrowingArray<T extends Growable> {
  private readonly create: (length: number) => T;
  private readonly full: T[] = [];
  private chunk: T;
  private at = 0;
  private hasReserved = false;

  constructor(create: (length: number) => T) {
    this.create = create;
    this.chunk = create(FIRST_CHUNK);
  }

  /** Makes room for `length` elements in all, once; what is not touched of it takes no memory. */
  reserve(length: number): void {
    if (this.hasReserved || (this.full.length > 0 && this.length > length)) return;
    const whole = this.create(Math.min(MAX_RESERVED, Math.ceil(length)));
    if (whole.length <= this.length) return;
    this.hasReserved = true;
    this.at = this.copyTo(whole);
    this.full.length = 0;
    this.chunk = whole;
  }

  push(value: number): void {
    if (this.at === this.chunk.length) this.addChunk();
    this.chunk[this.at++] = value;
  }

  /** Appends all elements of an array, which may be reused afterwards. */
  pushAll(values: Growable): void {
    let from = 0;
    while (from < values.length) {
      if (this.at === this.chunk.length) this.addChunk();
      const count = Math.min(values.length - from, this.chunk.length - this.at);
      this.chunk.set(count === values.length ? values : values.subarray(from, from + count), this.at);
      this.at += count;
      from += count;
    }
  }

  /** All elements so far. What is appended later is not among them, and changes none of them. */
  toArray(): T {
    if (this.full.length === 0) return this.chunk.subarray(0, this.at) as T;
    const whole = this.create(this.length);
    this.copyTo(whole);
    return whole;
  }

  /** The same elements, with the same room, in arrays of another kind. */
  copiedTo<Other extends Growable>(create: (length: number) => Other): GrowingArray<Other> {
    const copy = new GrowingArray(create);
    copy.full.push(...this.full.map((chunk) => filledArray(create, chunk.length, chunk)));
    copy.chunk = filledArray(create, this.chunk.length, this.chunk.subarray(0, this.at));
    copy.at = this.at;
    copy.hasReserved = this.hasReserved;
    return copy;
  }

  private get length(): number {
    return this.full.reduce((total, chunk) => total + chunk.length, this.at);
  }

  private copyTo(whole: T): number {
    let at = 0;
    for (const chunk of [...this.full, this.chunk.subarray(0, this.at)]) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return at;
  }

  private addChunk(): void {
    this.full.push(this.chunk);
    this.chunk = this.create(Math.min(LARGEST_CHUNK, this.chunk.length * 2));
    this.at = 0;
  }
}

function filledArray<T extends Growable>(create: (length: number) => T, length: number, start: Growable): T {
  const array = create(length);
  array.set(start);
  return array;
}

/** A set of row ids that grows with its rows. */
export class GrowingBitmap {
  private words = new Uint32Array(8);
  private any = false;

  add(row: number): void {
    const word = row >>> 5;
    if (word >= this.words.length) {
      const words = new Uint32Array(Math.max(word + 1, this.words.length * 2));
      words.set(this.words);
      this.words = words;
    }
    this.words[word] |= 1 << (row & 31);
    this.any = true;
  }

  /** The set as a bitmap of `length` rows, or undefined when it is empty. */
  toBitmap(length: number): Bitmap | undefined {
    if (!this.any) return undefined;
    const words = new Uint32Array((length + 31) >>> 5);
    words.set(this.words.subarray(0, words.length));
    return new Bitmap(length, words);
  }
}
