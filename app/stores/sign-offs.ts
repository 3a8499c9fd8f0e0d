import type { Segments, SignOff } from '../../rule-engine/index.ts';

/** A sign-off as the browser keeps it. */
export interface KeptSignOff extends SignOff {
  readonly id: string;
  /** SHA-256 of the text that was signed. */
  readonly digest: string;
  /** That text. */
  readonly segments: Segments;
  /** The record as it was when it was signed, Markdown. */
  readonly record: string;
}

/** A change of the kept sign-offs. */
export interface SignOffsChange {
  readonly before: readonly KeptSignOff[];
  readonly after: readonly KeptSignOff[];
}
