/** What an analyst says of an event: an attack (true positive), noise (false positive), or not yet clear. */
export type LabelVerdict = 'TP' | 'FP' | 'unsure';

export const labelVerdicts: readonly LabelVerdict[] = ['TP', 'FP', 'unsure'];

export interface EventLabel {
  readonly verdict: LabelVerdict;
  /** Why; empty when nothing was said. */
  readonly note: string;
}

/** A label and the event that it is about, by the event's fingerprint (see `event-fingerprint.ts`). */
export interface LabelRecord extends EventLabel {
  /** 16 hexadecimal digits. */
  readonly fingerprint: string;
}

/** What a change did to one event's label. Undone by setting `before` again. */
export interface LabelChange {
  readonly fingerprint: string;
  /** Null where the event had no label. */
  readonly before: EventLabel | null;
  readonly after: EventLabel | null;
}

/** How many rows of a set carry which label. The four add up to the set's rows. */
export interface LabelCounts {
  readonly TP: number;
  readonly FP: number;
  readonly unsure: number;
  readonly unlabelled: number;
}
