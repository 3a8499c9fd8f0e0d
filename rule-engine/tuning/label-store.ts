import type { EventLabel, LabelChange, LabelRecord } from './label.ts';

/** The labels of events, by fingerprint. Knows nothing of rows. */
export class LabelStore {
  /** Null where a label was taken away: a sample's label does not come back. */
  private readonly byFingerprint = new Map<string, EventLabel | null>();
  private changes = 0;

  /** Grows with every change: what was worked out from the labels is good as long as it stays. */
  get version(): number {
    return this.changes;
  }

  get(fingerprint: string): EventLabel | null {
    return this.byFingerprint.get(fingerprint) ?? null;
  }

  get isEmpty(): boolean {
    return this.byFingerprint.size === 0;
  }

  /** True when the event was ever labelled here, also when the label is gone. */
  knows(fingerprint: string): boolean {
    return this.byFingerprint.has(fingerprint);
  }

  /** Sets or takes away labels; what stays as it was is not among the changes. */
  set(labels: Iterable<readonly [fingerprint: string, label: EventLabel | null]>): readonly LabelChange[] {
    const made: LabelChange[] = [];
    for (const [fingerprint, after] of labels) {
      const before = this.get(fingerprint);
      this.byFingerprint.set(fingerprint, after);
      if (before?.verdict === after?.verdict && before?.note === after?.note) continue;
      made.push({ fingerprint, before, after });
    }
    if (made.length > 0) this.changes++;
    return made;
  }

  records(): readonly LabelRecord[] {
    return [...this.byFingerprint].flatMap(([fingerprint, label]) =>
      label === null ? [] : [{ fingerprint, verdict: label.verdict, note: label.note }],
    );
  }
}
