/** More kinds of assumptions than a source has: hostile input can't make the report grow. */
const KEPT = 50;

/** Counts what was assumed of a source's records where the source doesn't say it. */
export class AssumptionLog {
  private readonly counts = new Map<string, number>();

  /** Counts a record, or none where it is assumed of the whole source. */
  add(message: string, ofWhole = false): void {
    const before = this.counts.get(message);
    if (before === undefined && this.counts.size >= KEPT) return;
    this.counts.set(message, (before ?? 0) + (ofWhole ? 0 : 1));
  }

  get assumptions(): readonly { readonly message: string; readonly records: number }[] {
    return [...this.counts].map(([message, records]) => ({ message, records }));
  }
}
