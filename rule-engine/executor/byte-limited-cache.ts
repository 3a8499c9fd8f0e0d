interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
  /** The cache's clock when it was last asked for. */
  used: number;
}

/** The share of its limit that a cache is emptied to once it is over: emptying sorts what it holds. */
const KEPT_SHARE = 7 / 8;

/** A cache that forgets what was used longest ago once its values take more than a number of bytes. */
export class ByteLimitedCache<Value> {
  readonly limit: number;
  private readonly entries = new Map<string, Entry<Value>>();
  private used = 0;
  private clock = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Bytes that the kept values take, as told to `set`. */
  get bytes(): number {
    return this.used;
  }

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    entry.used = ++this.clock;
    return entry.value;
  }

  set(key: string, value: Value, valueBytes: number): void {
    const bytes = valueBytes + key.length * 2;
    this.delete(key);
    if (bytes > this.limit) return;
    this.entries.set(key, { value, bytes, used: ++this.clock });
    this.used += bytes;
    if (this.used > this.limit) this.forgetOldest();
  }

  clear(): void {
    this.entries.clear();
    this.used = 0;
  }

  private forgetOldest(): void {
    const newest = this.clock;
    for (const [key, { used }] of [...this.entries].sort(([, a], [, b]) => a.used - b.used)) {
      if (this.used <= this.limit * KEPT_SHARE || used === newest) break;
      this.delete(key);
    }
  }

  private delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.used -= entry.bytes;
  }
}
