/** A cache that forgets what was used longest ago once its values take more than a number of bytes. */
export class ByteLimitedCache<Value> {
  readonly limit: number;
  private readonly entries = new Map<string, { readonly value: Value; readonly bytes: number }>();
  private used = 0;

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
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, valueBytes: number): void {
    this.delete(key);
    const bytes = valueBytes + key.length * 2;
    if (bytes > this.limit) return;
    this.entries.set(key, { value, bytes });
    this.used += bytes;
    for (const oldest of this.entries.keys()) {
      if (this.used <= this.limit) break;
      this.delete(oldest);
    }
  }

  clear(): void {
    this.entries.clear();
    this.used = 0;
  }

  private delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.used -= entry.bytes;
  }
}
