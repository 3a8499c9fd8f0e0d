/** What `find` gives for a pair that was never interned. */
export const NOT_INTERNED = 0xffffffff;

/** Pairs that there is room for at first, and that room is made for beforehand at most. */
const LEAST_PAIRS = 512;
const MOST_EXPECTED = 1 << 20;

/** Gives each distinct pair of 32-bit numbers a dense id, in order of first appearance. Open addressing. */
export class PairInterner {
  private size = 0;
  private mask: number;
  private slots: Uint32Array;
  private pairs: Uint32Array;

  /** @param expected the most pairs that may come, as far as it is known: growing costs as much as interning */
  constructor(expected = 0) {
    const pairs = Math.min(Math.max(expected, LEAST_PAIRS), MOST_EXPECTED);
    const slots = 2 ** Math.ceil(Math.log2(pairs * 2));
    this.mask = slots - 1;
    this.slots = new Uint32Array(slots);
    this.pairs = new Uint32Array(pairs * 2);
  }

  /** The number of distinct pairs so far. */
  get count(): number {
    return this.size;
  }

  intern(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    const known = this.slots[slot];
    if (known !== 0) return known - 1;
    const id = this.size++;
    this.slots[slot] = id + 1;
    if (this.pairs.length < this.size * 2) this.growPairs();
    this.pairs[id * 2] = first;
    this.pairs[id * 2 + 1] = second;
    if (this.size * 2 > this.slots.length) this.growSlots();
    return id;
  }

  find(first: number, second: number): number {
    const known = this.slots[this.slotOf(first, second)];
    return known === 0 ? NOT_INTERNED : known - 1;
  }

  /** The slot that holds the pair, or the free one where it belongs. */
  private slotOf(first: number, second: number): number {
    const { slots, pairs, mask } = this;
    let slot = hashPair(first, second) & mask;
    for (;;) {
      const known = slots[slot];
      if (known === 0) return slot;
      const at = (known - 1) * 2;
      if (pairs[at] === first >>> 0 && pairs[at + 1] === second >>> 0) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private growPairs(): void {
    const pairs = new Uint32Array(this.pairs.length * 2);
    pairs.set(this.pairs);
    this.pairs = pairs;
  }

  private growSlots(): void {
    this.slots = new Uint32Array(this.slots.length * 4);
    this.mask = this.slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      this.slots[this.slotOf(this.pairs[id * 2], this.pairs[id * 2 + 1])] = id + 1;
    }
  }
}

function hashPair(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
